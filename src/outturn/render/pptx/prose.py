"""Paragraphs on a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outturn.core.report.document import Paragraph
from outturn.render.arrange import plain_text
from outturn.render.lettering import lines
from outturn.render.native.slides.geometry import LEFT, POINT, ROOM, TALL, line_height
from outturn.render.native.slides.xml import paragraph, text_box
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.cut import cut
from outturn.render.pptx.words import rich_runs

LEAD, PLAIN, SMALLEST = 16.0, 12.0, 9.0


@dataclass
class ProsePiece:
    paragraph: Paragraph

    @property
    def size(self) -> float:
        """Smaller when the text is longer than a slide; what is longer still goes on over the next."""
        size = LEAD if self.paragraph.lead else PLAIN
        while size > SMALLEST and self.tall(size) > TALL:
            size -= 1
        return size

    def tall(self, size: float) -> float:
        return lines(plain_text(self.paragraph.runs), size, ROOM / POINT / 1.05) * line_height(size) + 0.06

    @property
    def height(self) -> float:
        return self.tall(self.size)

    @property
    def anchors(self) -> list[str]:
        return []

    def split(self, room: float) -> tuple[ProsePiece | None, ProsePiece | None]:
        if room < TALL * 0.6:
            return None, self
        most = int((room - 0.06) / line_height(self.size))
        here, later = cut(self.paragraph.runs, self.size, ROOM / POINT / 1.05, most)
        return ProsePiece(replace(self.paragraph, runs=here)), ProsePiece(replace(self.paragraph, runs=later))

    def draw(self, canvas: Canvas, y: float) -> None:
        body = paragraph(rich_runs(canvas, self.paragraph.runs, self.size))
        alt = plain_text(self.paragraph.runs)
        canvas.add(text_box(canvas.next_ident(), "Text", alt, (LEFT, y, ROOM, self.height), body))
