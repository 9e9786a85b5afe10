"""A series over time as a native chart, with a workbook inside so that 'edit data' works."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from outturn.core.report.pictures import Chart, ChartKind
from outturn.render.native.slides import groups, strokes
from outturn.render.native.slides.axes import (
    LIMITS,
    QUIET_TEXT,
    RULE,
    TICKS,
    Share,
    scale_axis,
    write_chart,
    write_name_axis,
    write_value_axis,
)
from outturn.render.native.slides.canvas import Box, SlideCanvas
from outturn.render.numbers import caption
from outturn.render.pictures.series import pptx_ends as ends
from outturn.render.pictures.series.extent import WANTED, fit_axis
from outturn.render.pictures.series.native import DAYS_SHOWN, MONTHS_SHOWN, OverTime, find_label_step, make_columns

LEFT, RIGHT = 0.075, (0.12, 0.3)
"""Shares of the chart that are kept for words: before the plot, and after it, at least and at most."""
TOP, CAPTIONED, BOTTOM = 0.12, 0.3, 0.42
"""Inches over the plot, without a caption and with one, and below it."""
CARRIED = ("mean", "upper", "lower")
"""Lines that go on to the right end, beyond the last value."""
BANDS = ("base", "band", "below")
V = TypeVar("V")


def draw_on_slide(canvas: SlideCanvas, chart: Chart, box: Box) -> None:
    """Adds the chart to the slide."""
    shown = extend_levels(make_columns(chart))
    ticks, step, top = fit_axis(chart, WANTED)
    endings = ends.list_endings(chart, shown, ticks[0], top)
    said = caption(chart.unit, chart.unit_words)
    inner = place_plot(box, ends.room(endings), CAPTIONED if said else TOP)
    bars = [each for each in shown.series if chart.kind is ChartKind.BAR and each.role == "actual"]
    bands = [each for each in shown.series if each.role in BANDS]
    lines = [each for each in shown.series if each not in bars and each not in bands]
    marked = mark_hollow_points(chart, shown, ends.write_labels(shown, endings, (ticks[0], top), inner, box))
    plot = groups.write_columns(shown, bars, dict.fromkeys(map(shown.number, bars), groups.write_value_labels()))
    plot += groups.write_columns(shown, bands, {}, stacked=True, gap=0)
    plot += groups.write_lines(shown, lines, marked)
    plot += write_time_axis(shown, find_label_step(shown, max(2, int(box[2] * inner[2] / 0.78))))
    plot += write_value_axis(*scale_axis(chart, ticks[0], top, step), said)
    canvas.place_chart(write_chart(plot, inner), shown.columns, chart.alt or chart.title, box)


def place_plot(box: Box, words: float, top: float) -> Share:
    right = min(max(words / box[2], RIGHT[0]), RIGHT[1])
    return LEFT, top / box[3], 1 - LEFT - right, (box[3] - top - BOTTOM) / box[3]


def mark_hollow_points(chart: Chart, shown: OverTime, words: dict[int, str]) -> dict[int, str]:
    """Provisional values are hollow."""
    hollow = "".join(
        strokes.write_hollow_point(n) for n, point in enumerate(chart.points) if point.state == "provisional"
    )
    actual = next(number for number, each in enumerate(shown.series) if each.role == "actual")
    return words | {actual: hollow + words.get(actual, "")}


def extend_levels(shown: OverTime) -> OverTime:
    """Mean and limits drawn to the right end."""
    columns = list(shown.columns)
    for each in shown.series:
        if each.role in CARRIED:
            columns[each.column] = replace(columns[each.column], cells=extend(columns[each.column].cells))
    lines = [replace(each, values=extend(each.values)) if each.role in CARRIED else each for each in shown.series]
    return replace(shown, columns=columns, series=lines)


def extend(values: Sequence[V | None]) -> list[V | None]:
    """The last of them goes on to the end."""
    last = max((n for n, value in enumerate(values) if value is not None), default=None)
    return list(values) if last is None else [*values[:last], *[values[last]] * (len(values) - last)]


def write_time_axis(shown: OverTime, labels: int) -> str:
    """`labels`: years, months or days from one label to the next."""
    if shown.yearly:
        return write_name_axis(labels)
    unit, code = ("months", MONTHS_SHOWN) if shown.monthly else ("days", DAYS_SHOWN)
    return (
        f'<c:dateAx><c:axId val="1001"/>{LIMITS.format("")}<c:axPos val="b"/>'
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>{TICKS}<c:tickLblPos val="low"/>{RULE}{QUIET_TEXT}'
        '<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="60"/>'
        f'<c:baseTimeUnit val="{unit}"/><c:majorUnit val="{labels}"/><c:majorTimeUnit val="{unit}"/></c:dateAx>'
    )
