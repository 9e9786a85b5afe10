"""Sums over the age bands of very many groups, as plain loops compiled by Numba (why: docs/decisions/0009).

Shapes: the rows of every group end to end (NaN = missing or suppressed); group g is rows starts[g] to starts[g + 1].
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.assess.compiled import compiled_loops

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

compiled = compiled_loops(error_model="numpy")


@compiled
def direct(x: Floats, n: Floats, w: Floats, starts: Any) -> Any:
    """Sums of each group, a row each: x, n, w, wx/n and w²x/n²."""
    sums = np.zeros((5, starts.size - 1))
    for g in range(starts.size - 1):
        events, cases, weight, share, spread = 0.0, 0.0, 0.0, 0.0, 0.0
        for i in range(starts[g], starts[g + 1]):
            each = w[i] / n[i]
            part = each * x[i]
            events, cases, weight = events + x[i], cases + n[i], weight + w[i]
            share, spread = share + part, spread + part * each
        sums[0, g], sums[1, g], sums[2, g], sums[3, g], sums[4, g] = events, cases, weight, share, spread
    return sums


@compiled
def incomplete(places: Any, wanted: int, starts: Any) -> Any:
    """Whether a band of each group stands twice, and whether one of all `wanted` is absent; `places` from 0."""
    groups = starts.size - 1
    twice, absent = np.zeros(groups, np.bool_), np.zeros(groups, np.bool_)
    seen = np.full(wanted, -1, np.int64)
    for g in range(groups):
        different = 0
        for i in range(starts[g], starts[g + 1]):
            twice[g] |= seen[places[i]] == g
            different += seen[places[i]] != g
            seen[places[i]] = g
        absent[g] = different < wanted
    return twice, absent


@compiled
def any_not_above(values: Floats, least: float, or_equal: bool, starts: Any) -> Flags:
    """Whether any value of each group lies under `least`, or (unless `or_equal` is allowed) on it."""
    found = np.zeros(starts.size - 1, np.bool_)
    for g in range(starts.size - 1):
        for i in range(starts[g], starts[g + 1]):
            found[g] |= values[i] < least or (values[i] == least and not or_equal)
    return found


@compiled
def any_missing(x: Floats, n: Floats, w: Floats, starts: Any) -> Flags:
    """Whether any of the three is missing in any row of each group."""
    found = np.zeros(starts.size - 1, np.bool_)
    for g in range(starts.size - 1):
        for i in range(starts[g], starts[g + 1]):
            total = x[i] + n[i] + w[i]
            found[g] |= total != total
    return found
