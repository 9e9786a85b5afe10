"""Rows brought together by group, for sums over groups of any number and size."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from outturn.core.statistics.table.string_views import views


@dataclass(frozen=True)
class Grouped:
    """`frame` with the rows of a group side by side; group g is rows starts[g] to starts[g + 1].

    `begins` is None where each row is a group of its own.
    """

    frame: pl.DataFrame
    names: pl.Series
    begins: np.ndarray | None

    @cached_property
    def starts(self) -> np.ndarray:
        """Where each group begins, and the end."""
        return np.arange(len(self.names) + 1) if self.begins is None else self.begins

    def total(self, values: np.ndarray) -> np.ndarray:
        """The sum of each group."""
        if not len(self.names):
            return np.zeros(0)
        if len(self.names) == len(values):
            return values
        with np.errstate(invalid="ignore"):  # one infinite, one infinitely negative
            return np.add.reduceat(values, self.starts[:-1])

    def any(self, flags: np.ndarray) -> np.ndarray:
        """Whether any row of each group is flagged."""
        if not len(self.names):
            return np.zeros(0, bool)
        return flags if len(self.names) == len(flags) else np.logical_or.reduceat(flags, self.starts[:-1])

    @property
    def sizes(self) -> np.ndarray:
        """Rows in each group."""
        return np.diff(self.starts)


def by_group(frame: pl.DataFrame, key: str = "group") -> Grouped:
    """Groups in the order in which they first appear. Rows already together are not moved."""
    names = frame.get_column(key)
    if names.head(FEW).n_unique() == min(FEW, len(names)) and strictly_rising(names):
        return Grouped(frame, names, None)
    starts = stretches(names)
    first_names = names[starts[:-1]]
    if not strictly_rising(first_names) and first_names.n_unique() < len(first_names):
        first = frame.with_row_index("row").select(pl.col("row").min().over(key)).to_series()
        frame = frame.sort(first, maintain_order=True)
        starts = stretches(frame.get_column(key))
        first_names = frame.get_column(key)[starts[:-1]]
    return Grouped(frame, first_names, starts)


FEW = 8
"""When the first few rows are all of different groups it is worth asking whether all are."""

MANY = 10_000
"""From so many rows on a compiled loop pays; below it Polars is as quick, and nothing need be loaded."""


def strictly_rising(names: pl.Series) -> bool:
    """Whether each name comes after the one before."""
    if names.null_count():
        return False
    if len(names) >= MANY:
        from outturn.core.statistics.table.names_kernel import UNSURE, YES, rising

        with views(names) as words:
            answer = UNSURE if words is None else rising(words)
        if answer != UNSURE:
            return bool(answer == YES)
    return bool((names[1:] > names[:-1]).all())


def stretches(names: pl.Series) -> np.ndarray:
    """Where equal neighbours begin, and the end."""
    begins = changes(names) if len(names) >= MANY else None
    if begins is None:
        begins = names[1:].ne_missing(names[:-1]).arg_true().to_numpy().astype(np.int64) + 1
    return np.concatenate([np.zeros(min(1, len(names)), np.int64), begins, [len(names)]])


WHOLE_NUMBERS = (pl.Int64, pl.Int32, pl.Date)


def changes(names: pl.Series) -> np.ndarray | None:
    """The rows whose name is not the one before, by compiled loops; None where those cannot tell."""
    from outturn.core.statistics.table.names_kernel import number_changes, view_changes

    rows = np.empty(len(names), np.int64)
    if names.dtype in WHOLE_NUMBERS and not names.null_count():
        return rows[: number_changes(names.to_physical().to_numpy(), rows)].copy()
    with views(names) as words:
        found = -1 if words is None else view_changes(words, rows)
    return rows[:found].copy() if found >= 0 else None


def repeating(names: pl.Series, every: int) -> bool:
    """Whether the first `every` names stand again and again, in the same order, to the end."""
    if len(names) >= MANY:
        with views(names) as words:
            if words is not None and np.array_equal(words[2 * every :], words[: -2 * every]):
                return True
    return bool((names[every:] == names[: len(names) - every]).all())
