"""A waterfall as native stacked columns; as bars, a row for each step, where columns would have no room for names."""

from outturn.core.report.pictures import Waterfall
from outturn.render import look
from outturn.render.charts.ticks import scale
from outturn.render.native import Native, Series
from outturn.render.native.slides import groups, strokes
from outturn.render.native.slides.axes import axis_scale, chart_space, name_axis, row_axis, value_axis, value_axis_above
from outturn.render.native.slides.canvas import Box, SlideCanvas
from outturn.render.native.slides.geometry import POINT
from outturn.render.numbers import caption
from outturn.render.pictures.waterfall.native import STACKED, column_names, row_names, waterfall
from outturn.render.pictures.waterfall.steps import reach

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
    names = column_names(picture, TYPE, slot)
    shown = waterfall(picture, names or row_names(picture, TYPE, ROW_NAME))
    markup = in_columns(picture, shown, box) if names else in_rows(picture, shown, box)
    canvas.place_chart(markup, shown.columns, picture.alt or picture.title, box)


def in_columns(picture: Waterfall, shown: Native, box: Box) -> str:
    wide, tall = box[2], box[3]
    low, high = reach(picture)
    plot_tall = tall - TOP - BOTTOM
    free = FREE / max(plot_tall - 2 * FREE, FREE)
    ticks, step, top = scale(picture, (low, high), max(4, int(plot_tall / 0.42)), free, free if high > 0 else 0.0)
    limits, code = axis_scale(picture, ticks[0], top, step)
    inner = (LEFT / wide, TOP / tall, (wide - LEFT - RIGHT) / wide, plot_tall / tall)
    lines = [one for one in shown.series if one.role not in STACKED]
    plot = groups.columns(shown, stacked(shown), {}, stacked=True, gap=60) + groups.lines(shown, lines, figures(shown))
    return chart_space(plot + name_axis() + value_axis(limits, code, caption(picture.unit, picture.unit_words)), inner)


def in_rows(picture: Waterfall, shown: Native, box: Box) -> str:
    """Bars from the top down, the scale above them."""
    ticks, step, top = scale(picture, reach(picture), 5, 0.0, 0.0)
    limits, code = axis_scale(picture, ticks[0], top, step)
    kept = stacked(shown)
    inner = (ROW_SHARE, TOP / box[3], 0.97 - ROW_SHARE, 1 - (TOP + 0.05) / box[3])
    size = min(TYPE, box[3] * inner[3] / len(picture.steps) / POINT * 0.8)
    plot = groups.columns(shown, kept, {}, stacked=True, gap=40, level=True)
    return chart_space(plot + row_axis(size) + value_axis_above(limits, code), inner)


def stacked(shown: Native) -> list[Series]:
    return [one for one in shown.series if one.role in STACKED]


def figures(shown: Native) -> dict[int, str]:
    """The figure of each step over its column, or under one that falls."""
    found: dict[int, str] = {}
    for number, one in enumerate(shown.series):
        side = SIDES.get(one.role, "")
        words = [strokes.label(place, text, look.INK, side, True) for place, text in sorted(one.labels.items())]
        found |= {number: strokes.labels(words)} if words else {}
    return found
