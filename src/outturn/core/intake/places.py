"""The places of questions as a table: what a person reads beside the question, and may download when it is long."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields

from outturn.core.intake.questions import Place, Question

COLUMNS = {
    "area": "Area",
    "role": "What",
    "period": "Period",
    "was": "Was",
    "usual": "Usual",
    "now": "In the file",
    "sheet": "Sheet",
    "row": "Row",
    "column": "Column",
}
"""Fields of a place in the order in which they are read, and their headings."""


def headings(places: Iterable[Place]) -> dict[str, str]:
    """The columns in which any of the places says something."""
    told = {field.name for place in places for field in fields(Place) if getattr(place, field.name) not in ("", None)}
    return {name: heading for name, heading in COLUMNS.items() if name in told}


def row_of(place: Place, columns: Iterable[str]) -> list[str]:
    return ["" if getattr(place, name) is None else str(getattr(place, name)) for name in columns]


def csv_of_places(questions: Iterable[Question]) -> bytes:
    """One row for each place, for spreadsheets: a byte order mark, an apostrophe before what looks like a formula."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(["Question", "File", "Indicator", *COLUMNS.values()])
    for each in questions:
        about = [each.kind, each.file, each.indicator]
        out.writerows([safe(cell) for cell in (*about, *row_of(place, COLUMNS))] for place in each.places)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
