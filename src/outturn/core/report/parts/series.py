"""The table of a series: every period with its value, plan and rating, as the source gave them."""

from dataclasses import replace

from outturn.core.catalogue import Entry
from outturn.core.keys import key
from outturn.core.report import cells
from outturn.core.report.document import Cell, Column, ColumnKind, Row, Table
from outturn.core.report.paper import Paper
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.say.signals import signal_words
from outturn.core.report.say.targets import aim_of

COLUMNS = (
    Column("period", "Period", ColumnKind.TEXT, 14),
    Column("value", "Value", ColumnKind.NUMBER, 12),
    Column("target", "Plan", ColumnKind.NUMBER, 12),  # or what else the figure is held against
    Column("rating", "Rating", ColumnKind.CHIP, 10),
    Column("mean", "Mean", ColumnKind.NUMBER, 10, "Of the limits in force"),
    Column("lower", "Lower limit", ColumnKind.NUMBER, 10),
    Column("upper", "Upper limit", ColumnKind.NUMBER, 10),
    Column("signal", "Special cause", ColumnKind.TEXT, 18),
)
LIMITS = ("mean", "lower", "upper")


def table(paper: Paper, entry: Entry, anchor: str) -> Table:
    """With limits where there are some; a restated figure says what it was."""
    indicator, result = paper.indicator(entry), paper.result(entry)
    limited = any(number is not None for number in result.points.lower)
    aim = replace(COLUMNS[2], title=aim_of(entry, result).capitalize())
    columns = (*COLUMNS[:2], aim, *(COLUMNS[3:] if limited else COLUMNS[3:4]))
    rows = [row(paper, entry, number)[: len(columns)] for number in range(len(result.points.period))]
    area = paper.catalogue.areas[entry.area].short
    return Table(
        anchor=anchor,
        caption=f"{entry.short or indicator.short}, {area}: the series",
        columns=columns,
        rows=tuple(Row(cells) for cells in rows),
        note=as_sentence(result.variation.note),
    )


def row(paper: Paper, entry: Entry, number: int) -> tuple[Cell, ...]:
    indicator, points = paper.indicator(entry), paper.result(entry).points
    period = points.period[number]
    was = points.restated[number]
    note = f"restated: was {cells.figure(indicator, was).text}" if was is not None else ""
    value = cells.figure(
        indicator,
        points.value[number],
        state=points.state[number],
        text=points.text[number],
        name=key(entry.indicator, entry.area, "actual", period),
    )
    return (
        Cell(text=period.label, note=note),
        value,
        _plan(paper, entry, number),
        _chip(paper, entry, number),
        *(cells.figure(indicator, getattr(points, name)[number]) if points.lower[number] is not None else cells.DASH
          for name in LIMITS),
        Cell(text=signal_words(points.label[number])),
    )  # fmt: skip


def _plan(paper: Paper, entry: Entry, number: int) -> Cell:
    points = paper.result(entry).points
    if points.plan[number] is None:
        return Cell(text=points.plan_text[number]) if points.plan_text[number] else cells.DASH
    name = key(entry.indicator, entry.area, "plan", points.period[number])
    return cells.figure(paper.indicator(entry), points.plan[number], name=name)


def _chip(paper: Paper, entry: Entry, number: int) -> Cell:
    points = paper.result(entry).points
    if points.state[number] not in ("known", "suppressed", "provisional"):
        return cells.DASH
    band = paper.catalogue.band(entry.scheme, points.rating[number])
    return Cell(text=band.word, chip=cells.chip_of(band))
