"""Waterfalls: how one total becomes another."""

from dataclasses import replace

import polars as pl

from outturn.core.report.charted.measure import Drawn, Measure, decimals_in, describe
from outturn.core.report.document import Cell, Column, ColumnKind, Fact, Row, Table, anchor_of
from outturn.core.report.pictures import Step, Waterfall, list_spans
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.problems import BadInput, Problem
from outturn.core.units import show_signed

YES = ("true", "yes", "y", "1", "total")
NO = ("false", "no", "n", "0", "change", "")
TONES = {"higher": 1, "lower": -1, "none": 0, "": 0}
CLOSE = 1e-9


def draw_waterfall(frame: pl.DataFrame, measure: Measure) -> Drawn:
    """`frame`: label, value, total (yes or empty), in the order of the columns.

    A total without a value is worked out from what stands before it; one that says something else than that is refused:
    the first row may be a total of any size. Raises BadInput naming every wrong row.
    """
    require(frame, ["label", "value"])
    problems: list[Problem] = []
    names = labels(frame, "label", problems).cast(pl.String)
    values, totals = numbers(frame, "value", problems), total_rows(frame, problems)
    measure = replace(measure, decimals=max(measure.decimals, decimals_in(values)))
    steps, level = [], 0.0
    for place, (name, value, total) in enumerate(zip(names, values, totals, strict=True)):
        if total:
            if value is not None and place > 0 and abs(value - level) > CLOSE * max(abs(value), abs(level), 1.0):
                added, said = measure.text(level), measure.text(value)
                problems.append(
                    Problem(f"'{name}' says {said}, but what stands before it adds up to {added}.", place + 1, "value")
                )
            level = level if value is None else value
            steps.append(Step(name or "", level, measure.text(level), True))
        elif value is None:
            problems.append(Problem("a change needs a value; only a total is worked out.", place + 1, "value"))
        else:
            level += value
            steps.append(change(name or "", value, measure))
    if problems:
        raise BadInput(problems)
    return draw_steps(tuple(steps), measure)


def total_rows(frame: pl.DataFrame, problems: list[Problem]) -> list[bool]:
    """Which rows are totals; without a column the first one is."""
    if "total" not in frame.columns:
        return [place == 0 for place in range(frame.height)]
    words = frame["total"].cast(pl.String).fill_null("").str.strip_chars().str.to_lowercase()
    problems += [
        Problem(f"'{word}' is neither yes nor no. Write yes for a total, or leave it empty.", row, "total")
        for row, word in enumerate(words, 1)
        if word not in (*YES, *NO)
    ]
    return [word in YES for word in words]


def change(name: str, value: float, measure: Measure) -> Step:
    good = TONES[measure.direction] * value
    tone = "improving" if good > 0 else "worsening" if good < 0 else ""
    return Step(name, value, show_signed(value, measure.unit, measure.decimals, scale=measure.scale), False, tone)


def draw_steps(steps: tuple[Step, ...], measure: Measure) -> Drawn:
    changes = [step for step in steps if not step.total]
    title, under = finding(steps, changes, measure), measure.under(f"{len(changes)} changes")
    facts = tuple(Fact(step.label, measure.cell(step.value)) for step in steps if step.total)
    said = describe(title, under, facts) + "".join(f" {step.label}: {step.text}." for step in changes)
    picture = Waterfall(
        anchor_of("waterfall", measure.name), title, under, said, measure.unit.value, measure.decimals, measure.scale,
        steps, measure.words,
    )  # fmt: skip
    rows = [
        Row((Cell(step.label), Cell("") if step.total else write_change(step, measure), measure.cell(end)))
        for step, (_, end) in zip(steps, picture.spans(), strict=True)
    ]
    columns = (
        Column("step", "Step", width=30),
        Column("change", "Change", ColumnKind.NUMBER, 10),
        Column("level", "Level after it", ColumnKind.NUMBER, 10),
    )
    table = Table(anchor_of("numbers", measure.name), "Steps", columns, tuple(rows), empty="No steps.")
    return Drawn(measure.name or "Waterfall", picture, facts, table)


def write_change(step: Step, measure: Measure) -> Cell:
    return Cell(step.text, step.value, measure.unit.value, measure.decimals, measure.scale, signed=True)


def finding(steps: tuple[Step, ...], changes: list[Step], measure: Measure) -> str:
    """`From £1,800k to −£1,380k; Workforce moved it most`."""
    if not steps:
        return "Nothing to show"
    ends = [end for _, end in list_spans(steps)]
    most = max(changes, key=lambda step: abs(step.value), default=None)
    moved = f"; {most.label} moved it most" if most is not None and most.value else ""
    return f"From {measure.text(ends[0])} to {measure.text(ends[-1])}{moved}"
