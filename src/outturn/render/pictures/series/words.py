"""Figures of a series in words: what is read out of each point, and what stands over or instead of it."""

from outturn.core.report.pictures import Chart, Point
from outturn.core.report.say.nothing import say_no_chart
from outturn.core.units import Unit, show
from outturn.render.charts.ticks import write_tick
from outturn.render.charts.words import write_figure
from outturn.render.pictures.series.extent import WANTED, fit_axis

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
    return say_no_chart(point.state for point in chart.points)


def write_subtitle(chart: Chart) -> str:
    """Measure, area, unit; and where the axis starts when that is not zero."""
    ticks, step, _ = fit_axis(chart, WANTED)
    starts = f"axis starts at {write_tick(ticks[0], step, chart.unit, chart.decimals)}" if ticks[0] > 0 else ""
    return "  ·  ".join(part for part in (chart.subtitle, starts) if part)


def write_level(chart: Chart, value: float) -> str:
    """A mean or limit: one decimal more where the figures are whole and small, so that 47.2% is not called 47%."""
    whole = chart.decimals == 0 and chart.unit in ("percent", "rate", "ratio", "count", "score") and abs(value) < 100
    return show(value, Unit(chart.unit), 1 if whole else chart.decimals, scale=chart.scale)


def describe_point(chart: Chart, point: Point) -> str:
    """`Oct 2024: 56.7%, plan 56.3%, special cause: run above the mean, restated` for a read-out."""
    text = point.text if point.value is not None else STATE_WORDS.get(point.state, point.text)
    parts = [f"{point.label}: {text}"]
    if plan := write_plan(chart, point):
        parts.append(f"{chart.plan_label.lower()} {plan}")
    parts += describe_beside(chart, point)
    if point.reason and point.reason != "Common Cause":
        parts.append(point.reason)
    if point.state == "provisional":
        parts.append("provisional")
    if point.restated:
        parts.append("restated")
    return ", ".join(parts)


def describe_beside(chart: Chart, point: Point) -> list[str]:
    """`95% interval 45.7 to 54.2` and `England 55.6`, where the chart has them."""
    parts = []
    if point.interval:
        lower, upper = (write_figure(chart, end) for end in point.interval)
        parts.append(f"95% interval {lower} to {upper}")
    if point.benchmark is not None:
        parts.append(f"{chart.benchmark_label or 'benchmark'} {write_figure(chart, point.benchmark)}")
    return parts


def write_plan(chart: Chart, point: Point) -> str:
    return point.plan_text or (write_figure(chart, point.plan) if point.plan is not None else "")
