"""Ranks on a slide, as native bars: the shorter the bar, the better the place."""

from outturn.core.report.pictures import RankStrip
from outturn.render import look
from outturn.render.lettering import fit_text
from outturn.render.native import Column, Native, Series
from outturn.render.native.slides import groups
from outturn.render.native.slides.axes import write_chart, write_row_axis, write_value_axis_above
from outturn.render.native.slides.canvas import Box, SlideCanvas
from outturn.render.native.slides.xml import solid


def draw_on_slide(canvas: SlideCanvas, strip: RankStrip, box: Box) -> None:
    shown = make_columns(strip)
    canvas.place_chart(write_ranks(strip, shown), shown.columns, strip.alt or strip.title, box)


def make_columns(strip: RankStrip) -> Native:
    names = [f"{fit_text(label, 10, 300)}, {text}" for label, _, _, text in strip.rows]
    ranks = [row[1] for row in strip.rows]
    each = Series("Rank", "rank", list(ranks), look.ACCENT, column=1)
    return Native([Column("", names), Column("Rank", ranks, "0")], [each], "count")


def write_ranks(strip: RankStrip, shown: Native) -> str:
    most = max(row[2] for row in strip.rows)
    late = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>'
        f"{solid(look.VARIATION['concern'].colour)}</c:spPr></c:dPt>"
        for n, row in enumerate(strip.rows)
        if row[1] > row[2] * 0.75
    )
    bars = groups.write_columns(shown, shown.series, {1: late}, gap=80, level=True)
    return write_chart(
        bars + write_row_axis() + write_value_axis_above((0, most, max(1, round(most / 4, 1))), "0"),
        (0.40, 0.08, 0.57, 0.90),
    )
