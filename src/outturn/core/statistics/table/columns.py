"""Reading the columns of an input table: are they there, are they of the right kind, and which rows are not."""

from collections.abc import Sequence
from math import isfinite

import polars as pl

from outturn.core.statistics.table.moments import as_days, by_clock, instants_in, read_moments
from outturn.core.statistics.table.problems import BadInput, Problem


def require(frame: pl.DataFrame, columns: Sequence[str]) -> None:
    """Raise BadInput that names every column of `columns` missing from `frame`."""
    absent = [name for name in columns if name not in frame.columns]
    if absent:
        present = ", ".join(frame.columns) or "none"
        cure = " Separate the columns with commas." if len(frame.columns) == 1 and set(";\t") & set(present) else ""
        raise BadInput(
            [Problem(f"there is no column '{name}'. The columns found: {present}.{cure}") for name in absent]
        )


def refuse_twins(names: Sequence[str], columns: Sequence[str]) -> None:
    """Raise BadInput for each of `columns` that a CSV names twice (Polars then adds `_duplicated_0` to the second)."""
    twins = [name for name in columns if f"{name}_duplicated_0" in names]
    if twins:
        raise BadInput([Problem(f"column '{name}' stands more than once. Keep one of them.") for name in twins])


HIDDEN = r"^(?i:\*|~|-|:|n/?a|\[(c|x|z|u)\]|<\s*\d+|suppressed)$"
"""Marks that stand for a value that is suppressed or not available: read as missing, never as zero."""


def numbers(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """The column as Float64; empty and suppressed (`*`) become null, and so do NaN and infinite floats.

    Other text that is no number (`nan`, `inf` and `1_000` among it) is added to `problems`. Raises BadInput for a
    column of dates or lists.
    """
    return finite(any_numbers(frame, column, problems))


def any_numbers(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """`numbers` for whoever looks for NaN and infinite floats anyway: they are left as they are."""
    given = frame.get_column(column)
    if not (given.dtype.is_numeric() or given.dtype in (pl.String, pl.Boolean, pl.Null)):
        raise BadInput([Problem(f"numbers are needed here; these are {given.dtype}.", None, column)])
    if given.dtype == pl.Boolean:
        given = given.cast(pl.Int8)
    if given.dtype != pl.String:
        return given.cast(pl.Float64, strict=False)
    given = given.str.strip_chars()
    given = given.set((given == "") | given.str.contains(HIDDEN), None)
    result = finite(given.cast(pl.Float64, strict=False))
    if result.null_count() != given.null_count():
        wrong = given.is_not_null() & result.is_null()
        problems += [
            Problem(f"'{given[row]}' is not a number. Use digits such as 12.5, or leave it empty.", row + 1, column)
            for row in wrong.arg_true().to_list()
        ]
    return result


def finite(values: pl.Series) -> pl.Series:
    """NaN and infinite ones as null."""
    if isfinite(values.sum()) or values.is_finite().all():  # a finite sum has only finite parts, and is quicker
        return values
    return values.set(~values.is_finite(), None)


def dates(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """The column as dates, or as datetimes where it has times (see `moments`). Missing and unreadable ones are added to
    `problems`. Raises BadInput for instants that look like days of an unnamed clock.
    """
    given = frame.get_column(column)
    result = given
    if given.dtype == pl.String:
        text = given.str.strip_chars()
        result = text.str.to_date("%Y-%m-%d", strict=False)
        if result.null_count() and (moments := read_moments(text)).null_count() < result.null_count():
            result = moments
    elif given.dtype == pl.Null:
        result = given.cast(pl.Date)
    elif not given.dtype.is_temporal() or given.dtype == pl.Time:
        raise BadInput([Problem(f"dates are needed here, such as 2025-04-01; these are {given.dtype}.", None, column)])
    result = by_clock(result, column=column)
    if given.dtype == pl.String:
        result = as_days(result)
    if result.null_count():
        cure = "Use the form 2025-04-01."
        if given.dtype == pl.String and instants_in(given):
            cure = "Others in this column say how far they are from UTC, such as 2025-03-31T23:00:00Z: this must, too."
        problems += [
            Problem(f"'{given[row] or ''}' is not a date. {cure}", row + 1, column)
            for row in result.is_null().arg_true().to_list()
        ]
    return result


def labels(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """The column that names a series, group or area; an empty one is added to `problems`."""
    given = frame.get_column(column)
    if given.dtype in (pl.Categorical, pl.Enum, pl.Null):
        given = given.cast(pl.String)
    if given.null_count():
        problems += [
            Problem("this must not be empty.", row + 1, column) for row in given.is_null().arg_true().to_list()
        ]
    return given
