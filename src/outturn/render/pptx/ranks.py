"""Ranks on a slide, as native bars."""

from __future__ import annotations

from dataclasses import dataclass

from outturn.core.report.pictures import RankStrip
from outturn.render import look
from outturn.render.lettering import fitted
from outturn.render.native import Column, Native, Series
from outturn.render.pptx import groups
from outturn.render.pptx.axes import chart_space, row_axis, value_axis_above
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.geometry import LEFT, ROOM
from outturn.render.pptx.placed import place_chart
from outturn.render.pptx.xml import paragraph, run, solid, text_box


@dataclass
class RankPiece:
    """Ranks as native bars: the shorter the bar, the better the place."""

    strip: RankStrip

    @property
    def height(self) -> float:
        return 0.4 + 0.3 * len(self.strip.rows)

    @property
    def anchors(self) -> list[str]:
        return [self.strip.anchor]

    def split(self, room: float) -> tuple[RankPiece | None, RankPiece | None]:
        half = len(self.strip.rows) // 2
        if room < 4.5 or half < 1:
            return None, self
        parts = (self.strip.rows[:half], self.strip.rows[half:])
        first, rest = (
            RankPiece(RankStrip(self.strip.anchor, self.strip.title, self.strip.alt, rows)) for rows in parts
        )
        return (first, rest) if first.height <= room else first.split(room)

    def draw(self, canvas: Canvas, y: float) -> None:
        title = paragraph(run(self.strip.title, 12, True, look.INK))
        canvas.add(text_box(canvas.next_ident(), "Chart title", self.strip.title, (LEFT, y, ROOM, 0.28), title))
        box = (LEFT, y + 0.28, ROOM, self.height - 0.28)
        shown = rank_columns(self.strip)
        place_chart(canvas, rank_markup(self.strip, shown), shown.columns, self.strip.alt or self.strip.title, box)


def rank_columns(strip: RankStrip) -> Native:
    names = [f"{fitted(label, 10, 300)}, {text}" for label, _, _, text in strip.rows]
    ranks = [row[1] for row in strip.rows]
    one = Series("Rank", "rank", list(ranks), look.ACCENT, column=1)
    return Native([Column("", names), Column("Rank", ranks, "0")], [one], "count")


def rank_markup(strip: RankStrip, shown: Native) -> str:
    most = max(row[2] for row in strip.rows)
    late = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>'
        f"{solid(look.VARIATION['concern'].colour)}</c:spPr></c:dPt>"
        for n, row in enumerate(strip.rows)
        if row[1] > row[2] * 0.75
    )
    bars = groups.columns(shown, shown.series, {1: late}, gap=80, level=True)
    return chart_space(
        bars + row_axis() + value_axis_above((0, most, max(1, round(most / 4, 1))), "0"), (0.40, 0.08, 0.57, 0.90)
    )
