"""Pictures on a slide: beside their facts, alone, or as a column of rows that may go on overleaf."""

from __future__ import annotations

from dataclasses import dataclass

from outturn.core.report.document import Facts
from outturn.core.report.pictures import Picture
from outturn.render import look
from outturn.render.lettering import fit_text, lines, width
from outturn.render.native.slides.canvas import Box
from outturn.render.native.slides.geometry import CHART_SHARE, LEFT, POINT, ROOM, line_height
from outturn.render.native.slides.xml import paragraph, run, text_box
from outturn.render.pictures import kind_of
from outturn.render.pictures.kind import Rows
from outturn.render.pptx import overlay
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.facts import draw_fact, fact_height
from outturn.render.pptx.key import key_height, key_runs

HEAD = 0.34
GUTTER = 0.45
SENTENCE = 12.0
SUBTITLES = (11.0, 10.0, 9.0)
ROWS_TITLE, ROWS_HEAD, ROW = 0.28, 0.4, 0.3
"""Inches of a picture of rows: its title, all that stands over its rows, and each row."""


def draw_picture(canvas: Canvas, picture: Picture, box: Box, titled: bool = False) -> None:
    """Subtitle and icons, the picture, and a key to the signs in it; a sentence where there is nothing to draw."""
    kind, (x, y, w, h) = kind_of(picture), box
    marks = kind.list_marks(picture)
    icons = len(marks) * (overlay.ICON + 0.12)
    subtitle = kind.subtitle(picture)
    said = f"{picture.title}  ·  {subtitle}" if titled else subtitle
    room = (w - icons - 0.1) / POINT
    size = next((size for size in SUBTITLES if width(said, size) <= room), SUBTITLES[-1])
    words = paragraph(run(fit_text(said, size, room), size, False, look.QUIET))
    place = (x, y, w - icons, HEAD - 0.06)
    canvas.add(text_box(canvas.next_ident(), "Chart subtitle", picture.subtitle, place, words, "ctr"))
    overlay.icons(canvas, marks, x + w - icons, y, 0.3)
    if sentence := kind.say_instead(picture):
        words = paragraph(run(sentence, SENTENCE, False, look.QUIET))
        tall = lines(sentence, SENTENCE, w / POINT / 1.05) * line_height(SENTENCE)
        canvas.add(text_box(canvas.next_ident(), "No chart", sentence, (x, y + HEAD, w, tall), words))
        return
    signs = kind.list_signs(picture)
    key = key_height(signs, w - 0.6)
    kind.draw_on_slide(canvas, picture, (x, y + HEAD, w, h - HEAD - key))
    if signs:
        place = (x + 0.6, y + h - key, w - 0.6, key)
        named = "Key to the signs in the chart"
        canvas.add(text_box(canvas.next_ident(), "Key", named, place, paragraph(key_runs(signs))))


@dataclass
class SplitPiece:
    """A picture in two thirds, up to three facts in the other."""

    picture: Picture
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
    picture: Picture
    height: float = 3.6

    @property
    def anchors(self) -> list[str]:
        return [self.picture.anchor]

    def split(self, room: float) -> tuple[PicturePiece | None, PicturePiece | None]:
        return (PicturePiece(self.picture, room), None) if room > 2.8 else (None, self)

    def grow(self, spare: float) -> float:
        """Takes spare inches; gives by how much it is taller. A sentence needs none."""
        grown = 0.0 if kind_of(self.picture).say_instead(self.picture) else max(spare, 0.0)
        self.height += grown
        return grown

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_picture(canvas, self.picture, (LEFT, y, ROOM, self.height), titled=True)


@dataclass
class RowsPiece:
    """A picture with a row for each thing, under its title."""

    picture: Picture
    rows: Rows[Picture]

    @property
    def count(self) -> int:
        return self.rows.count(self.picture)

    @property
    def height(self) -> float:
        return ROWS_HEAD + ROW * self.count

    @property
    def anchors(self) -> list[str]:
        return [self.picture.anchor]

    def split(self, room: float) -> tuple[RowsPiece | None, RowsPiece | None]:
        half = self.count // 2
        if room < 4.5 or half < 1:
            return None, self
        first, rest = (
            RowsPiece(self.rows.cut(self.picture, *ends), self.rows) for ends in ((0, half), (half, self.count))
        )
        return (first, rest) if first.height <= room else first.split(room)

    def draw(self, canvas: Canvas, y: float) -> None:
        title = paragraph(run(self.picture.title, 12, True, look.INK))
        place = (LEFT, y, ROOM, ROWS_TITLE)
        canvas.add(text_box(canvas.next_ident(), "Chart title", self.picture.title, place, title))
        box = (LEFT, y + ROWS_TITLE, ROOM, self.height - ROWS_TITLE)
        kind_of(self.picture).draw_on_slide(canvas, self.picture, box)
