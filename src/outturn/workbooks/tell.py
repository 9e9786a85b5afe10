"""The sheets of a workbook as the parent is told of them: values by calamine, the rest from the XML.

A cell is null, a string, or [kind, value, number format]: n number, b yes/no, d date, t seconds, e error,
f a formula that was saved without its result. A fourth part is what the cell shows, where the file says that.
"""

import math
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

Place = tuple[int, int]
MACROS = "The workbook holds macros. They were not run."
HIDDEN = "The workbook has hidden rows or columns. They were read like the others."
RAISED = "Some cells hold raised characters, such as the mark of a footnote. They were read like the others."
COMMENTS = "Some cells have comments. They were not read."
FORMULAS = "Some cells hold formulas. Their results were read as last saved."


@dataclass(frozen=True)
class Sheet:
    """`codes`: number formats by place (row, column, from 1); `special`: cells that are not what they hold; `shown`:
    what a number looks like; `columns`: how far the sheet reaches."""

    columns: int = 0
    codes: dict[Place, str] = field(default_factory=dict)
    special: dict[Place, list[Any]] = field(default_factory=dict)
    shown: dict[Place, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """Sheets by name, and notes for the person."""

    sheets: dict[str, Sheet]
    notes: list[str]


def lay_out(rows: list[list[Any]], sheet: Sheet) -> list[list[Any]]:
    """Values of calamine, with the number format, errors and unsaved formulas that only the XML tells; row by row."""
    width = max([sheet.columns, *(len(row) for row in rows)], default=0)
    height = max([len(rows), *(row for row, _ in sheet.special)], default=0)
    laid = []
    for r in range(height):
        row = rows[r] if r < len(rows) else []
        cells = [code_value(value, sheet, (r + 1, c + 1)) for c, value in enumerate(row)]
        laid.append(cells + [None] * (width - len(cells)))
    for (r, c), what in sheet.special.items():
        laid[r - 1][c - 1] = what
    return laid


def code_value(value: Any, sheet: Sheet, place: Place) -> Any:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    code = sheet.codes.get(place, "")
    if isinstance(value, bool):
        return ["b", value, code]
    if isinstance(value, (int, float)):
        if not math.isfinite(value):
            return ["e", "NaN" if math.isnan(value) else "Infinity", code]
        shown = sheet.shown.get(place)
        return ["n", repr(value), code] if shown is None else ["n", repr(value), code, shown]
    return ["d", *tell_day(value, code)] if is_day(value) else ["t", tell_seconds(value), code]


def is_day(value: Any) -> bool:
    return (isinstance(value, datetime) and value.year >= 1901) or (
        isinstance(value, date) and not isinstance(value, datetime)
    )


def tell_day(value: date, code: str) -> tuple[str, str]:
    return (value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()), code


def tell_seconds(value: datetime | time | timedelta) -> float:
    """A span of time, however calamine gives it."""
    if isinstance(value, datetime):
        return (value - datetime(1899, 12, 31)).total_seconds()
    if isinstance(value, time):
        return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second).total_seconds()
    return value.total_seconds()
