"""Where each of very many values stands among its peers, as plain loops compiled by Numba (why: docs/decisions/0009).

Shapes: the values of every group end to end (NaN = missing); group g is rows starts[g] to starts[g + 1].
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.assess.compiled import compiled_loops

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

compiled = compiled_loops()

SMALL = 128
"""Up to so many peers each is compared with each: no branches, so faster than sorting."""

NOTHING = -1


@compiled
def above(values: Floats, than: Floats) -> Whole:
    """How many of `values` are greater than each of `than`; a missing one is never greater, nor has any above it."""
    found = np.zeros(than.size, np.int64)
    if values.size <= SMALL:
        for i in range(than.size):
            count = 0
            for j in range(values.size):
                count += values[j] > than[i]
            found[i] = count
        return found
    known = np.sort(values[values == values])
    for i in range(than.size):
        if than[i] == than[i]:
            found[i] = known.size - np.searchsorted(known, than[i], side="right")
    return found


@compiled
def standing(score: Floats, starts: Any, rank: Whole, of: Whole, quartile: Whole) -> None:
    """Rank (ties share the better), how many report, and the quarter from four on; NOTHING for a missing value."""
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        better = above(score[lo:hi], score[lo:hi])
        size = 0
        for i in range(lo, hi):
            size += score[i] == score[i]
        for i in range(lo, hi):
            here = 1 + better[i - lo] if score[i] == score[i] else NOTHING
            rank[i], of[i] = here, size
            quartile[i] = (4 * here + size - 1) // size if here > 0 and size >= 4 else NOTHING


@compiled
def standing_range(low: Floats, high: Floats, starts: Any, best: Whole, worst: Whole) -> None:
    """One more than those surely better, and all less those surely worse (their intervals do not meet)."""
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        better = above(low[lo:hi], high[lo:hi])
        worse = above(-high[lo:hi], -low[lo:hi])
        size = 0
        for i in range(lo, hi):
            size += low[i] == low[i]
        for i in range(lo, hi):
            known = low[i] == low[i]
            best[i] = 1 + better[i - lo] if known else NOTHING
            worst[i] = size - worse[i - lo] if known else NOTHING
