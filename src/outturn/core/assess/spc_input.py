"""From any table of series, date, value to flat arrays in order: what the SPC kernel works on."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from outturn.core.assess.columns import dates as read_dates
from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.problems import BadInput, Problem


@dataclass(frozen=True, slots=True)
class Ordered:
    """`frame` has series, date, value, target in order; series s is rows starts[s] to starts[s + 1]."""

    frame: pl.DataFrame
    names: pl.Series
    starts: np.ndarray

    @property
    def values(self) -> np.ndarray:
        """Float64, NaN where missing."""
        return np.ascontiguousarray(self.frame.get_column("value").to_numpy())

    @property
    def days(self) -> np.ndarray:
        """The dates as whole numbers that order as the dates do."""
        return np.ascontiguousarray(self.frame.get_column("date").to_physical().cast(pl.Int64).to_numpy())


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
    if not in_order(result):
        result = bounds(checked.sort("series", "date"))
    refuse_duplicates(result, checked)
    return result


def bounds(frame: pl.DataFrame) -> Ordered:
    """Where each stretch of equal series begins and ends."""
    stretches = frame.get_column("series").rle().struct.unnest()
    starts = np.concatenate([[0], np.cumsum(stretches["len"].to_numpy().astype(np.int64))])
    return Ordered(frame, stretches["value"].alias("series"), starts)


def in_order(table: Ordered) -> bool:
    """Series strictly rising, dates never falling inside one."""
    names, days = table.names, table.days
    if len(names) > 1 and not (names[1:] > names[:-1]).all():
        return False
    rising = days[1:] >= days[:-1]
    rising[table.starts[1:-1] - 1] = True
    return bool(rising.all())


def refuse_duplicates(table: Ordered, given: pl.DataFrame) -> None:
    """Raise BadInput for each row whose (series, date) has stood before."""
    days = table.days
    equal = days[1:] == days[:-1]
    equal[table.starts[1:-1] - 1] = False
    if not equal.any():
        return
    again = given.select(~pl.struct("series", "date").is_first_distinct()).to_series().arg_true().to_list()
    name, when = given["series"], given["date"]
    raise BadInput(
        [Problem(f"series '{name[row]}' has another value on {when[row]}. Keep one.", row + 1, "date") for row in again]
    )
