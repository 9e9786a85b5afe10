"""A funnel as a native chart of points: every group can be clicked, every limit edited."""

from outturn.core.report.pictures import Funnel
from outturn.render import look
from outturn.render.charts.ends import End, keep_apart
from outturn.render.charts.space import Space
from outturn.render.charts.ticks import choose_step, fit_scale
from outturn.render.lettering import fit_text, width
from outturn.render.native import Native, Series
from outturn.render.native.slides import groups, strokes
from outturn.render.native.slides.axes import Share, scale_axis, write_chart, write_size_axis, write_value_axis
from outturn.render.native.slides.canvas import Box, SlideCanvas
from outturn.render.native.slides.geometry import POINT
from outturn.render.numbers import caption
from outturn.render.pictures.funnel.beside import stand_beside
from outturn.render.pictures.funnel.native import BEYOND_LARGEST, make_columns, size_format, write_size_title
from outturn.render.pictures.funnel.svg import largest_size, value_range

LEFT, TOP, BOTTOM = 0.62, 0.3, 0.62
"""Inches around the plot for what stands at its axes."""
LABEL = 10.0
PIXELS = 12 / LABEL / POINT
"""To the inch, for pixels of which type is 12."""
ENDS = {"upper95": "95%", "lower95": "95%", "upper998": "99.8%", "lower998": "99.8%"}


def draw_on_slide(canvas: SlideCanvas, picture: Funnel, box: Box) -> None:
    shown = make_columns(picture)
    ticks, step, top = fit_scale(picture, value_range(picture), max(4, int((box[3] - TOP - BOTTOM) / 0.42)), 0.05, 0.05)
    widest = max(width(write_ending(picture, each), LABEL) for each in shown.series if each.role != "dots")
    right = min(widest * POINT + 0.25, box[2] * 0.25)
    inner = place_plot(box, right)
    across = (0.0, largest_size(picture) * BEYOND_LARGEST)
    plane = Space(
        0.0, inner[2] * box[2] * PIXELS, 0.0, inner[3] * box[3] * PIXELS, *across, low=ticks[0], high=top, step=0.0
    )
    more = write_labels(picture, shown, plane, (box[2] * PIXELS, box[3] * PIXELS), right)
    limits, code = scale_axis(picture, ticks[0], top, step)
    sizes = (*across, choose_step(across[1], max(2, int(inner[2] * box[2])), "count", 0))
    plot = groups.write_points(shown, shown.series, more) + write_size_axis(
        sizes, size_format(picture), write_size_title(picture)
    )
    plot += write_value_axis(limits, code, caption(picture.unit, picture.unit_words), "midCat")
    canvas.place_chart(write_chart(plot, inner), shown.columns, picture.alt or picture.title, box)


def place_plot(box: Box, right: float) -> Share:
    wide, tall = box[2], box[3]
    return LEFT / wide, TOP / tall, (wide - LEFT - right) / wide, (tall - TOP - BOTTOM) / tall


def write_ending(picture: Funnel, series: Series) -> str:
    return ENDS.get(series.role) or series.name


def write_labels(
    picture: Funnel, shown: Native, plane: Space, chart: tuple[float, float], right: float
) -> dict[int, str]:
    """Average and limits named at their right end; groups by their names where there is room for them."""
    ends = []
    for number, each in enumerate(shown.series):
        value = each.values[each.last] if each.role != "dots" and each.last is not None else None
        if value is not None and plane.low < value <= plane.high:
            ends.append(End(plane.y(value), write_ending(picture, each), str(number), look.QUIET))
    labels = {}
    for before, end in zip(sorted(ends, key=lambda end: end.y), keep_apart(ends, 0, plane.bottom, 14), strict=True):
        each = shown.series[int(end.short)]
        last = each.last or 0
        at = float(shown.columns[each.across].cells[last] or 0)
        shift = ((plane.right - plane.x(at)) / chart[0], (end.y - before.y) / chart[1])
        text = fit_text(end.text, LABEL, right / POINT - LABEL)
        labels[int(end.short)] = strokes.write_labels([strokes.write_label(last, text, look.QUIET, shift=shift)])
    return labels | label_dots(picture, shown, plane, chart)


def label_dots(picture: Funnel, shown: Native, plane: Space, chart: tuple[float, float]) -> dict[int, str]:
    stand = stand_beside(picture, plane)
    labels: dict[int, str] = {}
    for number, each in enumerate(shown.series):
        mine = [(place, stand[name]) for place, name in sorted(each.labels.items()) if name in stand]
        written = [
            strokes.write_label(place, at.text, look.INK, at.side, True, (at.right / chart[0], at.down / chart[1]))
            for place, at in mine
        ]
        labels |= {number: strokes.write_labels(written, tied=True)} if written else {}
    return labels
