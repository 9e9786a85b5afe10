"""Opening a file that somebody sent, once: the content decides what it is, the name only tells it from others."""

from outturn.core.intake.delimited import open_text
from outturn.core.intake.limits import Unreadable
from outturn.core.intake.opened import Opened
from outturn.workbooks.book import is_workbook, open_workbook


def open_file(name: str, data: bytes) -> Opened:
    """The sheets of a CSV, XLSX or ODS file, for `core.intake` to read."""
    try:
        if is_workbook(data):
            sheets, notes = open_workbook(data)
            return Opened(name, tuple(sheets), notes)
        return Opened(name, (open_text(data),))
    except Unreadable as unreadable:
        return Opened(name, problem=unreadable.problem)
