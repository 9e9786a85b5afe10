"""The sheets of a workbook, as the limited process tells them; refused in a sentence when they ask for too much."""

import json
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import polars as pl

from outturn.core.intake.formats import exact, print_cell
from outturn.core.intake.limits import Unreadable, check_columns, check_size
from outturn.core.intake.sheet import Columns, Sheet
from outturn.workbooks.limited import ask_child

MOST_BYTES = 64 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class BookSheet(Sheet):
    """`cells`: for each column a line of JSON, as the child tells it. Only columns that are wanted are unpacked."""

    cells: tuple[bytes, ...]
    height: int

    def columns(self, first: int, width: int, wanted: list[int]) -> Columns:
        check_columns(width)
        check_size(self.height - first, len(wanted))
        numbers = pl.Series("row", range(first + 1, self.height + 1), dtype=pl.Int64)
        seen, stored = [numbers], [numbers]
        for n in wanted:
            cells = json.loads(self.cells[n])[first:]
            looks = {None: ("", "")} | {key: (print_cell(key), exact(key)) for key in set(map(hashable, cells)) if key}
            both = [looks[hashable(cell)] for cell in cells]
            seen.append(pl.Series(str(n), [look for look, _ in both], dtype=pl.String))
            stored.append(pl.Series(str(n), [value for _, value in both], dtype=pl.String))
        return Columns(pl.DataFrame(seen), pl.DataFrame(stored))


def hashable(cell: Any) -> Any:
    return tuple(cell) if isinstance(cell, list) else cell


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
    told, *columns = ask_child(data)
    answer = json.loads(told)
    if "refused" in answer:
        raise Unreadable(*answer["refused"])
    hidden = [sheet["name"] for sheet in answer["sheets"] if not sheet["visible"]]
    notes = [*answer["notes"], *(f"Sheet '{name}' is hidden and was not read." for name in hidden)]
    sheets = [sheet for sheet in lay_sheets(answer["sheets"], columns) if any(map(any, sheet.head))]
    if not sheets:
        raise Unreadable("The workbook has no visible sheet with figures.", "Show the sheet and save it again.")
    return sheets, tuple(notes)


def lay_sheets(sheets: list[dict[str, Any]], columns: list[bytes]) -> list[BookSheet]:
    """The visible sheets, each with its own columns."""
    visible, first = [], 0
    for sheet in sheets:
        own = tuple(columns[first : first + sheet["columns"]])
        first += sheet["columns"]
        head = tuple(tuple(print_cell(cell) for cell in row) for row in sheet["head"])
        if sheet["visible"]:
            visible.append(BookSheet(sheet["name"], head, own, sheet["rows"]))
    return visible
