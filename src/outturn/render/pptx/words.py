"""Cells and paragraphs as runs of a slide."""

from outturn.core.catalogue import GLYPH
from outturn.core.report.document import Cell, Chip, Rich
from outturn.render import look
from outturn.render.native.slides.xml import run
from outturn.render.pptx.canvas import Canvas


def plain(cell: Cell) -> str:
    """What the cell says, in words: also the text alternative of what is drawn in its place."""
    return cell.text or (cell.chip.word if cell.chip else "; ".join(mark.word for mark in cell.marks))


def cell_runs(canvas: Canvas, cell: Cell, size: float, bold: bool = False) -> str:
    """Shape and word of a chip, arrow and word of a movement, or the text; linked when the cell is."""
    if not plain(cell):
        return ""
    link = canvas.link(cell.link)
    colour = look.ACCENT if link else look.INK
    if cell.chip:
        return chip_run(cell.chip, size) + run(plain(cell), size, bold, colour, link)
    if cell.arrow or cell.tone:
        arrow = look.ARROW[cell.arrow]
        return run(f"{arrow} {cell.text}".strip(), size, bold, look.MOVEMENT[cell.tone], link)
    return run(plain(cell), size, bold, colour, link)


def chip_run(chip: Chip, size: float) -> str:
    """The shape of a state, before its word."""
    return run(f"{GLYPH[chip.shape]} ", size, True, look.status(chip.key).colour)


def rich_runs(canvas: Canvas, runs: Rich, size: float, colour: str = look.INK) -> str:
    found = []
    for part in runs:
        link = canvas.link(part.link)
        if part.chip:
            found.append(chip_run(part.chip, size))
        found.append(run(part.text, size, part.strong, look.ACCENT if link else colour, link))
    return "".join(found)
