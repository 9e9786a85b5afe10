"""Pictures on a slide: beside their facts, or alone."""

from __future__ import annotations

from dataclasses import dataclass

from outturn.core.report.document import Facts
from outturn.core.report.pictures import Chart, Funnel
from outturn.render import look
from outturn.render.charts.extent import axis
from outturn.render.charts.picture import instead
from outturn.render.charts.ticks import tick_words
from outturn.render.charts.words import Measured
from outturn.render.lettering import fitted, lines, width
from outturn.render.native.later import WANTED
from outturn.render.pptx import chart, funnel, overlay, waterfall
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.facts import draw_fact, fact_height
from outturn.render.pptx.geometry import CHART_SHARE, LEFT, POINT, ROOM, line_height
from outturn.render.pptx.key import entries, key_height, key_runs
from outturn.render.pptx.xml import paragraph, run, text_box

HEAD = 0.34
GUTTER = 0.45
SENTENCE = 12.0
SUBTITLES = (11.0, 10.0, 9.0)
Box = tuple[float, float, float, float]


def subtitle(picture: Measured) -> str:
    """Measure, area, unit; and where the axis of a series starts when that is not zero."""
    if not isinstance(picture, Chart):
        return picture.subtitle
    ticks, step, _ = axis(picture, WANTED)
    starts = f"axis starts at {tick_words(ticks[0], step, picture.unit, picture.decimals)}" if ticks[0] > 0 else ""
    return "  ·  ".join(part for part in (picture.subtitle, starts) if part)


def draw_picture(canvas: Canvas, picture: Measured, box: Box, titled: bool = False) -> None:
    """Subtitle and icons, the picture, and a key to the signs in it; a sentence where there is nothing to draw."""
    x, y, w, h = box
    marks = picture.marks if isinstance(picture, Chart) else ()
    icons = len(marks) * (overlay.ICON + 0.12)
    said = f"{picture.title}  ·  {subtitle(picture)}" if titled else subtitle(picture)
    room = (w - icons - 0.1) / POINT
    size = next((size for size in SUBTITLES if width(said, size) <= room), SUBTITLES[-1])
    words = paragraph(run(fitted(said, size, room), size, False, look.QUIET))
    place = (x, y, w - icons, HEAD - 0.06)
    canvas.add(text_box(canvas.next_ident(), "Chart subtitle", picture.subtitle, place, words, "ctr"))
    overlay.icons(canvas, marks, x + w - icons, y, 0.3)
    if sentence := instead(picture):
        words = paragraph(run(sentence, SENTENCE, False, look.QUIET))
        tall = lines(sentence, SENTENCE, w / POINT / 1.05) * line_height(SENTENCE)
        canvas.add(text_box(canvas.next_ident(), "No chart", sentence, (x, y + HEAD, w, tall), words))
        return
    found = entries(picture)
    key = key_height(found, w - 0.6)
    draw(canvas, picture, (x, y + HEAD, w, h - HEAD - key))
    if found:
        place = (x + 0.6, y + h - key, w - 0.6, key)
        named = "Key to the signs in the chart"
        canvas.add(text_box(canvas.next_ident(), "Key", named, place, paragraph(key_runs(found))))


def draw(canvas: Canvas, picture: Measured, box: Box) -> None:
    if isinstance(picture, Chart):
        chart.draw(canvas, picture, box)
    elif isinstance(picture, Funnel):
        funnel.draw(canvas, picture, box)
    else:
        waterfall.draw(canvas, picture, box)


@dataclass
class SplitPiece:
    """A picture in two thirds, up to three facts in the other."""

    picture: Measured
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
        return [self.picture.anchor]

    def split(self, room: float) -> tuple[SplitPiece | None, SplitPiece | None]:
        return None, self

    def grow(self, spare: float) -> float:
        """Takes spare inches; gives by how much it is taller."""
        before = self.height
        self.least = max(before + spare, self.least)
        return self.height - before

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_picture(canvas, self.picture, (LEFT, y, ROOM * CHART_SHARE, self.height))
        x, top = LEFT + ROOM * CHART_SHARE + GUTTER, y
        spare = (self.height - sum(self.tall())) / max(len(self.facts.items), 1)
        for fact, tall in zip(self.facts.items, self.tall(), strict=True):
            draw_fact(canvas, fact, x, top, self.wide, tall, 24)
            top += tall + min(spare, 0.25)


@dataclass
class PicturePiece:
    picture: Measured
    height: float = 3.6

    @property
    def anchors(self) -> list[str]:
        return [self.picture.anchor]

    def split(self, room: float) -> tuple[PicturePiece | None, PicturePiece | None]:
        return (PicturePiece(self.picture, room), None) if room > 2.8 else (None, self)

    def grow(self, spare: float) -> float:
        """Takes spare inches; gives by how much it is taller. A sentence needs none."""
        grown = 0.0 if instead(self.picture) else max(spare, 0.0)
        self.height += grown
        return grown

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_picture(canvas, self.picture, (LEFT, y, ROOM, self.height), titled=True)
