"""Facts: a label, a large figure, a sentence; beside a chart or in a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outturn.core.report.document import Fact
from outturn.render import look
from outturn.render.arrange import small_print
from outturn.render.lettering import lines, width
from outturn.render.native.slides.geometry import LEFT, POINT, ROOM, line_height
from outturn.render.native.slides.xml import NO_LINE, paragraph, run, shape, solid, text_box
from outturn.render.pptx import overlay
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.words import cell_runs, plain

GUTTER = 0.3
LABEL, DETAIL = 10.5, 10.0
ACROSS = 6


def list_small_print(fact: Fact) -> list[str]:
    """The cell's note and the detail, said once."""
    return list(dict.fromkeys(text for text in (small_print(fact.cell), fact.detail) if text))


def fact_height(fact: Fact, wide: float, size: float) -> float:
    room = wide / POINT / 1.05
    figure = 1 if fact.cell.marks else lines(plain(fact.cell), fit_size(fact, wide, size), room, bold=True)
    small = sum(lines(text, DETAIL, room) for text in list_small_print(fact))
    label = lines(fact.label, LABEL, room)
    return (
        0.1
        + label * line_height(LABEL)
        + figure * line_height(fit_size(fact, wide, size))
        + small * line_height(DETAIL)
        + 0.12
    )


def fit_size(fact: Fact, wide: float, size: float) -> float:
    """A long word is set smaller rather than broken."""
    longest = max((width(word, size, bold=True) for word in plain(fact.cell).split()), default=0)
    room = wide / POINT * 0.85
    return max(size * min(1, room / longest), 9.0) if longest else size


def draw_fact(canvas: Canvas, fact: Fact, x: float, y: float, wide: float, tall: float, size: float) -> None:
    tone = look.status(fact.cell.chip.key).colour if fact.cell.chip else look.LINE
    canvas.add(shape(canvas.next_ident(), "Rule", "", (x, y, wide, 0.028), "rect", solid(tone) + NO_LINE))
    body = paragraph(run(fact.label, LABEL, False, look.QUIET))
    figure = fit_size(fact, wide, size)
    if fact.cell.marks:
        body += paragraph(run(" ", figure))
        overlay.icons(canvas, fact.cell.marks, x, y + 0.1 + line_height(LABEL), line_height(figure) - 0.03)
    else:
        body += paragraph(cell_runs(canvas, fact.cell, figure, bold=True))
    for text in list_small_print(fact):
        body += paragraph(run(text, DETAIL, False, look.QUIET))
    alt = f"{fact.label}: {plain(fact.cell)}"
    canvas.add(text_box(canvas.next_ident(), "Fact", alt, (x, y + 0.1, wide, tall - 0.1), body))


@dataclass
class FactsPiece:
    """A row of facts over the width of the slide; more than six go on in a second row."""

    items: tuple[Fact, ...]
    size: float = 20.0

    @property
    def columns(self) -> int:
        return min(len(self.items), ACROSS)

    @property
    def wide(self) -> float:
        return (ROOM - GUTTER * (self.columns - 1)) / self.columns

    @property
    def rows(self) -> list[tuple[Fact, ...]]:
        return [self.items[n : n + self.columns] for n in range(0, len(self.items), self.columns)]

    def row_height(self, row: tuple[Fact, ...]) -> float:
        return max(fact_height(fact, self.wide, self.size) for fact in row)

    @property
    def height(self) -> float:
        return sum(self.row_height(row) for row in self.rows)

    @property
    def anchors(self) -> list[str]:
        return []

    def split(self, room: float) -> tuple[FactsPiece | None, FactsPiece | None]:
        """The rows that fit, and the others."""
        count, used = 0, 0.0
        for row in self.rows:
            used += self.row_height(row)
            if used > room:
                break
            count += len(row)
        if not 0 < count < len(self.items):
            return None, self
        return replace(self, items=self.items[:count]), replace(self, items=self.items[count:])

    def draw(self, canvas: Canvas, y: float) -> None:
        for row in self.rows:
            tall = self.row_height(row)
            for number, fact in enumerate(row):
                draw_fact(canvas, fact, LEFT + number * (self.wide + GUTTER), y, self.wide, tall, self.size)
            y += tall
