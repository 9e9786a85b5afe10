"""Workbooks, read in a limited child process and refused in a sentence when they ask for too much."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from outturn.core.intake.formats import exact, printed
from outturn.core.intake.limits import Unreadable, check_size
from outturn.core.intake.sheet import HEAD_ROWS, Columns, Sheet

CHILD = Path(__file__).with_name("workbook_child.py")
MOST_BYTES = 64 * 1024 * 1024
SECONDS = 90
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class BookSheet(Sheet):
    """`rows`: cells as the child tells them. Only the columns that are wanted are put into words."""

    rows: Rows

    def columns(self, first: int, width: int, wanted: list[int]) -> Columns:
        below = self.rows[first:]
        check_size(len(below), len(wanted))
        numbers = pl.Series("row", range(first + 1, first + 1 + len(below)), dtype=pl.Int64)
        seen, stored = [numbers], [numbers]
        for n in wanted:
            cells = [row[n] if n < len(row) else None for row in below]
            seen.append(pl.Series(str(n), list(map(printed, cells)), dtype=pl.String))
            stored.append(pl.Series(str(n), list(map(exact, cells)), dtype=pl.String))
        return Columns(pl.DataFrame(seen), pl.DataFrame(stored))


def is_workbook(data: bytes) -> bool:
    """By its content, never by its name."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", OLD_OFFICE))


def open_workbook(data: bytes) -> tuple[list[BookSheet], tuple[str, ...]]:
    """The visible sheets that hold anything, and notes for the person. Raises Unreadable."""
    if data.startswith(OLD_OFFICE):
        raise Unreadable("This is an old or a password-protected workbook.", "Save it as XLSX without a password.")
    if len(data) > MOST_BYTES:
        raise Unreadable(f"The workbook has {len(data) // 1_000_000:,} MB.", "Save the figures alone as CSV.")
    if not zipfile.is_zipfile(BytesIO(data)):
        raise Unreadable("The workbook is damaged.", "Open it in a spreadsheet program and save it again.")
    answer = asked(data)
    if "refused" in answer:
        raise Unreadable(*answer["refused"])
    hidden = [sheet["name"] for sheet in answer["sheets"] if not sheet["visible"]]
    notes = [*answer["notes"], *(f"Sheet '{name}' is hidden and was not read." for name in hidden)]
    sheets = [laid(sheet) for sheet in answer["sheets"] if sheet["visible"] and any(map(any, sheet["rows"]))]
    if not sheets:
        raise Unreadable("The workbook has no visible sheet with figures.", "Show the sheet and save it again.")
    return sheets, tuple(notes)


def asked(data: bytes) -> dict[str, Any]:
    """What the child says of the file; a child that dies has met its limits."""
    command = [sys.executable, "-I", str(CHILD)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise Unreadable("The workbook takes too long to read.", "Save the figures alone as CSV.") from None
    if done.returncode != 0:
        raise Unreadable(
            "The workbook cannot be read within the memory and time allowed.", "Save the figures alone as CSV."
        )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def laid(sheet: dict[str, Any]) -> BookSheet:
    rows = sheet["rows"]
    head = tuple(tuple(printed(cell) for cell in row) for row in rows[:HEAD_ROWS])
    return BookSheet(sheet["name"], head, rows)
