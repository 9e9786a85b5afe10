"""The table of a series: every period with its value, what it is held against and its rating, oldest first."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from outturn.core.assess.result import Points, Result
from outturn.core.catalogue import Catalogue, Entry, Indicator
from outturn.core.keys import key
from outturn.core.report import cells
from outturn.core.report.document import Cell, Column, ColumnKind, Row, Table
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.say.signals import signal_words
from outturn.core.report.say.targets import aim_of
from outturn.core.units import State

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
AIM, CHART = ("target", "rating"), (*LIMITS, "signal")
RATED_STATES = (State.KNOWN, State.SUPPRESSED, State.PROVISIONAL)


def tabulate_series(catalogue: Catalogue, entry: Entry, result: Result, anchor: str) -> Table:
    """With what it was held against where that is known, and with limits where there are some."""
    indicator, area = catalogue.indicators[entry.indicator], catalogue.areas[entry.area].short
    columns = tuple(list_columns(entry, result))
    points = [Point(catalogue, entry, indicator, result.points, number) for number in range(len(result.points.period))]
    return Table(
        anchor=anchor,
        caption=f"{catalogue.short(entry)}, {area}: the series",
        columns=columns,
        rows=tuple(Row(tuple(CELLS[column.key](point) for column in columns)) for point in points),
        note=as_sentence(result.variation.note),
    )


def list_columns(entry: Entry, result: Result) -> Iterator[Column]:
    points = result.points
    aimed = any(plan is not None for plan in points.plan) or any(points.plan_text)
    limited = any(number is not None for number in points.lower)
    left_out = {*(() if aimed else AIM), *(() if limited else CHART)}
    for column in COLUMNS:
        if column.key == "target":
            column = replace(column, title=aim_of(entry, result).capitalize())
        if column.key not in left_out:
            yield column


@dataclass(frozen=True)
class Point:
    """One period of a series."""

    catalogue: Catalogue
    entry: Entry
    indicator: Indicator
    points: Points
    number: int

    def at(self, column: str) -> Any:
        return getattr(self.points, column)[self.number]

    def name(self, role: str) -> str:
        return key(self.entry.indicator, self.entry.area, role, self.at("period"))


def read_period(point: Point) -> Cell:
    """A restated figure says what it was."""
    was = point.at("restated")
    note = f"restated: was {cells.figure(point.indicator, was).text}" if was is not None else ""
    return Cell(text=point.at("period").label, note=note)


def read_value(point: Point) -> Cell:
    return cells.figure(
        point.indicator, point.at("value"), state=point.at("state"), text=point.at("text"), name=point.name("actual")
    )


def read_target(point: Point) -> Cell:
    if point.at("plan") is None:
        return Cell(text=point.at("plan_text")) if point.at("plan_text") else cells.DASH
    return cells.figure(point.indicator, point.at("plan"), name=point.name("plan"))


def read_rating(point: Point) -> Cell:
    if point.at("state") not in RATED_STATES:
        return cells.DASH
    band = point.catalogue.band(point.entry.scheme, point.at("rating"))
    return Cell(text=band.word, chip=cells.chip_of(band))


def read_limit(limit: str, point: Point) -> Cell:
    return cells.figure(point.indicator, point.at(limit)) if point.at("lower") is not None else cells.DASH


def read_signal(point: Point) -> Cell:
    return Cell(text=signal_words(point.at("label")))


CELLS: Mapping[str, Callable[[Point], Cell]] = {
    "period": read_period,
    "value": read_value,
    "target": read_target,
    "rating": read_rating,
    "signal": read_signal,
} | {limit: partial(read_limit, limit) for limit in LIMITS}
