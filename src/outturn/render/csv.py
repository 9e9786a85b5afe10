"""Document -> every figure as one row of CSV: where it stands, what it is, as shown and as a number."""

import csv as writer
import io
from collections.abc import Iterator

from outturn.core.formulas import guard_formula
from outturn.core.report.document import Cell, Document
from outturn.render.pictures import is_picture, kind_of

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
            if is_picture(block):
                yield from ((page.title, place, cell) for place, cell in kind_of(block).list_figures(block))
