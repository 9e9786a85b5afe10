"""Paragraphs on a slide."""

from __future__ import annotations

from dataclasses import dataclass

from outturn.core.report.document import Paragraph
from outturn.render.lettering import lines
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.geometry import LEFT, POINT, ROOM, TALL, line_height
from outturn.render.pptx.words import rich_runs, said
from outturn.render.pptx.xml import paragraph, text_box

LEAD, PLAIN = 16.0, 12.0


@dataclass
class ProsePiece:
    paragraph: Paragraph

    @property
    def size(self) -> float:
        """Smaller when the text is longer than a slide."""
        size = LEAD if self.paragraph.lead else PLAIN
        while size > 5 and self.tall(size) > TALL:
            size -= 1
        return size

    def tall(self, size: float) -> float:
        return lines(said(self.paragraph.runs), size, ROOM / POINT / 1.05) * line_height(size) + 0.06

    @property
    def height(self) -> float:
        return self.tall(self.size)

    @property
    def anchors(self) -> list[str]:
        return []

    def split(self, room: float) -> tuple[ProsePiece | None, ProsePiece | None]:
        return None, self

    def draw(self, canvas: Canvas, y: float) -> None:
        body = paragraph(rich_runs(canvas, self.paragraph.runs, self.size))
        alt = said(self.paragraph.runs)
        canvas.add(text_box(canvas.next_ident(), "Text", alt, (LEFT, y, ROOM, self.height), body))
