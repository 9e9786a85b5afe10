"""From any table of series, date, value to flat arrays in order: what the SPC kernel works on."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from outturn.core.assess.columns import dates as read_dates
from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.grouped import stretches
from outturn.core.assess.problems import BadInput, Problem


@dataclass(frozen=True)
class Ordered:
    """`frame` has series, date, value, target in order; series s is rows starts[s] to starts[s + 1]."""

    frame: pl.DataFrame
    names: pl.Series
    starts: np.ndarray

    @cached_property
    def values(self) -> np.ndarray:
        """Float64, NaN where missing."""
        return np.ascontiguousarray(self.frame.get_column("value").fill_null(np.nan).to_numpy())

    @cached_property
    def days(self) -> np.ndarray:
        """The dates as whole numbers that order as the dates do."""
        return np.ascontiguousarray(self.frame.get_column("date").to_physical().to_numpy())


def ordered(frame: pl.DataFrame) -> Ordered:
    """Check and sort a table of series, date, value and optional target. Raises BadInput naming every wrong row."""
    require(frame, ["series", "date", "value"])
    problems: list[Problem] = []
    target = numbers(frame, "target", problems) if "target" in frame.columns else None
    checked = pl.DataFrame(
        {
            "series": labels(frame, "series", problems),
            "date": read_dates(frame, "date", problems),
            "value": numbers(frame, "value", problems),
            "target": target if target is not None else pl.repeat(None, frame.height, dtype=pl.Float64, eager=True),
        }
    )
    if problems:
        raise BadInput(problems)
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
    """Where each stretch of equal series begins and ends."""
    names = frame.get_column("series")
    starts = stretches(names)
    return Ordered(frame, names.gather(starts[:-1]), starts)


def disorder(table: Ordered) -> tuple[bool, bool]:
    """Whether the rows need sorting, and whether two neighbours of a series have the same date."""
    from outturn.core.assess.spc_kernel import date_order

    names = table.names
    if len(names) > 1 and not (names[1:] > names[:-1]).all():
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
