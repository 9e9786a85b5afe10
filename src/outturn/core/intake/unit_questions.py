"""Cells that may mean two things: each is asked about with all its readings, written out for the first such cell."""

from collections.abc import Callable
from typing import Any

import polars as pl

from outturn.core.intake.questions import (
    MOST_PLACES,
    WRONG,
    Choice,
    Place,
    Question,
    leave_out,
)
from outturn.core.units import Reading, Unit, show
from outturn.core.units.numbers import shorten

READ_AS: dict[str, tuple[str, tuple[str, ...]]] = {
    "percent-scale": ("percent_as", ("fraction", "percent")),
    "clock-form": ("duration_as", ("mm:ss", "hh:mm")),
    "plain-duration": ("duration_as", ("seconds", "minutes", "hours", "days")),
    "marked-figure": ("mark_as", ("known", "provisional")),
}
"""Kind of question -> what the reader of cells is told, and what it may be told. The answers have the same codes."""

ReadAs = Callable[[dict[str, str]], Reading]


def question_of(
    kind: str, asked: str, cells: pl.DataFrame, count: int, read_as: ReadAs, file: str, sheet: str
) -> Question:
    """The question about `count` cells of one indicator in one column, of which these are the first. `read_as` reads
    the very first of them in a given way."""
    first = cells.row(0, named=True)
    more = count - 1
    also = f" There {'is 1 more such cell' if more == 1 else f'are {more:,} more such cells'}." if more else ""
    told, forms = READ_AS[kind]
    choices = [choice_of(form, first, read_as({told: form})) for form in forms]
    return Question(
        kind,
        f"{asked}{also}",
        (*(choice for choice in choices if choice), leave_out(count), WRONG),
        tuple(place_of_unit(row, sheet) for row in cells.head(MOST_PLACES).iter_rows(named=True)),
        count,
        indicator=first["indicator"] or "",
        column=first["column"],
        sheet=sheet,
        file=file,
    )


def choice_of(form: str, first: dict[str, Any], reading: Reading) -> Choice | None:
    """`'90' is 90 minutes: 01:30:00.` None where the first cell cannot be read so."""
    done = f"read as {form}"
    if reading.question:
        return Choice(form, f"Read it as {form}; what is then still open is asked next.", done)
    if reading.value is None:
        return None
    unit = first["unit"]
    meant = show(reading.value, unit, min(reading.places, 6), table=True)
    statement = f"'{shorten(first['exact'])}' is {meant}"
    return Choice(form, f"{statement}." if unit is Unit.PERCENT else f"{statement} (read as {form}).", done)


def place_of_unit(row: dict[str, Any], sheet: str) -> Place:
    period = row["period"].label if row["period"] else ""
    return Place(row["row"], row["column"], sheet, row["area"] or "", row["role"], period, now=row["printed"])
