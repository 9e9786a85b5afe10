"""Sums over the age bands of very many groups, as plain loops compiled by Numba (why: docs/decisions/0009).

Shapes: the rows of every group end to end (NaN = missing or suppressed); group g is rows starts[g] to starts[g + 1].
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Floats = npt.NDArray[np.float64]

compiled = compile_loops(error_model="numpy")


@compiled
def direct(x: Floats, n: Floats, w: Floats, starts: Any) -> Any:
    """Of each group, a row each: the sums of x, n, w, wx/n and w²x/n², and the least x, n and w."""
    found = np.empty((8, starts.size - 1))
    for g in range(starts.size - 1):
        events, cases, weight, share, spread = 0.0, 0.0, 0.0, 0.0, 0.0
        fewest, smallest, lightest = np.inf, np.inf, np.inf
        for i in range(starts[g], starts[g + 1]):
            each = w[i] / n[i]
            part = each * x[i]
            events, cases, weight = events + x[i], cases + n[i], weight + w[i]
            share, spread = share + part, spread + part * each
            fewest = x[i] if x[i] < fewest else fewest
            smallest = n[i] if n[i] < smallest else smallest
            lightest = w[i] if w[i] < lightest else lightest
        found[0, g], found[1, g], found[2, g], found[3, g], found[4, g] = events, cases, weight, share, spread
        found[5, g], found[6, g], found[7, g] = fewest, smallest, lightest
    return found


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
