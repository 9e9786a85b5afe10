"""Cells for the template. Equal drawings are sent once and named."""

import re
from typing import Any

from outturn.core.report.document import Cell, Chip
from outturn.core.report.pictures import Mark
from outturn.render import charts, look
from outturn.render.arrange import small_print

Json = dict[str, Any]
SHORT = 45
ENDLESS = re.compile(r"\S{40}(?=\S)")


def soft(text: str) -> str:
    """Very long words may break anywhere: nothing runs off the page."""
    return ENDLESS.sub("\\g<0>\u200b", text)


class Cells:
    def __init__(self, known: frozenset[str]) -> None:
        self.known = known
        self.drawings: dict[str, str] = {}

    def drawing(self, name: str, svg: str) -> str:
        self.drawings[name] = svg
        return name

    def shape(self, chip: Chip) -> str:
        name = f"shape {chip.key} {chip.shape} {chip.letter}"
        return name if name in self.drawings else self.drawing(name, charts.draw_shape(chip))

    def mark(self, mark: Mark) -> Json:
        name = f"icon {mark.kind} {mark.key}"
        if name not in self.drawings:
            self.drawing(name, charts.draw_icon(mark))
        return {"drawing": name, "word": mark.word}

    def cell(self, cell: Cell, crowded: bool = False) -> Json:
        """Only what is there: most cells are one text. Long notes are left out of crowded tables."""
        found: Json = {"t": soft(cell.text) or (cell.chip.word if cell.chip else "")}
        if cell.link in self.known:
            found["link"] = cell.link
        small = small_print(cell)
        if small and not (crowded and len(small) > SHORT):
            found["note"] = small
        if cell.chip:
            found["shape"] = self.shape(cell.chip)
        elif cell.marks:
            found["marks"] = [self.mark(mark) for mark in cell.marks]
        elif any(value is not None for value in cell.trend):
            found["trend"] = charts.draw_sparkline(cell.trend, cell.trend_target, cell.trend_good, width=112, height=22)
        elif cell.arrow or cell.tone:
            found["arrow"] = look.ARROW[cell.arrow]
            found["colour"] = look.MOVEMENT[cell.tone]
        return found
