"""Rows brought together by group, for sums over groups of any number and size."""

from dataclasses import dataclass

import numpy as np
import polars as pl


@dataclass(frozen=True, slots=True)
class Grouped:
    """`frame` with the rows of a group side by side; group g is rows starts[g] to starts[g + 1]."""

    frame: pl.DataFrame
    names: pl.Series
    starts: np.ndarray

    def total(self, values: np.ndarray) -> np.ndarray:
        """The sum of each group."""
        if len(self.starts) < 2:
            return np.zeros(0)
        return values if len(self.names) == len(values) else np.add.reduceat(values, self.starts[:-1])

    def any(self, flags: np.ndarray) -> np.ndarray:
        """Whether any row of each group is flagged."""
        if len(self.starts) < 2:
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
        return Grouped(frame, names, np.arange(len(names) + 1))
    starts = stretches(names)
    found = names.gather(starts[:-1])
    if not strictly_rising(found) and found.n_unique() < len(found):
        first = frame.with_row_index("row").select(pl.col("row").min().over(key)).to_series()
        frame = frame.sort(first, maintain_order=True)
        starts = stretches(frame.get_column(key))
        found = frame.get_column(key).gather(starts[:-1])
    return Grouped(frame, found, starts)


FEW = 8
"""When the first few rows are all of different groups it is worth asking whether all are."""


def strictly_rising(names: pl.Series) -> bool:
    return names.null_count() == 0 and bool((names[1:] > names[:-1]).all())


def stretches(names: pl.Series) -> np.ndarray:
    """Where equal neighbours begin, and the end."""
    begins = names[1:].ne_missing(names[:-1]).arg_true().to_numpy().astype(np.int64) + 1
    return np.concatenate([np.zeros(min(1, len(names)), np.int64), begins, [len(names)]])
