"""What may come: the forecast with its interval, and the ambitions that lie within reach."""

from datetime import date

from outturn.core.report.pictures import Chart, ChartKind, Flag
from outturn.render import look
from outturn.render.native.grid import Series, Values
from outturn.render.native.stacked import float_column
from outturn.render.pictures.series.extent import WANTED, fit_axis, is_beyond


def reach(chart: Chart) -> tuple[float, float]:
    """Lowest and highest value on the axis."""
    ticks, _, top = fit_axis(chart, WANTED)
    return ticks[0], top


def is_off_chart(chart: Chart, flag: Flag) -> bool:
    """Does the ambition lie later, lower or higher than the chart shows?"""
    low, high = reach(chart)
    return is_beyond(chart, flag) or not low <= flag.value <= high


def list_near(chart: Chart) -> list[Flag]:
    return [flag for flag in chart.ambitions if not is_off_chart(chart, flag)]


def forecast_series(chart: Chart, place: dict[date, int]) -> list[Series]:
    """From the last value on, so that the line joins; then the ends of its interval: kept for the band that shows them,
    or lines where the values are columns, among which a band has no place.
    """
    last = chart.last_known
    if not chart.forecast or last is None:
        return []
    ends = "edge" if chart.kind is ChartKind.BAR else "kept"
    lines = []
    for name, role, edge in (
        ("Forecast", "forecast", "mean"), ("Forecast, lower", ends, "lower"), ("Forecast, upper", ends, "upper"),
    ):  # fmt: skip
        column: Values = [None] * len(place)
        if ends == "edge" or edge == "mean":
            column[place[last.date]] = last.value
        for fan in chart.forecast:
            column[place[fan.date]] = getattr(fan, edge)
        lines.append(Series(name, role, column, look.FORECAST, "dot", 1.5 if edge == "mean" else 0.75))
    return lines


def band_series(chart: Chart, place: dict[date, int]) -> list[Series]:
    """The interval of the forecast as a pale column for each month to come, upon one that nobody sees.

    Not a filled area between two edges: Office takes the missing values of an area for zero, so that it would slope
    away to the axis wherever the chart goes on beyond the forecast. Cut off at the ends of the axis; the
    columns with the ends of the interval hold them whole.
    """
    base: Values = [None] * len(place)
    above, below = list(base), list(base)
    low, high = reach(chart)
    for fan in chart.forecast if chart.last_known is not None else ():
        at = place[fan.date]
        base[at], above[at], below[at] = float_column(max(fan.lower, low), min(fan.upper, high))
    lines = [
        Series("Forecast, base", "base", base, ""),
        Series("Forecast, interval", "band", above, look.FORECAST_PALE),
        Series("Forecast, interval below zero", "below", below, look.FORECAST_PALE),
    ]
    return [each for each in lines if each.last is not None]


def ambition_series(chart: Chart, place: dict[date, int]) -> list[Series]:
    lines = []
    for flag in list_near(chart):
        column: Values = [None] * len(place)
        column[place[flag.date]] = flag.value
        lines.append(Series(flag.label, "ambition", column, look.AMBITION, "", 0, "triangle", 9))
    return lines
