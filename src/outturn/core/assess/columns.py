"""Reading the columns of an input table: are they there, are they of the right kind, and which rows are not."""

from collections.abc import Sequence
from math import isfinite

import polars as pl

from outturn.core.assess.problems import BadInput, Problem


def require(frame: pl.DataFrame, columns: Sequence[str]) -> None:
    """Raise BadInput that names every column of `columns` missing from `frame`."""
    absent = [name for name in columns if name not in frame.columns]
    if absent:
        found = ", ".join(frame.columns) or "none"
        raise BadInput([Problem(f"there is no column '{name}'. The columns found: {found}.") for name in absent])


HIDDEN = r"^(?i:\*|~|-|:|n/?a|\[(c|x|z|u)\]|<\s*\d+|suppressed)$"
"""Marks that stand for a value that is suppressed or not available: read as missing, never as zero."""


def numbers(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """The column as Float64; empty, suppressed (`*`), NaN and infinite become null.

    Other text that is no number is added to `problems`.
    """
    result = any_numbers(frame, column, problems)
    if isfinite(result.sum()) or result.is_finite().all():  # a finite sum has only finite parts, and is quicker
        return result
    return result.set(~result.is_finite(), None)


def any_numbers(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """`numbers` for whoever looks for NaN and infinite ones anyway: they are left as they are."""
    given = frame.get_column(column)
    if given.dtype == pl.String:
        given = given.str.strip_chars()
        given = given.set((given == "") | given.str.contains(HIDDEN), None)
    result = given.cast(pl.Float64, strict=False) if given.dtype != pl.Boolean else given.cast(pl.Int8).cast(pl.Float64)
    if result.null_count() != given.null_count():
        wrong = given.is_not_null() & result.is_null()
        problems += [
            Problem(f"'{given[row]}' is not a number. Use digits such as 12.5, or leave it empty.", row + 1, column)
            for row in wrong.arg_true().to_list()
        ]
    return result


def dates(frame: pl.DataFrame, column: str, problems: list[Problem]) -> pl.Series:
    """The column as dates (or datetimes as given). Missing and unreadable ones are added to `problems`."""
    given = frame.get_column(column)
    result = given
    if given.dtype == pl.String:
        result = given.str.strip_chars().str.to_date("%Y-%m-%d", strict=False)
    elif given.dtype == pl.Null:
        result = given.cast(pl.Date)
    elif not given.dtype.is_temporal() or given.dtype == pl.Time:
        raise BadInput([Problem(f"dates are needed here, such as 2025-04-01; these are {given.dtype}.", None, column)])
    if isinstance(result.dtype, pl.Datetime) and result.dtype.time_zone:
        result = result.dt.replace_time_zone(None)
    if result.null_count():
        problems += [
            Problem(f"'{given[row] or ''}' is not a date. Use the form 2025-04-01.", row + 1, column)
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
