"""Why a table cannot be read, in words that say which row of the file is broken."""

import csv
from collections.abc import Iterable
from pathlib import Path


class Unreadable(Exception):
    """A file is no table; the text says why."""


def why_unreadable(path: Path | str, broken: Exception) -> str:
    """A sentence; `broken` is what the reader of tables said, repeated when the file itself shows no reason."""
    file = Path(path)
    reason = csv_fault(file) if file.suffix.lower() == ".csv" and file.is_file() else None
    return f"{path} cannot be read: {reason or str(broken).splitlines()[0]}"


def csv_fault(path: Path) -> str | None:
    """The first thing in the file that breaks it as CSV, from the top."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as text:
            return row_fault(text)
    except UnicodeDecodeError:
        return f"row {first_foreign_row(path)} is not UTF-8 text. Save the file as CSV UTF-8."


def row_fault(text: Iterable[str]) -> str | None:
    """An empty file, a row with more cells than the first, or a quotation mark that is never closed."""
    rows = csv.reader(text, strict=True)
    number = 0
    try:
        width = len(next(rows, []))
        if not width:
            return "it is empty. Its first line must name the columns."
        for number, row in enumerate(rows, start=2):
            if len(row) > width:
                return f"row {number} has {len(row)} cells, the first line {width}. Put text with a comma in quotes."
    except csv.Error:
        return f"the quotation marks do not match from row {max(number, 1) + 1} on. Close each of them."
    return None


def first_foreign_row(path: Path) -> int:
    """The line, from 1, with the first bytes that are no UTF-8."""
    with path.open("rb") as lines:
        foreign = (line.decode("utf-8", "ignore").encode() != line for line in lines)
        return next(number for number, broken in enumerate(foreign, start=1) if broken)
