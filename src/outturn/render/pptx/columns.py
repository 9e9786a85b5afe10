"""Widths of table columns: by the document's weights, but never narrower than the longest word."""

from outturn.core.report.document import Cell, Column, ColumnKind, Row, Table
from outturn.render.arrange import small_print
from outturn.render.lettering import lines, width
from outturn.render.native.slides.geometry import POINT
from outturn.render.pptx.words import plain

PAD = 0.09
SAFE = 1.06
"""Text is allowed this much more than we measure: fonts differ a little from machine to machine."""
DRAWN = {ColumnKind.MARKS: 0.72, ColumnKind.TREND: 1.0}
CHIP = 0.2
SIGNED = (ColumnKind.CHIP, ColumnKind.MOVEMENT)
"""A shape or an arrow stands before their words."""
SHORT, SMALLER = 45, 1.5
"""Letters of a note that stands in its cell, and how many points smaller it is set."""


def pad(column: Column) -> float:
    """Space at the right of a cell: more after numbers, which stand at that side."""
    return 0.24 if column.kind is ColumnKind.NUMBER else PAD


def is_drawing(column: Column, cell: Cell) -> bool:
    """Is the cell a drawing laid over the table?"""
    return column.kind in DRAWN and bool(cell.marks or any(value is not None for value in cell.trend))


def words_in(column: Column, cell: Cell) -> str:
    return "" if is_drawing(column, cell) else plain(cell)


def need(column: Column, cells: list[Cell], size: float) -> float:
    """Inches the column must have: its longest word, or its whole text when that is short."""
    if any(is_drawing(column, cell) for cell in cells):
        return DRAWN[column.kind] + PAD
    words = [word for cell in cells for word in pieces(plain(cell))]
    room = max((width(word, size) for word in words), default=0)
    head = max((width(word, size, bold=True) for word in column.title.split()), default=0)
    return min(max(room, head) * POINT * SAFE, 3.0) + pad(column) + (CHIP if column.kind in SIGNED else 0)


def pieces(text: str) -> list[str]:
    return [text] if len(text) <= 12 else text.split()


def widths(table: Table, rows: tuple[Row, ...], size: float, room: float) -> list[float]:
    own = [dict(row.visible_cells()) for row in rows]
    wants = [
        need(column, [cells[n] for cells in own if n in cells and cells[n].span == 1], size)
        for n, column in enumerate(table.columns)
    ]
    if sum(wants) >= room:
        return [want * room / sum(wants) for want in wants]
    weights = [float(column.width) for column in table.columns]
    found = [0.0] * len(wants)
    free = set(range(len(wants)))
    while free:
        left = room - sum(found[n] for n in range(len(wants)) if n not in free)
        total = sum(weights[n] for n in free)
        tight = {n for n in free if left * weights[n] / total < wants[n]}
        for n in tight or free:
            found[n] = wants[n] if tight else left * weights[n] / total
        free -= tight or free
    return found


def note(cell: Cell) -> str:
    """A short note stands below its figure; long ones are told on the measure's own slide."""
    small = small_print(cell)
    return small if len(small) <= SHORT else ""


def row_height(table: Table, row: Row, across: list[float], size: float) -> float:
    """Inches the row takes when its longest cell wraps."""
    most = size
    for place, cell in row.visible_cells():
        column, wide = table.columns[place], sum(across[place : place + cell.span])
        room = (wide - pad(column) - (CHIP if cell.chip else 0)) / POINT / SAFE
        text, small = words_in(column, cell), note(cell)
        tall = lines(text, size, room) * size if len(text) > 4 else size
        most = max(most, tall + (lines(small, size - SMALLER, room) * (size - SMALLER) if small else 0))
    padded = most * 1.2 * POINT + 0.05
    has_drawing = any(is_drawing(column, cell) for column, cell in zip(table.columns, row.cells, strict=True))
    return max(padded, 0.29) if has_drawing else padded
