"""Workbooks, read in a limited child process and refused in a sentence when they ask for too much."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from outturn.core.intake.delimited import Unreadable
from outturn.core.intake.formats import exact, printed
from outturn.core.intake.sheet import Sheet

CHILD = Path(__file__).with_name("workbook_child.py")
MOST_BYTES = 64 * 1024 * 1024
SECONDS = 90
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def is_workbook(data: bytes) -> bool:
    """By its content, never by its name."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06", OLD_OFFICE))


def sheets_of(data: bytes) -> tuple[list[Sheet], tuple[str, ...]]:
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


def laid(sheet: dict[str, Any]) -> Sheet:
    rows = sheet["rows"]
    seen = [[printed(cell) for cell in row] for row in rows]
    return Sheet(sheet["name"], seen, [[exact(cell) for cell in row] for row in rows])
