"""Document -> every figure as one row of CSV: where it stands, what it is, as shown and as a number."""

import csv as writer
import io

from outturn.core.report.document import Document

HEADINGS = ("page", "place", "key", "text", "value", "unit", "scale", "state")
RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv(document: Document) -> bytes:
    """UTF-8 with a byte order mark for spreadsheets; an apostrophe leads text that looks like a formula."""
    stream = io.StringIO(newline="")
    out = writer.writer(stream, lineterminator="\r\n")
    out.writerow(HEADINGS)
    for page, place, cell in document.figures():
        value = "" if cell.value is None else repr(cell.value)
        words = (page.title, place, cell.key, cell.text)
        out.writerow((*map(safe, words), value, cell.unit, cell.scale, cell.state))
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def safe(text: str) -> str:
    return f"'{text}" if text.startswith(RISKY) else text
