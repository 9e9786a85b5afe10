"""Opening a file, once: what it is, its sheets, and what a person should know of them."""

from dataclasses import dataclass, field

from outturn.core.intake.delimited import open_text
from outturn.core.intake.limits import Unreadable
from outturn.core.intake.result import Problem
from outturn.core.intake.sheet import Sheet
from outturn.core.intake.workbook import is_workbook, open_workbook


@dataclass(frozen=True)
class Opened:
    """`problem` is set where the file as a whole cannot be read; then there are no sheets."""

    name: str
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()
    problem: Problem | None = field(default=None)


def open_file(name: str, data: bytes) -> Opened:
    """The sheets of a CSV, XLSX or ODS file. The content decides what it is; the name only tells it from others."""
    try:
        if is_workbook(data):
            sheets, notes = open_workbook(data)
            return Opened(name, tuple(sheets), notes)
        return Opened(name, (open_text(data),))
    except Unreadable as unreadable:
        return Opened(name, problem=unreadable.problem)
