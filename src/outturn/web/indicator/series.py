"""The table behind the chart: every period with its plan, rating and what the chart says of it."""

from dataclasses import dataclass
from typing import Any

from outturn.core.assess.result import Rating, Result
from outturn.core.catalogue import Entry, Indicator
from outturn.core.report.document import Chip
from outturn.core.report.say.signals import signal_words
from outturn.core.units import unit_words
from outturn.web.components import figures
from outturn.web.seen import Seen


@dataclass(frozen=True)
class SeriesRow:
    period: str
    value: str
    was: str
    plan: str
    chip: Chip | None
    signal: str
    provisional: bool


@dataclass(frozen=True)
class Series:
    unit: str
    rows: tuple[SeriesRow, ...]
    has_plan: bool
    has_signal: bool


def series(seen: Seen, entry: Entry, unit: Indicator, result: Result) -> Series:
    """Newest first, as a reader looks for it."""
    rows = tuple(row(seen, entry, unit, result, place) for place in reversed(range(len(result.points.period))))
    return Series(
        unit=unit_words(unit.unit, unit.scale, unit.multiplier),
        rows=rows,
        has_plan=any(each.plan for each in rows),
        has_signal=any(each.signal for each in rows),
    )


def row(seen: Seen, entry: Entry, unit: Indicator, result: Result, place: int) -> SeriesRow:
    points = result.points
    was, plan, rated = at(points.restated, place), at(points.plan, place), at(points.rating, place)
    label = at(points.label, place) or ""
    words = at(points.plan_text, place) or ""
    return SeriesRow(
        period=points.period[place].label,
        value=figures.figure(points.value[place], unit, points.state[place], at(points.text, place) or ""),
        was=figures.figure(was, unit) if was is not None else "",
        plan=figures.figure(plan, unit) if plan is not None else words,
        chip=figures.chip(seen.definitions, Rating(key=rated, scheme=entry.scheme))
        if rated and rated != "grey"
        else None,
        signal=signal_words(label),
        provisional=points.state[place] == "provisional",
    )


def at(column: tuple[Any, ...], place: int) -> Any:
    """A column that was not assessed is empty."""
    return column[place] if place < len(column) else None
