"""Reading a delivery of several files as one: each with its layout, and their values side by side."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import polars as pl

from outturn.core import limits
from outturn.core.catalogue import Catalogue
from outturn.core.changes import CELL
from outturn.core.intake import Answered, Answers, Question, UnitInfo, choose_layout, read_file
from outturn.core.intake.choose import Chosen
from outturn.core.intake.codes import codes_of
from outturn.core.intake.problem_list import ProblemList
from outturn.core.intake.result import READ
from outturn.workbooks.opening import open_file


@dataclass(frozen=True)
class Delivered:
    name: str
    data: bytes
    layout: str


@dataclass(frozen=True)
class Delivery:
    """`values`: columns of core.intake.result.READ and `file`. `problems`, `questions`: what stands in the way; `wrong`
    lists the problems place by place."""

    files: tuple[Delivered, ...]
    values: pl.DataFrame
    problems: tuple[str, ...]
    wrong: ProblemList
    questions: tuple[Question, ...]
    answered: tuple[Answered, ...]
    notes: tuple[str, ...]
    n_rows: int


def read_delivery(files: Sequence[tuple[str, bytes]], catalogue: Catalogue, layout: str, answers: Answers) -> Delivery:
    """All files of a delivery. The same cell twice with different values is a problem that names both files."""
    read_by = partial(
        read_file,
        units={slug: UnitInfo.of(indicator) for slug, indicator in catalogue.indicators.items()},
        areas=frozenset(catalogue.areas),
        codes=codes_of(catalogue.areas.values()),
        answers=answers,
    )
    delivered, problems, read_out = [], [], []
    wrong = ProblemList()
    for name, data in files:
        if unfit := limits.wrong(limits.FILE_NAME, name):
            sentence = " ".join(unfit)
            problems.append(f"{name[:60]}: {sentence}")
            wrong = wrong.with_sentence(name[:60], sentence)
            continue
        file = open_file(name, data)
        chosen = _choose_named(layout, catalogue) if layout else choose_layout(file, catalogue.layouts.values())
        if chosen.layout is None:
            problems.append(f"{name}: {chosen.problem}")
            wrong = wrong.with_sentence(name, chosen.problem)
            continue
        got = read_by(file, chosen.layout)
        problems += [f"{name}: {problem.sentence}" for problem in got.problems]
        wrong = wrong.with_file(name, got)
        read_out.append((name, got))
        delivered.append(Delivered(name, data, chosen.layout.slug))
    for sentence in same_names([name for name, _ in files]):
        problems.append(sentence)
        wrong = wrong.with_sentence("", sentence)
    values = pl.concat([no_delivery(), *(got.values.with_columns(file=pl.lit(name)) for name, got in read_out)])
    differing = contradictions(values)
    for sentence in (*differing, *find_too_long(values)):
        problems.append(sentence)
        wrong = wrong.with_sentence("", sentence)
    once = values.unique(CELL, keep="first", maintain_order=True)
    return Delivery(
        files=tuple(delivered),
        values=once,
        problems=tuple(dict.fromkeys(problems)),
        wrong=wrong,
        questions=tuple(question for _, got in read_out for question in got.questions),
        answered=tuple(each for _, got in read_out for each in got.answered),
        notes=(
            *(f"{name}: {note}" for name, got in read_out for note in got.notes),
            *(() if differing else say_again(values, once)),
        ),
        n_rows=sum(got.n_rows for _, got in read_out),
    )


def same_names(names: Sequence[str]) -> list[str]:
    """Answers and history name a file by its name alone."""
    twice = [name for name, count in Counter(names).items() if count > 1]
    return [f"{names.count(name)} files are called '{name}'. Rename them apart." for name in twice]


def say_again(values: pl.DataFrame, once: pl.DataFrame) -> list[str]:
    """Figures that a later file or sheet gives as an earlier one does."""
    count = values.height - once.height
    if not count:
        return []
    many = "1 figure stands" if count == 1 else f"{count:,} figures stand"
    return [f"{many} in more than one file or sheet, and {'is' if count == 1 else 'are'} recorded once."]


def find_too_long(values: pl.DataFrame) -> list[str]:
    """Cells that hold more than is kept of a figure."""
    longest = pl.max_horizontal(pl.col("printed", "text").str.len_chars().fill_null(0))
    long = values.with_columns(longest.alias("characters")).filter(pl.col("characters") > limits.CELL)
    return [
        f"{row['file']} row {row['row']}: a cell has {row['characters']:,} characters, and {limits.CELL} can be kept. "
        "Shorten it, or leave it out."
        for row in long.iter_rows(named=True)
    ]


def contradictions(values: pl.DataFrame) -> list[str]:
    """Cells that two files, or two sheets, fill differently; each sheet has been read against itself."""
    if values.select("file", "sheet").n_unique() < 2:
        return []
    words = pl.when(pl.col("value").is_null()).then(pl.col("text").str.to_lowercase())
    twice = values.group_by(CELL, maintain_order=True).agg(
        pl.struct("value", "state", words).n_unique().alias("ways"), "printed", "file", "sheet", "row"
    )
    return [_contradiction(row) for row in twice.filter(pl.col("ways") > 1).iter_rows(named=True)]


def _contradiction(row: dict) -> str:
    first, last = (f"{place_in(row, place)} says '{row['printed'][place]}'" for place in (0, -1))
    what = f"{row['role'].replace('_', ' ')} of {row['indicator']} for {row['area']} to {row['end']:%d %b %Y}"
    return f"{first}, and {last}, for the same {what}. Correct or delete one of them."


def place_in(row: dict, at: int) -> str:
    """`a.xlsx, sheet 'Data', row 5`"""
    sheet = f", sheet '{row['sheet'][at]}'" if row["sheet"][at] else ""
    return f"{row['file'][at]}{sheet}, row {row['row'][at]},"


def _choose_named(layout: str, catalogue: Catalogue) -> Chosen:
    if layout in catalogue.layouts:
        return Chosen(catalogue.layouts[layout])
    known = ", ".join(sorted(catalogue.layouts)) or "none is defined"
    return Chosen(None, f"There is no layout '{layout}'. Layouts: {known}.")


def no_delivery() -> pl.DataFrame:
    return pl.DataFrame(schema={**READ, "file": pl.String})
