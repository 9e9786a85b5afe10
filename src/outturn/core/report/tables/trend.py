"""The last two years of a measure as a sparkline, and in words."""

from collections.abc import Sequence
from datetime import date

from outturn.core.assess.result import Result
from outturn.core.catalogue import Direction, Indicator
from outturn.core.periods import Period
from outturn.core.report.cells import DASH
from outturn.core.report.document import Cell
from outturn.core.units import State, show

TREND_MONTHS = 24


def read_trend(indicator: Indicator, result: Result, good: Direction) -> Cell:
    """The last two years as a sparkline; its text says from where to where. Two values make a trend."""
    points = result.points
    rows = [
        (value, period)
        for value, period, state in zip(points.value, points.period, points.state, strict=True)
        if state != State.NOT_APPLICABLE
    ]
    last = rows[-1][1].end if rows else None
    rows = [(value, period) for value, period in rows if last and _months(period, last) < TREND_MONTHS]
    if not rows:
        return DASH
    known = [(value, period) for value, period in rows if value is not None]
    if len(known) < 2:
        return Cell(text="Too few values")
    first, latest = known[0], known[-1]
    words = f"{show(first[0], indicator.unit, indicator.decimals, scale=indicator.scale)} in {first[1].short}"
    words += f" to {show(latest[0], indicator.unit, indicator.decimals, scale=indicator.scale)} in {latest[1].short}"
    return draw_trend(words, [value for value, _ in rows], result, good)


def draw_trend(words: str, values: Sequence[float | None], result: Result, good: Direction) -> Cell:
    """Values as a sparkline, before the target of the newest; its good side is known where there is one."""
    return Cell(
        text=words,
        trend=tuple(values),
        trend_target=result.latest.plan,
        trend_good="" if good is Direction.NONE else good.value,
    )


def _months(period: Period, last: date) -> int:
    return (last.year - period.end.year) * 12 + last.month - period.end.month
