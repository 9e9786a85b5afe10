"""The places of questions as a table: what a person reads beside the question, and may download when it is long."""

import csv
import io
from collections.abc import Iterable
from dataclasses import fields

from outturn.core.formulas import guard_formula
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


def list_place(place: Place, columns: Iterable[str]) -> list[str]:
    return ["" if getattr(place, name) is None else str(getattr(place, name)) for name in columns]


def csv_of_places(questions: Iterable[Question]) -> bytes:
    """One row for each place, for spreadsheets."""
    return csv_of_rows(
        ("Question", "File", "Indicator", *COLUMNS.values()),
        (
            (each.kind, each.file, each.indicator, *list_place(place, COLUMNS))
            for each in questions
            for place in each.places
        ),
    )


def csv_of_rows(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """A byte order mark, and an apostrophe before what looks like a formula. None is an empty cell."""
    stream = io.StringIO(newline="")
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(headings)
    out.writerows([guard_formula("" if cell is None else str(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()
