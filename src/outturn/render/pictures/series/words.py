"""Figures of a series in words: what is read out of each point, and what stands over or instead of it."""

from outturn.core.report.pictures import Chart
from outturn.core.units import Unit, show
from outturn.render.charts.ticks import tick_words
from outturn.render.charts.words import figure
from outturn.render.pictures.series.extent import WANTED, axis

STATE_WORDS = {
    "suppressed": "suppressed",
    "not_available": "not available",
    "not_due": "not yet due",
    "not_applicable": "not applicable",
    "provisional": "provisional",
}


def say_instead(chart: Chart) -> str:
    if any(value is not None for value in chart.values):
        return ""
    hidden = "suppressed" in chart.states
    return "Every value is suppressed, so there is nothing to draw." if hidden else "No values yet."


def subtitle(chart: Chart) -> str:
    """Measure, area, unit; and where the axis starts when that is not zero."""
    ticks, step, _ = axis(chart, WANTED)
    starts = f"axis starts at {tick_words(ticks[0], step, chart.unit, chart.decimals)}" if ticks[0] > 0 else ""
    return "  ·  ".join(part for part in (chart.subtitle, starts) if part)


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
