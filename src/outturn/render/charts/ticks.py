"""Round numbers for an axis, and how they are written."""

import math

from outturn.core.units import Unit, show
from outturn.render.charts.words import Measured

CLOCK_STEPS = (1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400)
NICE = (1, 2, 2.5, 5, 10)


def fit_scale(
    chart: Measured, reach: tuple[float, float], wanted: int, below: float, above: float
) -> tuple[list[float], float, float]:
    """An axis for lowest to highest, with room `below` and `above` as shares of the span; none below zero."""
    low, high = reach
    span = (high - low) or abs(high) * 0.1 or 1.0
    margin = 0.0 if low == 0 else span * below
    cap = 100.0 if chart.unit == "percent" and high <= 100 else float("inf")
    top = min(high + span * above, cap)
    step = choose_step(top - low + margin, wanted, chart.unit, chart.decimals)
    marks = list_ticks(low - margin, top, step)
    if marks[-1] - top > 0.4 * step and len(marks) > 3:
        return marks[:-1], step, top
    return marks, step, marks[-1]


def choose_step(span: float, wanted: int, unit: str, decimals: int) -> float:
    """The distance between ticks: a round number, no finer than the figures, that gives about `wanted` of them."""
    rough = max(span, 1e-9) / wanted
    if unit == Unit.DURATION:
        return next((step for step in CLOCK_STEPS if step >= rough), 86400 * math.ceil(rough / 86400))
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [nice * scale for scale in (power, 10 * power) for nice in NICE]
    fine = 10.0**-decimals
    return next((step for step in steps if step >= rough * 0.999 and is_multiple(step, fine)), fine)


def is_multiple(step: float, fine: float) -> bool:
    return abs(step / fine - round(step / fine)) < 1e-6 and round(step / fine) > 0


def list_ticks(low: float, high: float, step: float) -> list[float]:
    """Multiples of the step that cover low to high."""
    start, stop = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [place * step for place in range(start, max(stop, start + 1) + 1)]


def write_tick(value: float, step: float, unit: str, decimals: int) -> str:
    """`45`, `1,500`, `0.25`, `1h 30m`: the unit stands at the top of the axis, except for times."""
    if unit == Unit.DURATION:
        return write_clock(value, step)
    if unit in (Unit.YES_NO, Unit.DATE, Unit.GRADE, Unit.TEXT):
        unit = Unit.COUNT
    places = next((d for d in range(4) if abs(step * 10**d - round(step * 10**d)) < 1e-6), 4)
    return show(value, Unit(unit), places, bare=True)


def write_clock(seconds: float, step: float) -> str:
    hours, minutes, rest = int(seconds // 3600), int(seconds // 60 % 60), int(seconds % 60)
    if step < 60:
        return f"{int(seconds // 60)}m {rest:02d}s" if seconds >= 60 else f"{rest}s"
    if hours and minutes:
        return f"{hours}h {minutes:02d}m"
    return f"{hours}h" if hours else f"{minutes}m"
