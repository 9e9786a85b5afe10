"""Panels side by side, in the largest type that fits the room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outturn.core.report.document import Panel
from outturn.render import look
from outturn.render.lettering import lines
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.geometry import LEFT, POINT, ROOM, TALL, line_height
from outturn.render.pptx.words import rich_runs, said
from outturn.render.pptx.xml import NO_LINE, paragraph, run, shape, solid, text_box

SIZES = (12.0, 11.0, 10.0, 9.0)
GUTTER = 0.3
INDENT = 0.16
BULLET = 0.16
AFTER = 3
ACROSS = 3


@dataclass
class PanelsPiece:
    """Up to three panels to a row."""

    items: tuple[Panel, ...]
    size: float = SIZES[0]

    @property
    def columns(self) -> int:
        return min(len(self.items), ACROSS)

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
        """The same panels in smaller type; else the rows that fit; else, on an empty slide, part of the items."""
        for size in SIZES:
            tried = PanelsPiece(self.items, size)
            if tried.height <= room:
                return tried, None
        count, used = 0, 0.0
        smallest = PanelsPiece(self.items, SIZES[-2])
        for row in smallest.rows:
            used += smallest.row_height(row) + 0.16
            if used > room:
                break
            count += len(row)
        if count:
            return PanelsPiece(self.items[:count], SIZES[-2]), PanelsPiece(self.items[count:])
        return self.halves() if room >= TALL * 0.8 else (None, self)

    def halves(self) -> tuple[PanelsPiece | None, PanelsPiece | None]:
        """The first half of every panel's items: for panels longer than a slide."""
        if all(len(panel.items) < 2 for panel in self.items):
            return PanelsPiece(self.items, 6.0), None
        first = tuple(replace(panel, items=panel.items[: (len(panel.items) + 1) // 2]) for panel in self.items[:ACROSS])
        rest = tuple(replace(panel, items=panel.items[(len(panel.items) + 1) // 2 :]) for panel in self.items[:ACROSS])
        rest = tuple(panel for panel in rest if panel.items)
        fit, more = PanelsPiece(first).split(TALL)
        others = (*(more.items if more else ()), *rest, *self.items[ACROSS:])
        return fit, PanelsPiece(others) if others else None

    def draw(self, canvas: Canvas, y: float) -> None:
        for row in self.rows:
            tall = self.row_height(row)
            for number, panel in enumerate(row):
                self.draw_panel(canvas, panel, LEFT + number * (self.wide + GUTTER), y, tall)
            y += tall + 0.16

    def draw_panel(self, canvas: Canvas, panel: Panel, x: float, y: float, tall: float) -> None:
        bar = solid(look.panel(panel.tone)) + NO_LINE
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
    texts = [said(item) for item in panel.items] or [panel.empty or "Nothing to report."]
    count = sum(lines(text, size, room) for text in texts)
    head = line_height(size + 1) * lines(panel.title, size + 1, wide / POINT / 1.05, bold=True)
    return head + count * line_height(size) + (len(texts) + 1) * AFTER * POINT
