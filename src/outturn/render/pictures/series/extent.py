"""How much of time and value a chart shows."""

from datetime import timedelta
from statistics import median

from outturn.core.report.pictures import Chart, ChartKind, Flag
from outturn.render.charts.ticks import fit_scale

WANTED = 5
"""Ticks of the axis of values on slides and sheets."""
LIMITS = ("lower", "upper", "interval_lower", "interval_upper", "benchmark")
LEAST_SHARE = 0.3
"""Data keep at least this share of the height: an ambition further away is marked at the edge."""


def days_between(chart: Chart) -> float:
    """The usual distance of two points, in days."""
    days = sorted({day.toordinal() for day in chart.dates})
    return median(after - before for before, after in zip(days, days[1:], strict=False)) if len(days) > 1 else 30.0


def horizon(chart: Chart) -> tuple[float, float]:
    """First and last day drawn: the data, the whole forecast, and ambitions that are near."""
    later = [fan.date for fan in chart.forecast] + [flag.date for flag in chart.ambitions if not is_beyond(chart, flag)]
    half = days_between(chart) / 2
    return chart.dates[0].toordinal() - half, max([chart.dates[-1], *later]).toordinal() + half


def is_beyond(chart: Chart, flag: Flag) -> bool:
    """Does the ambition lie later than the chart shows?"""
    return flag.date > chart.dates[-1] + timedelta(days=max((chart.dates[-1] - chart.dates[0]).days * 0.4, 250))


def join_known(*columns: tuple[float | None, ...]) -> list[float]:
    return [value for column in columns for value in column if value is not None]


def value_range(chart: Chart) -> tuple[float, float]:
    """Lowest and highest value to show, before rounding to ticks.

    What is expected is always shown; the ends of its interval only where they leave the data enough of the height, and
    are cut off at the axis elsewhere.
    """
    data = join_known(chart.values, chart.plan) or [0.0]
    data += [chart.target] if chart.target is not None else []
    data += [fan.mean for fan in chart.forecast]
    natural_floor = min(data) >= 0
    limits = join_known(*(chart.figures(name) for name in LIMITS))
    forecast = [edge for fan in chart.forecast for edge in (fan.lower, fan.upper)]
    core_low, core_high = min(data), max(data)
    room = max(
        core_high - core_low, max(limits, default=core_high) - min(limits, default=core_low), abs(core_high) * 0.02
    )
    far = [flag.value for flag in chart.ambitions if leaves_room(flag.value, core_low, core_high, room)]
    held = [value for value in forecast if chart.kind is ChartKind.BAR or leaves_room(value, core_low, core_high, room)]
    low, high = min([*data, *limits, *far, *held]), max([*data, *limits, *far, *held])
    low = max(low, 0.0) if natural_floor and chart.kind is not ChartKind.BAR else low
    if chart.kind is ChartKind.BAR or (natural_floor and low <= 0.35 * high):
        low = min(low, 0.0)
    return low, high


def leaves_room(value: float, low: float, high: float, room: float) -> bool:
    """Would showing the value leave the data enough of the height?"""
    return room / max(max(high, value) - min(low, value), 1e-9) >= LEAST_SHARE


def headroom(chart: Chart) -> float:
    """Room above the highest value, as a share of the span: for the words that stand there."""
    return 0.16 if chart.rebases else 0.14 if chart.kind is ChartKind.BAR or len(chart.values) <= 6 else 0.06


def fit_axis(chart: Chart, wanted: int) -> tuple[list[float], float, float]:
    """Tick values, their step, and the highest value shown: the axis starts on a tick and ends where the data ask."""
    return fit_scale(chart, value_range(chart), wanted, 0.14 if len(chart.values) <= 6 else 0.04, headroom(chart))
