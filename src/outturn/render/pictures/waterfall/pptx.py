"""A waterfall as native stacked columns; as bars, a row for each step, where columns would have no room for names."""

from outturn.core.report.pictures import Waterfall
from outturn.render import look
from outturn.render.charts.ticks import fit_scale
from outturn.render.native import Native
from outturn.render.native.slides import groups, strokes
from outturn.render.native.slides.axes import (
    scale_axis,
    write_chart,
    write_name_axis,
    write_row_axis,
    write_value_axis,
    write_value_axis_above,
)
from outturn.render.native.slides.canvas import Box, SlideCanvas
from outturn.render.native.slides.geometry import POINT
from outturn.render.numbers import caption
from outturn.render.pictures.waterfall.native import STACKED, list_stacked, make_columns, name_columns, name_rows
from outturn.render.pictures.waterfall.steps import find_reach

LEFT, TOP, BOTTOM, RIGHT = 0.75, 0.3, 0.62, 0.1
"""Inches around the plot for what stands at its axes."""
TYPE = 10.0
ROW_SHARE, ROW_NAME = 0.36, 190
"""What names take of rows: as a share of the chart, and in points before the figure."""
FREE = 0.3
"""Inches above and below the columns for their figures."""
SIDES = {"over": "t", "under": "b"}


def draw_on_slide(canvas: SlideCanvas, picture: Waterfall, box: Box) -> None:
    slot = (box[2] - LEFT - RIGHT) / len(picture.steps) / POINT
    names = name_columns(picture, TYPE, slot)
    shown = make_columns(picture, names or name_rows(picture, TYPE, ROW_NAME))
    markup = write_columns(picture, shown, box) if names else write_rows(picture, shown, box)
    canvas.place_chart(markup, shown.columns, picture.alt or picture.title, box)


def write_columns(picture: Waterfall, shown: Native, box: Box) -> str:
    wide, tall = box[2], box[3]
    low, high = find_reach(picture)
    plot_tall = tall - TOP - BOTTOM
    free = FREE / max(plot_tall - 2 * FREE, FREE)
    ticks, step, top = fit_scale(picture, (low, high), max(4, int(plot_tall / 0.42)), free, free if high > 0 else 0.0)
    limits, code = scale_axis(picture, ticks[0], top, step)
    inner = (LEFT / wide, TOP / tall, (wide - LEFT - RIGHT) / wide, plot_tall / tall)
    lines = [each for each in shown.series if each.role not in STACKED]
    plot = groups.write_columns(shown, list_stacked(shown), {}, stacked=True, gap=60) + groups.write_lines(
        shown, lines, write_figures(shown)
    )
    return write_chart(
        plot + write_name_axis() + write_value_axis(limits, code, caption(picture.unit, picture.unit_words)), inner
    )


def write_rows(picture: Waterfall, shown: Native, box: Box) -> str:
    """Bars from the top down, the scale above them."""
    ticks, step, top = fit_scale(picture, find_reach(picture), 5, 0.0, 0.0)
    limits, code = scale_axis(picture, ticks[0], top, step)
    kept = list_stacked(shown)
    inner = (ROW_SHARE, TOP / box[3], 0.97 - ROW_SHARE, 1 - (TOP + 0.05) / box[3])
    size = min(TYPE, box[3] * inner[3] / len(picture.steps) / POINT * 0.8)
    plot = groups.write_columns(shown, kept, {}, stacked=True, gap=40, level=True)
    return write_chart(plot + write_row_axis(size) + write_value_axis_above(limits, code), inner)


def write_figures(shown: Native) -> dict[int, str]:
    """The figure of each step over its column, or under one that falls."""
    labels: dict[int, str] = {}
    for number, each in enumerate(shown.series):
        side = SIDES.get(each.role, "")
        words = [strokes.write_label(place, text, look.INK, side, True) for place, text in sorted(each.labels.items())]
        labels |= {number: strokes.write_labels(words)} if words else {}
    return labels
