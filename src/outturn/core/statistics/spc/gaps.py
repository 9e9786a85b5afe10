"""A period that a regular series leaves out is a gap, exactly as an empty row is."""

import numpy as np
import polars as pl

from outturn.core.statistics.spc.input import Ordered, join_chunks
from outturn.core.statistics.spc.rulesets import RuleSet

DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


def by_rules(table: Ordered, rules: RuleSet) -> Ordered:
    """`with_gaps` where the rule set asks for it."""
    return with_gaps(table) if rules.left_out_is_gap else table


def with_gaps(table: Ordered) -> Ordered:
    """The table with an empty row for each period left out (see `gaps_kernel.rhythm`); the same one where none is.

    Dates with times of day count as days where a series has only midnights (by its own clock); any other is left as
    it is, as is every series without a rhythm: rare events, visits, hours.
    """
    from outturn.core.statistics.table.gaps_kernel import find_left_out, suspects

    days, dated = whole_days(table)
    suspect = suspects(days, table.starts)
    if not suspect.any():
        return table
    if dated is not None:
        suspect &= np.logical_and.reduceat(dated, table.starts[:-1])
    before, day = find_left_out(days, table.starts, suspect)
    return insert_empty_rows(table, before, day) if len(before) else table


def whole_days(table: Ordered) -> tuple[np.ndarray, np.ndarray | None]:
    """The days as whole numbers; for dates with times also which of them are midnights."""
    when = table.frame["date"]
    if not isinstance(when.dtype, pl.Datetime):
        return table.days, None
    clock = when.dt.replace_time_zone(None) if when.dtype.time_zone else when
    ticks = join_chunks(clock.to_physical())
    days = np.floor_divide(ticks, DAY[clock.dtype.time_unit])  # type: ignore[attr-defined]
    return days, days * DAY[clock.dtype.time_unit] == ticks  # type: ignore[attr-defined]


def insert_empty_rows(table: Ordered, before: np.ndarray, day: np.ndarray) -> Ordered:
    """With empty rows of those days before those rows."""
    size = table.frame.height
    rows = np.insert(np.arange(size), before, before - 1)
    new = np.insert(np.zeros(size, bool), before, True)
    when = table.frame["date"]
    made = pl.Series("date", day.astype(np.int32)).cast(pl.Date)
    if isinstance(when.dtype, pl.Datetime):
        made = made.cast(pl.Datetime(when.dtype.time_unit)).dt.replace_time_zone(when.dtype.time_zone)
    place = np.where(new, size + np.cumsum(new) - 1, rows)
    empty = [
        pl.when(~pl.Series(new)).then(pl.col(name)).alias(name) for name in table.frame.columns if name not in KEYS
    ]
    frame = table.frame[rows].with_columns(pl.concat([when, made]).gather(place), *empty)
    starts = table.starts + np.searchsorted(before, table.starts, side="left")
    return Ordered(frame, table.names, starts)


KEYS = ("series", "date")
