"""Reading a delivery of several files as one: each with its layout, and their values side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.changes import CELL
from outturn.core.intake import Answered, Answers, Question, UnitInfo, choose_layout, read_file
from outturn.core.intake.result import READ


@dataclass(frozen=True)
class Delivered:
    name: str
    data: bytes
    layout: str


@dataclass(frozen=True)
class Delivery:
    """`values`: columns of core.intake.result.READ and `file`. `problems`, `questions`: what stands in the way."""

    files: tuple[Delivered, ...]
    values: pl.DataFrame
    problems: tuple[str, ...]
    questions: tuple[Question, ...]
    answered: tuple[Answered, ...]
    n_rows: int


def read(files: Sequence[tuple[str, bytes]], catalogue: Catalogue, layout: str, answers: Answers) -> Delivery:
    """All files of a delivery. The same cell twice with different values is a problem that names both files."""
    units = {slug: UnitInfo.of(indicator) for slug, indicator in catalogue.indicators.items()}
    frames, delivered, problems, rows = [], [], [], 0
    questions: list[Question] = []
    answered: list[Answered] = []
    for name, data in files:
        file = open_file(name, data)
        chosen = named_layout(layout, catalogue) if layout else choose_layout(file, catalogue.layouts.values())
        if chosen.layout is None:
            problems.append(f"{name}: {chosen.problem}")
            listed.append(problem_of_file(name, chosen.problem))
            continue
        got = read_file(file, chosen.layout, units=units, areas=areas, codes=codes, answers=answers)
        problems += [f"{name}: {problem.sentence}" for problem in got.problems]
        listed.append(got.listed.with_columns(file=pl.lit(name)))
        n_problems += got.n_problems
        questions += got.questions
        answered += got.answered
        frames.append(got.values.with_columns(pl.lit(name).alias("file")))
        delivered.append(Delivered(name, data, chosen.layout.slug))
        rows += got.n_rows
    values = pl.concat(frames) if frames else _nothing()
    problems += contradictions(values)
    values = values.unique(CELL, keep="first", maintain_order=True)
    return Delivery(tuple(delivered), values, tuple(dict.fromkeys(problems)), tuple(questions), tuple(answered), rows)


def contradictions(values: pl.DataFrame) -> list[str]:
    """Cells that two rows of the delivery fill differently."""
    twice = values.group_by(CELL, maintain_order=True).agg(
        pl.struct("value", "state").n_unique().alias("ways"), "printed", "file", "row"
    )
    return [_contradiction(row) for row in twice.filter(pl.col("ways") > 1).iter_rows(named=True)]


def _contradiction(row: dict) -> str:
    first, last = (f"{row['file'][at]} row {row['row'][at]} says {row['printed'][at]!r}" for at in (0, -1))
    what = f"{row['indicator']} ({row['role']}, {row['end']:%d %b %Y})"
    return f"{first} and {last} for {what}. Correct one of them."


def _no_layout(name: str, layout: str, catalogue: Catalogue) -> str:
    known = ", ".join(sorted(catalogue.layouts)) or "none is defined"
    if layout:
        return f"{name}: there is no layout '{layout}'. Layouts: {known}."
    return (
        f"{name}: its columns fit no layout, or several. Name one with --layout, or add one to definitions/layouts. "
        f"Layouts: {known}."
    )


def _nothing() -> pl.DataFrame:
    return pl.DataFrame(schema={**READ, "file": pl.String})
