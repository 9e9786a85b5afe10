"""Series of dates put on a regular grid of months or days, so that a forecast knows what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from outturn.core.statistics.spc.input import Ordered, bounds, check_and_sort


@dataclass(frozen=True, slots=True)
class Grid:
    """Known values only. Position p of a series is `step` months (or days) times p after its first date.

    `counts` values stand in each series; `at` is the position of each value; `last` the last date of each series.
    """

    names: pl.Series
    starts: np.ndarray
    values: np.ndarray
    counts: np.ndarray
    at: np.ndarray
    monthly: np.ndarray
    step: np.ndarray
    last: list[date]


def grid(frame: pl.DataFrame) -> tuple[pl.Series, Grid]:
    """All names of the frame in order, and the grid of those that have a value. Raises BadInput."""
    table = check_and_sort(frame)
    known = bounds(table.frame.filter(pl.col("value").is_not_null()))
    return table.names, on_grid(known)


def on_grid(table: Ordered) -> Grid:
    """Months when values are four weeks or more apart, else days; the step is what all gaps have in common."""
    when = table.frame["date"]
    when = when.dt.date() if isinstance(when.dtype, pl.Datetime) else when
    days = when.to_physical().cast(pl.Int64).to_numpy()
    months = (when.dt.year().cast(pl.Int64) * 12 + when.dt.month().cast(pl.Int64)).to_numpy()
    counts = np.diff(table.starts)
    firsts = table.starts[:-1]
    gaps = np.diff(days, prepend=days[:1])
    gaps[firsts] = 10**6
    monthly = np.minimum.reduceat(gaps, firsts) >= 28 if len(firsts) else np.zeros(0, bool)
    units = np.where(np.repeat(monthly, counts), months, days)
    since = units - np.repeat(units[firsts], counts)
    step = np.maximum(np.gcd.reduceat(since, firsts), 1) if len(firsts) else np.ones(0, np.int64)
    last = when.gather(table.starts[1:] - 1).to_list() if len(firsts) else []
    return Grid(table.names, table.starts, table.values, counts, since // np.repeat(step, counts), monthly, step, last)


def season_length(monthly: bool, step: int, months: int) -> int:
    """Periods in a season: `months` for monthly grids; a year of weeks, a week of days; else 1, no season."""
    if monthly:
        return months // step if months % step == 0 else 1
    return {1: 7, 7: 52}.get(step, 1)


def steps_until(end: date, last: date, monthly: bool, step: int) -> int:
    """Whole steps from the last value to `end`."""
    if monthly:
        return ((end.year - last.year) * 12 + end.month - last.month) // step
    return (end - last).days // step


def following(last: date, steps: int, monthly: bool, step: int) -> list[date]:
    """The dates of the next `steps` periods; the end of a month stays the end of a month."""
    if not monthly:
        return [last + timedelta(days=step * k) for k in range(1, steps + 1)]
    month_end = (last + timedelta(days=1)).month != last.month
    return [months_after(last, step * k, month_end) for k in range(1, steps + 1)]


def months_after(day: date, months: int, month_end: bool) -> date:
    """The same day of a later month, or its last day."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    final = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return final if month_end else first.replace(day=min(day.day, final.day))
