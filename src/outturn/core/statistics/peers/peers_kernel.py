"""Where each of very many values stands among its peers, as plain loops compiled by Numba (why: docs/decisions/0009).

Shapes: the values of every group end to end (NaN = missing); group g is rows starts[g] to starts[g + 1].
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

compiled = compile_loops()

SMALL = 128
"""Up to so many peers each is compared with each: no branches, so faster than sorting."""

NOTHING = -1


@compiled
def at(values: Floats, place: int) -> float:
    """The value there; past the end one that is greater than none."""
    return values[place] if place < values.size else np.nan


@compiled
def above(values: Floats, than: Floats, found: Whole) -> None:
    """How many of `values` are greater than each of `than`; a missing one is never greater, nor has any above it."""
    found[:] = 0
    if values.size > SMALL:
        known = np.sort(values[values == values])
        for i in range(than.size):
            if than[i] == than[i]:
                found[i] = known.size - np.searchsorted(known, than[i], side="right")
        return
    for j in range(0, values.size, 8):  # eight at once: `found` is read and written an eighth as often
        a, b, c, d = at(values, j), at(values, j + 1), at(values, j + 2), at(values, j + 3)
        e, f, g, h = at(values, j + 4), at(values, j + 5), at(values, j + 6), at(values, j + 7)
        for i in range(than.size):
            this = than[i]
            four = (a > this) + (b > this) + (c > this) + (d > this)
            found[i] += four + (e > this) + (f > this) + (g > this) + (h > this)


@compiled
def standing(score: Floats, starts: Any, rank: Whole, of: Whole, quartile: Whole) -> bool:
    """Rank (ties share the better), how many report, and the quarter from four on; whether any of them is NOTHING."""
    gaps = False
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        above(score[lo:hi], score[lo:hi], rank[lo:hi])
        size = 0
        for i in range(lo, hi):
            size += score[i] == score[i]
        of[lo:hi] = size
        quarters(size, rank[lo:hi], quartile[lo:hi])
        if size < hi - lo or size < 4:
            gaps = True
            for i in range(lo, hi):
                known = score[i] == score[i]
                rank[i] = rank[i] if known else NOTHING
                quartile[i] = quartile[i] if known and size >= 4 else NOTHING
    return gaps


@compiled
def quarters(size: int, rank: Whole, quartile: Whole) -> None:
    """From how many are better to the rank, and the quarter of all `size` that it lies in."""
    first, half, last = size // 4, size // 2, 3 * size // 4
    for i in range(rank.size):
        here = rank[i] + 1
        rank[i], quartile[i] = here, 1 + (here > first) + (here > half) + (here > last)


@compiled
def standing_range(low: Floats, high: Floats, starts: Any, best: Whole, worst: Whole) -> None:
    """One more than those surely better, and all less those surely worse (their intervals do not meet)."""
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        above(low[lo:hi], high[lo:hi], best[lo:hi])
        above(-high[lo:hi], -low[lo:hi], worst[lo:hi])
        size = 0
        for i in range(lo, hi):
            size += low[i] == low[i]
        for i in range(lo, hi):
            known = low[i] == low[i]
            best[i] = 1 + best[i] if known else NOTHING
            worst[i] = size - worst[i] if known else NOTHING


@compiled
def parts(score: Floats, starts: Any, k: int, found: Whole) -> bool:
    """The part of k of each, 1 with the greatest; whether any is NOTHING, for a missing value or fewer than k."""
    gaps = False
    for g in range(starts.size - 1):
        lo, hi = starts[g], starts[g + 1]
        above(score[lo:hi], score[lo:hi], found[lo:hi])
        size = 0
        for i in range(lo, hi):
            size += score[i] == score[i]
        gaps |= size < hi - lo or size < k
        for i in range(lo, hi):
            part = int(np.floor(k + 1 - np.ceil((size - found[i]) / (size / k)))) if size >= k else NOTHING
            found[i] = max(part, 1) if score[i] == score[i] and size >= k else NOTHING
    return gaps
