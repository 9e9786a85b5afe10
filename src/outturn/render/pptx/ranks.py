"""Ranks on a slide, as native bars."""

from __future__ import annotations

import io
from dataclasses import dataclass

from outturn.core.report.pictures import RankStrip
from outturn.render import look
from outturn.render.charts.words import attribute
from outturn.render.lettering import fitted
from outturn.render.pptx import chart as native_chart
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.embedded import new_book
from outturn.render.pptx.geometry import LEFT, ROOM
from outturn.render.pptx.plot import QUIET_TEXT, chart_space
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
        native_chart.place_chart(canvas, rank_markup(self.strip), rank_book(self.strip), self.strip, box)


def rank_names(strip: RankStrip) -> list[str]:
    return [f"{fitted(label, 10, 300)}, {text}" for label, _, _, text in strip.rows]


def rank_book(strip: RankStrip) -> bytes:
    stream = io.BytesIO()
    book = new_book(stream)
    sheet = book.add_worksheet("Sheet1")
    sheet.write_string(0, 1, "Rank")
    for number, (name, row) in enumerate(zip(rank_names(strip), strip.rows, strict=True), 1):
        sheet.write_string(number, 0, name)
        sheet.write_number(number, 1, row[1])
    book.close()
    return stream.getvalue()


def rank_markup(strip: RankStrip) -> str:
    count, most = len(strip.rows), max(row[2] for row in strip.rows)
    names = "".join(f'<c:pt idx="{n}"><c:v>{attribute(name)}</c:v></c:pt>' for n, name in enumerate(rank_names(strip)))
    points = "".join(f'<c:pt idx="{n}"><c:v>{row[1]}</c:v></c:pt>' for n, row in enumerate(strip.rows))
    late = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>'
        f"{solid(look.VARIATION['concern'].colour)}</c:spPr></c:dPt>"
        for n, row in enumerate(strip.rows)
        if row[1] > row[2] * 0.75
    )
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>'
        '<c:ptCount val="1"/><c:pt idx="0"><c:v>Rank</c:v></c:pt>'
        f'</c:strCache></c:strRef></c:tx><c:spPr>{solid(look.ACCENT)}</c:spPr><c:invertIfNegative val="0"/>{late}'
        f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>'
        f"{names}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Sheet1!$B$2:$B${count + 1}</c:f><c:numCache><c:formatCode>0</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val></c:ser>'
    )
    rule = f'<c:spPr><a:ln w="9525">{solid(look.QUIET)}</a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{solid(look.LINE)}</a:ln></c:spPr></c:majorGridlines>'
    plot = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="80"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{rule}{QUIET_TEXT}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="{most}"/><c:min val="0"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="t"/>{grid}'
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{QUIET_TEXT}<c:crossAx val="1001"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{max(1, round(most / 4, 1))}"/>'
        "</c:valAx>"
    )
    return chart_space(plot, (0.40, 0.08, 0.57, 0.90))
