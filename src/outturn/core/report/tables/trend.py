"""The last two years of a measure as a sparkline, and in words."""

from collections.abc import Sequence

from outturn.core.assess.result import Result
from outturn.core.catalogue import Direction, Indicator
from outturn.core.periods import Period
from outturn.core.report.cells import DASH
from outturn.core.report.document import Cell
from outturn.core.report.say.outlook import figure_words
from outturn.core.units import State

TREND_MONTHS = 24
TOO_FEW = Cell(text="Too few values")
"""Two make a trend."""


def read_trend(indicator: Indicator, result: Result, good: Direction) -> Cell:
    """The last two years as a sparkline; its text says from where to where. Two values make a trend."""
    points = result.points
    rows = [
        (value, period)
        for value, period, state in zip(points.value, points.period, points.state, strict=True)
        if state != State.NOT_APPLICABLE
    ]
    if not rows:
        return DASH
    last = rows[-1][1].end
    rows = [(value, period) for value, period in rows if period.months_behind(last) < TREND_MONTHS]
    known = [(value, period) for value, period in rows if value is not None]
    if len(known) < 2:
        return TOO_FEW
    words = say_span(indicator, known[0], known[-1])
    return draw_trend(words, [value for value, _ in rows], result, good)


def draw_trend(words: str, values: Sequence[float | None], result: Result, good: Direction) -> Cell:
    """Values as a sparkline, before the target of the newest; its good side is known where there is one."""
    return Cell(
        text=words,
        trend=tuple(values),
        trend_target=result.latest.plan,
        trend_good="" if good is Direction.NONE else good.value,
    )


def say_span(indicator: Indicator, *ends: tuple[float, Period]) -> str:
    """`51.2% in May 23 to 56.7% in Oct 24`."""
    return " to ".join(f"{figure_words(value, indicator)} in {period.short}" for value, period in ends)
