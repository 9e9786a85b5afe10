"""A series over time as a native chart, with a workbook inside so that 'edit data' works."""

from dataclasses import replace

from outturn.core.report.pictures import Chart
from outturn.render import look
from outturn.render.charts.ends import End, apart
from outturn.render.charts.extent import axis
from outturn.render.charts.words import figure, level
from outturn.render.lettering import fitted
from outturn.render.native import OverTime, Series, label_step, over_time
from outturn.render.native.grid import Values
from outturn.render.numbers import caption
from outturn.render.pptx import groups, strokes
from outturn.render.pptx.axes import Share, chart_space, time_axis, value_axis
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.geometry import POINT
from outturn.render.pptx.measure import axis_scale
from outturn.render.pptx.placed import place_chart

LEFT, ACROSS = 0.075, 0.735
"""Where the plot begins and how wide it is, as shares of the chart: the rest is for words at both sides."""
TOP, CAPTIONED, BOTTOM = 0.12, 0.3, 0.42
"""Inches over the plot, without a caption and with one, and below it."""
LABEL = 10.0
ENDS = ("actual", "mean", "upper", "lower", "plan", "target", "benchmark", "forecast", "ambition")
"""The series that are named at their right end."""
CARRIED = ("mean", "upper", "lower")
"""Lines that go on to the right end, beyond the last value."""
LABELS = {"actual": look.POINT, "forecast": look.ACCENT}
"""Words darker than their line."""
BANDS = ("base", "band", "below")
OWN_NAMES = ("target", "ambition")


def draw(canvas: Canvas, chart: Chart, box: tuple[float, float, float, float]) -> None:
    """Adds the chart to the slide."""
    inner, said = inside(chart, box), caption(chart.unit, chart.unit_words)
    shown = carried(over_time(chart))
    ticks, step, top = axis(chart, 5)
    bars = [one for one in shown.series if chart.kind == "bar" and one.role == "actual"]
    bands = [one for one in shown.series if one.role in BANDS]
    lines = [one for one in shown.series if one not in bars and one not in bands]
    plot = groups.columns(shown, bars, dict.fromkeys(map(shown.number, bars), groups.value_labels()))
    plot += groups.columns(shown, bands, {}, stacked=True, gap=0)
    plot += groups.lines(shown, lines, words_and_points(chart, shown, ticks[0], top, box))
    plot += time_axis(shown, label_step(shown, max(2, int(box[2] * ACROSS / 0.78))))
    plot += value_axis(*axis_scale(chart, ticks[0], top, step), said)
    place_chart(canvas, chart_space(plot, inner), shown.columns, chart.alt or chart.title, box)


def inside(chart: Chart, box: tuple[float, float, float, float]) -> Share:
    top = CAPTIONED if caption(chart.unit, chart.unit_words) else TOP
    return LEFT, top / box[3], ACROSS, (box[3] - top - BOTTOM) / box[3]


def carried(shown: OverTime) -> OverTime:
    """Mean and limits drawn to the right end."""
    columns = list(shown.columns)
    for one in shown.series:
        if one.role in CARRIED:
            columns[one.column] = replace(columns[one.column], cells=onward(columns[one.column].cells))
    lines = [replace(one, values=onward(one.values)) if one.role in CARRIED else one for one in shown.series]
    return replace(shown, columns=columns, series=lines)


def onward(values: Values) -> Values:
    last = max((n for n, value in enumerate(values) if value is not None), default=None)
    return values if last is None else [*values[:last], *[values[last]] * (len(values) - last)]


def words_and_points(
    chart: Chart, shown: OverTime, low: float, high: float, box: tuple[float, float, float, float]
) -> dict[int, str]:
    """Provisional values hollow; the name or the value of each line at its right end, shifted so that none covers
    another.
    """
    tall = box[3] * inside(chart, box)[3] / POINT
    ends = []
    for one in shown.series:
        if one.role not in ENDS or one.last is None or (one.role == "actual" and chart.kind == "bar"):
            continue
        value = one.values[one.last] or 0.0
        if low <= value <= high:
            colour = LABELS.get(one.role, one.colour)
            ends.append((End((high - value) / (high - low) * tall, str(shown.number(one)), "", colour), one, value))
    moved = {end.text: end.y for end in apart([end for end, *_ in ends], 0, tall, LABEL * 1.25)}
    hollow = "".join(strokes.hollow_point(n) for n, state in enumerate(chart.states) if state == "provisional")
    found = {shown.number(one): hollow for one in shown.series if one.role == "actual"}
    slots, room = shown.slots, (1 - LEFT - ACROSS) * box[2] / POINT - LABEL
    for end, one, value in ends:
        right = (slots[-1] - slots[one.last]) / (slots[-1] + 1) * ACROSS
        shift = (right, (moved[end.text] - end.y) * POINT / box[3])
        words = fitted(end_words(chart, one, value), LABEL, room)
        words = strokes.label(one.last, words, end.colour, "r", one.role == "actual", shift)
        found[shown.number(one)] = found.get(shown.number(one), "") + strokes.labels([words])
    return found


def end_words(chart: Chart, one: Series, value: float) -> str:
    if one.role == "actual":
        return next(
            text for text, known in zip(reversed(chart.texts), reversed(chart.values), strict=True) if known is not None
        )
    if one.role in OWN_NAMES and any(letter.isdigit() for letter in one.name):
        return one.name
    return f"{one.name} {level(chart, value) if one.role in CARRIED else figure(chart, value)}"
