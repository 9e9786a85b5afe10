"""Document -> every figure as one row of CSV: where it stands, what it is, as shown and as a number."""

import csv as writer
import io
from collections.abc import Iterator

from outturn.core.formulas import guard_formula
from outturn.core.report.document import Cell, Document
from outturn.core.report.pictures import Funnel, Waterfall
from outturn.core.units import Unit, show

HEADINGS = ("page", "place", "key", "text", "value", "unit", "scale", "state")


def csv(document: Document) -> bytes:
    """UTF-8 with a byte order mark for spreadsheets; an apostrophe leads text that a spreadsheet could run."""
    stream = io.StringIO(newline="")
    out = writer.writer(stream, lineterminator="\r\n")
    out.writerow(HEADINGS)
    for page, place, cell in figures(document):
        value = "" if cell.value is None else repr(cell.value)
        words = (page, place, cell.key, cell.text)
        out.writerow((*map(guard_formula, words), value, cell.unit, cell.scale, cell.state))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def figures(document: Document) -> Iterator[tuple[str, str, Cell]]:
    """Title of the page, place and figure: first those of tables and facts, then what stands in pictures alone.

    Series over time are not repeated: their figures are those of the tables.
    """
    for page, place, cell in document.figures():
        yield page.title, place, cell
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Funnel):
                yield from ((page.title, place, cell) for place, cell in of_funnel(block))
            elif isinstance(block, Waterfall):
                yield from ((page.title, block.title, cell) for cell in of_waterfall(block))


def of_funnel(picture: Funnel) -> Iterator[tuple[str, Cell]]:
    """The value of each group, and its size."""
    for dot in picture.dots:
        key = f"{picture.anchor}/{dot.label}"
        yield picture.title, Cell(dot.text, dot.value, picture.unit, scale=picture.scale, key=key)
        decimals = 0 if dot.size == round(dot.size) else 1
        size = Cell(show(dot.size, Unit.COUNT, decimals), dot.size, Unit.COUNT.value, key=f"{key}/size")
        yield f"{picture.title}: {picture.size_words or 'size'}", size


def of_waterfall(picture: Waterfall) -> Iterator[Cell]:
    """Every total and change, with the sign that its words may not have."""
    for step in picture.steps:
        key = f"{picture.anchor}/{step.label}"
        yield Cell(step.text, step.value, picture.unit, scale=picture.scale, key=key)
