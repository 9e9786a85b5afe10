"""Rebases: where the points of a series are cut into groups that have limits of their own."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from outturn.core.statistics.spc.input import Ordered
from outturn.core.statistics.spc.rulesets import RuleSet


@dataclass(frozen=True, slots=True)
class Groups:
    """Group g is rows starts[g] to starts[g + 1] and belongs to series[g]; numbers count from 1 in each series."""

    starts: np.ndarray
    series: np.ndarray
    numbers: np.ndarray
    notes: dict[int, list[str]]


def split_groups(table: Ordered, rebases: dict[int, list[date]], rules: RuleSet) -> Groups:
    """Cut every series at its rebase dates. What could not be done as asked is said in `notes`, by series."""
    cuts: list[int] = []
    notes: dict[int, list[str]] = {}
    when = table.frame.get_column("date")
    for index, asked in rebases.items():
        lo, hi = int(table.starts[index]), int(table.starts[index + 1])
        for day in asked:
            row = lo + int(when[lo:hi].search_sorted(as_type(day, when.dtype)))
            note = rebase_note(day, when, row, lo, hi, rules)
            if note:
                notes.setdefault(index, []).append(note)
            if lo < row < hi and not (note and rules.rebase_needs_equal_date):
                cuts.append(row)
    if not cuts:
        each = np.arange(len(table.names))
        return Groups(table.starts, each, np.ones_like(each), notes)
    starts = np.sort(np.concatenate([table.starts, np.array(sorted(set(cuts)), dtype=np.int64)]))
    series = np.searchsorted(table.starts, starts[:-1], side="right") - 1
    first = np.searchsorted(starts, table.starts[:-1])
    return Groups(starts, series, np.arange(len(series)) - first[series] + 1, notes)


def rebase_note(day: date, when: pl.Series, at: int, lo: int, hi: int, rules: RuleSet) -> str | None:
    """What to say of a rebase date that falls on no point; None when it falls on one."""
    if at == hi:
        return f"rebase on {day} ignored: no point on or after it"
    first_day = when[at]
    first_day = first_day.date() if isinstance(first_day, datetime) else first_day
    if first_day == day:
        return None
    if rules.rebase_needs_equal_date:
        return f"rebase on {day} ignored: no point has that date"
    return f"rebase on {day}: no point has that date; it starts at {first_day}"


def as_type(day: date, dtype: pl.DataType) -> date | datetime:
    """The day as a value of the column's type."""
    if not isinstance(dtype, pl.Datetime):
        return day
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(dtype.time_zone) if dtype.time_zone else None)
