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
    if names.null_count() == 0 and bool((names[1:] > names[:-1]).all()):
        return Grouped(frame, names, np.arange(len(names) + 1))
    stretches = names.rle().struct.unnest()
    names = stretches["value"].alias(key)
    rising = len(names) < 2 or bool((names[1:] > names[:-1]).all())
    if not rising and names.n_unique() < len(names):
        first = frame.with_row_index("row").select(pl.col("row").min().over(key)).to_series()
        frame = frame.sort(first, maintain_order=True)
        stretches = frame.get_column(key).rle().struct.unnest()
        names = stretches["value"].alias(key)
    starts = np.concatenate([[0], np.cumsum(stretches["len"].to_numpy().astype(np.int64))])
    return Grouped(frame, names, starts)
