"""Charts on a slide: beside their facts, alone, and ranks."""

from __future__ import annotations

import io
from dataclasses import dataclass
from html import escape

from outturn.core.report.document import Chart, Facts, RankStrip
from outturn.render import look
from outturn.render.charts.extent import axis, beyond
from outturn.render.charts.key import entries
from outturn.render.charts.ticks import tick_words
from outturn.render.lettering import fitted
from outturn.render.pptx import chart as native_chart
from outturn.render.pptx import overlay
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.embedded import new_book
from outturn.render.pptx.facts import draw_fact, fact_height
from outturn.render.pptx.geometry import CHART_SHARE, LEFT, POINT, ROOM
from outturn.render.pptx.plot import QUIET_TEXT, chart_space
from outturn.render.pptx.xml import paragraph, run, solid, text_box

HEAD, KEY = 0.34, 0.22
GUTTER = 0.45
SIGNS = {"improvement": "◆", "concern": "■", "neutral": "▲", "provisional": "○", "restated": "r"}


def subtitle(chart: Chart) -> str:
    """Measure, area, unit; and where the axis starts when that is not zero."""
    ticks, step, _ = axis(chart, 5)
    starts = f"axis starts at {tick_words(ticks[0], step, chart.unit, chart.decimals)}" if ticks[0] > 0 else ""
    return "  ·  ".join(part for part in (chart.subtitle, starts) if part)


def draw_chart(canvas: Canvas, chart: Chart, x: float, y: float, w: float, h: float) -> None:
    """Subtitle and icons, the chart, and a key to the shapes in it."""
    icons = len(chart.marks) * (overlay.ICON + 0.12)
    words = fitted(subtitle(chart), 11, (w - icons - 0.1) / POINT)
    canvas.add(text_box(canvas.next_ident(), "Chart subtitle", chart.subtitle, (x, y, w - icons, HEAD - 0.06), paragraph(run(words, 11, False, look.QUIET)), "ctr"))
    overlay.icons(canvas, chart.marks, x + w - icons, y, 0.3)
    shown = [chart.values[n] for n in range(len(chart.values)) if chart.values[n] is not None]
    if not shown:
        canvas.add(text_box(canvas.next_ident(), "No chart", "No values", (x, y + HEAD, w, 0.4), paragraph(run("No value can be shown.", 12, False, look.QUIET))))
        return
    native_chart.draw(canvas, chart, (x, y + HEAD, w, h - HEAD - KEY))
    key = key_runs(chart)
    if key:
        canvas.add(text_box(canvas.next_ident(), "Key", "Key to the shapes in the chart", (x + 0.6, y + h - KEY, w - 0.6, KEY), paragraph(key)))


def key_runs(chart: Chart) -> str:
    found = entries(chart, short=False)
    parts = []
    for kind, words in found:
        colour = look.VARIATION[kind].colour if kind in look.VARIATION else look.POINT
        parts.append(run(f"{SIGNS[kind]} ", 10, True, colour) + run(f"{words}    ", 10, False, look.QUIET))
    if any(state == "suppressed" for state in chart.states):
        parts.append(run("gaps: suppressed values", 10, False, look.QUIET))
    later = [flag.label for flag in chart.ambitions if beyond(chart, flag)]
    parts += [run(f"▲ {words}, beyond this chart    ", 10, False, look.AMBITION) for words in later]
    return "".join(parts)


@dataclass
class SplitPiece:
    """A chart in two thirds, up to three facts in the other."""

    chart: Chart
    facts: Facts
    least: float = 3.3

    @property
    def height(self) -> float:
        return max(self.least, sum(self.tall()) + 0.12 * (len(self.facts.items) - 1))

    @property
    def wide(self) -> float:
        return ROOM * (1 - CHART_SHARE) - GUTTER

    def tall(self) -> list[float]:
        return [fact_height(fact, self.wide, 24) for fact in self.facts.items]

    @property
    def anchors(self) -> list[str]:
        return [self.chart.anchor]

    def split(self, room: float) -> tuple[SplitPiece | None, SplitPiece | None]:
        return None, self

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_chart(canvas, self.chart, LEFT, y, ROOM * CHART_SHARE, self.height)
        x, top = LEFT + ROOM * CHART_SHARE + GUTTER, y
        spare = (self.height - sum(self.tall())) / max(len(self.facts.items), 1)
        for fact, tall in zip(self.facts.items, self.tall(), strict=True):
            draw_fact(canvas, fact, x, top, self.wide, tall, 24)
            top += tall + min(spare, 0.25)


@dataclass
class ChartPiece:
    chart: Chart
    height: float = 3.6

    @property
    def anchors(self) -> list[str]:
        return [self.chart.anchor]

    def split(self, room: float) -> tuple[ChartPiece | None, ChartPiece | None]:
        return (ChartPiece(self.chart, room), None) if room > 2.8 else (None, self)

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_chart(canvas, self.chart, LEFT, y, ROOM, self.height)


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
        first, rest = (RankPiece(RankStrip(self.strip.anchor, self.strip.title, self.strip.alt, rows)) for rows in parts)
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
    names = "".join(f'<c:pt idx="{n}"><c:v>{escape(name)}</c:v></c:pt>' for n, name in enumerate(rank_names(strip)))
    points = "".join(f'<c:pt idx="{n}"><c:v>{row[1]}</c:v></c:pt>' for n, row in enumerate(strip.rows))
    late = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{solid(look.VARIATION["concern"].colour)}</c:spPr></c:dPt>'
        for n, row in enumerate(strip.rows)
        if row[1] > row[2] * 0.75
    )
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Rank</c:v></c:pt>'
        f'</c:strCache></c:strRef></c:tx><c:spPr>{solid(look.ACCENT)}</c:spPr><c:invertIfNegative val="0"/>{late}'
        f'<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:strCache><c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f'<c:val><c:numRef><c:f>Sheet1!$B$2:$B${count + 1}</c:f><c:numCache><c:formatCode>0</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache></c:numRef></c:val></c:ser>'
    )
    rule = f'<c:spPr><a:ln w="9525">{solid(look.QUIET)}</a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{solid(look.LINE)}</a:ln></c:spPr></c:majorGridlines>'
    plot = (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}<c:gapWidth val="80"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{rule}{QUIET_TEXT}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="{most}"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="t"/>{grid}'
        f'<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{QUIET_TEXT}<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{max(1, round(most / 4, 1))}"/></c:valAx>'
    )
    return chart_space(plot, (0.40, 0.08, 0.57, 0.90))
