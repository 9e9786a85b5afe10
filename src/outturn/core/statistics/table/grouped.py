"""Rows brought together by group, for sums over groups of any number and size."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl


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
        first = pl.DataFrame({"name": names, "row": np.arange(len(names))}).select(pl.col("row").min().over("name"))
        frame = frame.sort(first.to_series(), maintain_order=True)
        starts = stretches(frame.get_column(key))
        first_names = frame.get_column(key)[starts[:-1]]
    return Grouped(frame, first_names, starts)


FEW = 8
"""When the first few rows are all of different groups it is worth asking whether all are."""


def strictly_rising(names: pl.Series) -> bool:
    """Whether each name comes after the one before."""
    if names.null_count():
        return False
    return bool((names[1:] > names[:-1]).all())


def stretches(names: pl.Series) -> np.ndarray:
    """Where equal neighbours begin, and the end."""
    begins = names[1:].ne_missing(names[:-1]).arg_true().to_numpy().astype(np.int64) + 1
    return np.concatenate([np.zeros(min(1, len(names)), np.int64), begins, [len(names)]])


def repeating(names: pl.Series, every: int) -> bool:
    """Whether the first `every` names stand again and again, in the same order, to the end."""
    return bool((names[every:] == names[: len(names) - every]).all())
