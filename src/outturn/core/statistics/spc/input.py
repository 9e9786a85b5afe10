"""From any table of series, date, value to flat arrays in order: what the SPC kernel works on."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from outturn.core.statistics.table.columns import dates as read_dates
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.problems import BadInput, Problem


@dataclass(frozen=True)
class Ordered:
    """`frame` has series, date, value and perhaps target, in order; series s is rows starts[s] to starts[s + 1]."""

    frame: pl.DataFrame
    names: pl.Series
    starts: np.ndarray

    @cached_property
    def values(self) -> np.ndarray:
        """Float64, NaN where missing."""
        column = self.frame.get_column("value")
        return join_chunks(column.fill_null(np.nan) if column.null_count() else column)

    @cached_property
    def days(self) -> np.ndarray:
        """The dates as whole numbers that order as the dates do."""
        return join_chunks(self.frame.get_column("date").to_physical())


def join_chunks(column: pl.Series) -> np.ndarray:
    """A column that was read in parts as one array."""
    parts = [part.to_numpy() for part in column.get_chunks()]
    return np.ascontiguousarray(parts[0]) if len(parts) == 1 else np.concatenate(parts)


def check_and_sort(frame: pl.DataFrame) -> Ordered:
    """Check and sort a table of series, date, value and optional target. Raises BadInput naming every wrong row."""
    require(frame, ["series", "date", "value"])
    problems: list[Problem] = []
    columns = {
        "series": labels(frame, "series", problems),
        "date": read_dates(frame, "date", problems),
        "value": numbers(frame, "value", problems),
    }
    if "target" in frame.columns:
        columns["target"] = numbers(frame, "target", problems)
    if problems:
        raise BadInput(problems)
    checked = pl.DataFrame(columns)
    result = bounds(checked)
    refuse_blank_names(result)
    falls, equal = disorder(result)
    if falls:
        result = bounds(checked.sort("series", "date"))
        _, equal = disorder(result)
    if equal:
        refuse_duplicates(checked)
    return result


def bounds(frame: pl.DataFrame) -> Ordered:
    """Where each stretch of equal series begins and ends; neighbouring stretches differ."""
    stretches = frame.get_column("series").rle().struct.unnest()
    starts = np.concatenate([[0], np.cumsum(stretches["len"].to_numpy(), dtype=np.int64)])
    return Ordered(frame, stretches["value"], starts)


def disorder(table: Ordered) -> tuple[bool, bool]:
    """Whether the rows need sorting, and whether two neighbours of a series have the same date."""
    from outturn.core.statistics.spc.kernel import date_order

    names = table.names
    if not names.is_sorted():
        return True, False
    falls, equal = date_order(table.days, table.starts)
    return bool(falls), bool(equal)


def refuse_blank_names(table: Ordered) -> None:
    """Raise BadInput for each row whose series is named by spaces or nothing (a null has been refused before)."""
    if table.names.dtype != pl.String:
        return
    blank = (table.names.str.strip_chars() == "").to_numpy()
    if blank.any():
        rows = np.flatnonzero(np.repeat(blank, np.diff(table.starts))).tolist()
        raise BadInput([Problem("this must not be empty.", row + 1, "series") for row in rows])


def refuse_duplicates(given: pl.DataFrame) -> None:
    """Raise BadInput for each row whose (series, date) has stood before."""
    again = given.select(~pl.struct("series", "date").is_first_distinct()).to_series().arg_true().to_list()
    name, when = given["series"], given["date"]
    raise BadInput(
        [Problem(f"series '{name[row]}' has another value on {when[row]}. Keep one.", row + 1, "date") for row in again]
    )
