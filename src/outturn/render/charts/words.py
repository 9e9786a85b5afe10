"""Figures of a chart in words, through the one formatter."""

from html import escape

from outturn.core.report.pictures import Chart, Funnel, Waterfall
from outturn.core.units import Unit, show

Measured = Chart | Funnel | Waterfall
"""Pictures with an axis of values."""

STATE_WORDS = {
    "suppressed": "suppressed",
    "not_available": "not available",
    "not_due": "not yet due",
    "not_applicable": "not applicable",
    "provisional": "provisional",
}


FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), " ")
"""Characters that XML cannot hold."""


def attribute(text: str) -> str:
    """Text that is safe between tags and in attributes."""
    return escape(legal(text), quote=True)


def legal(text: str) -> str:
    return text.translate(FORBIDDEN)


def figure(chart: Measured, value: float) -> str:
    return show(value, Unit(chart.unit), chart.decimals, scale=chart.scale)


def level(chart: Chart, value: float) -> str:
    """A mean or limit: one decimal more where the figures are whole and small, so that 47.2% is not called 47%."""
    whole = chart.decimals == 0 and chart.unit in ("percent", "rate", "ratio", "count", "score") and abs(value) < 100
    return show(value, Unit(chart.unit), 1 if whole else chart.decimals, scale=chart.scale)


def point_words(chart: Chart, place: int) -> str:
    """`Oct 2024: 56.7%, plan 56.3%, special cause: run above the mean, restated` for a read-out."""
    state = chart.states[place] if chart.states else "known"
    shown = chart.texts[place] if chart.values[place] is not None else STATE_WORDS.get(state, chart.texts[place])
    parts = [f"{chart.labels[place]}: {shown}"]
    if plan := plan_words(chart, place):
        parts.append(f"{chart.plan_label.lower()} {plan}")
    parts += beside_words(chart, place)
    if chart.reasons and chart.reasons[place] and chart.reasons[place] != "Common Cause":
        parts.append(chart.reasons[place])
    if state == "provisional":
        parts.append("provisional")
    if chart.restated and chart.restated[place]:
        parts.append("restated")
    return ", ".join(parts)


def beside_words(chart: Chart, place: int) -> list[str]:
    """`95% interval 45.7 to 54.2` and `England 55.6`, where the chart has them."""
    found = []
    if interval := interval_at(chart, place):
        found.append(f"95% interval {figure(chart, interval[0])} to {figure(chart, interval[1])}")
    benchmark = at(chart.benchmark, place)
    if benchmark is not None:
        found.append(f"{chart.benchmark_label or 'benchmark'} {figure(chart, benchmark)}")
    return found


def interval_at(chart: Chart, place: int) -> tuple[float, float] | None:
    """The interval of a value that is shown."""
    lower, upper = at(chart.interval_lower, place), at(chart.interval_upper, place)
    if lower is None or upper is None or chart.values[place] is None:
        return None
    return lower, upper


def at(column: tuple[float | None, ...], place: int) -> float | None:
    return column[place] if place < len(column) else None


def plan_words(chart: Chart, place: int) -> str:
    if place < len(chart.plan_texts) and chart.plan_texts[place]:
        return chart.plan_texts[place]
    value = chart.plan[place] if place < len(chart.plan) else None
    return figure(chart, value) if value is not None else ""
