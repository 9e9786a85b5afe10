"""Panels side by side, in the largest type that fits the room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outturn.core.report.document import Panel
from outturn.render import look
from outturn.render.arrange import plain_text
from outturn.render.lettering import lines
from outturn.render.native.slides.geometry import LEFT, POINT, ROOM, TALL, line_height
from outturn.render.native.slides.xml import NO_LINE, paragraph, run, shape, solid, text_box
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.cut import cut
from outturn.render.pptx.words import rich_runs

SIZES = (12.0, 11.0, 10.0, 9.0)
GUTTER = 0.3
INDENT = 0.16
BULLET = 0.16
AFTER = 3
ACROSS = 3
CONTINUED = " (continued)"


@dataclass
class PanelsPiece:
    """Up to `across` panels to a row."""

    items: tuple[Panel, ...]
    size: float = SIZES[0]
    across: int = ACROSS
    continued: bool = False  # the first panel began on the slide before

    @property
    def columns(self) -> int:
        return min(len(self.items), self.across)

    @property
    def wide(self) -> float:
        return (ROOM - GUTTER * (self.columns - 1)) / self.columns

    @property
    def rows(self) -> list[tuple[Panel, ...]]:
        return [self.items[n : n + self.columns] for n in range(0, len(self.items), self.columns)]

    @property
    def height(self) -> float:
        return sum(self.row_height(row) for row in self.rows) + 0.16 * (len(self.rows) - 1)

    @property
    def anchors(self) -> list[str]:
        return []

    def row_height(self, row: tuple[Panel, ...]) -> float:
        return max(panel_height(panel, self.size, self.wide - INDENT) for panel in row)

    def split(self, room: float) -> tuple[PanelsPiece | None, PanelsPiece | None]:
        """The same panels in smaller type; else the rows that fit; else, on an empty slide, one panel to a row, as much
        of it as fits."""
        for size in SIZES:
            tried = replace(self, size=size)
            if tried.height <= room:
                return tried, None
        count, used = 0, 0.0
        smallest = replace(self, size=SIZES[-2])
        for row in smallest.rows:
            used += smallest.row_height(row) + 0.16
            if used > room:
                break
            count += len(row)
        if count:
            return replace(smallest, items=self.items[:count]), PanelsPiece(self.items[count:])
        if room < TALL * 0.6:
            return None, self
        return replace(self, across=1).split(room) if self.across > 1 else self.begin_panel(room)

    def begin_panel(self, room: float) -> tuple[PanelsPiece | None, PanelsPiece | None]:
        """As much of the first panel as fits: whole items, or the beginning of one that is longer than a slide."""
        first, size = self.items[0], SIZES[-2]
        fits = 0
        while panel_height(replace(first, items=first.items[: fits + 1]), size, self.wide - INDENT) <= room:
            fits += 1
        here, later = first.items[:fits], first.items[fits:]
        if not fits:
            left = room - panel_height(replace(first, items=()), size, self.wide - INDENT)
            wide = (self.wide - INDENT - BULLET) / POINT / 1.05
            begun, rest = cut(first.items[0], size, wide, max(int(left / line_height(size)), 1))
            here, later = (begun,), (rest, *first.items[1:])
        going_on = replace(first, items=later, title=first.title if self.continued else f"{first.title}{CONTINUED}")
        return PanelsPiece((replace(first, items=here),), size, 1), PanelsPiece(
            (going_on, *self.items[1:]), continued=True
        )

    def draw(self, canvas: Canvas, y: float) -> None:
        for row in self.rows:
            tall = self.row_height(row)
            for number, panel in enumerate(row):
                self.draw_panel(canvas, panel, LEFT + number * (self.wide + GUTTER), y, tall)
            y += tall + 0.16

    def draw_panel(self, canvas: Canvas, panel: Panel, x: float, y: float, tall: float) -> None:
        bar = solid(look.PANEL[panel.tone]) + NO_LINE
        canvas.add(shape(canvas.next_ident(), "Panel edge", "", (x, y, 0.035, tall), "rect", bar))
        body = paragraph(run(panel.title, self.size + 1, True, look.INK), after=AFTER)
        for item in panel.items:
            body += paragraph(rich_runs(canvas, item, self.size), after=AFTER, bullet=True)
        if not panel.items:
            body += paragraph(run(panel.empty or "Nothing to report.", self.size, False, look.QUIET))
        box = (x + INDENT, y, self.wide - INDENT, tall)
        canvas.add(text_box(canvas.next_ident(), "Panel", panel.title, box, body))


def panel_height(panel: Panel, size: float, wide: float) -> float:
    room = (wide - BULLET) / POINT / 1.05
    texts = [plain_text(item) for item in panel.items] or [panel.empty or "Nothing to report."]
    count = sum(lines(text, size, room) for text in texts)
    head = line_height(size + 1) * lines(panel.title, size + 1, wide / POINT / 1.05, bold=True)
    return head + count * line_height(size) + (len(texts) + 1) * AFTER * POINT
