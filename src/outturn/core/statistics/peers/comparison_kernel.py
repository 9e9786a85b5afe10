"""Very many values against their benchmarks, as plain loops compiled by Numba (why: docs/decisions/0009)."""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Floats = npt.NDArray[np.float64]
Depths = npt.NDArray[np.int8]

COMPARED, ITSELF, NO_VALUE, NO_BENCHMARK, NO_INTERVAL = 0, 1, 2, 3, 4
"""Why there is no answer, the first that applies."""

UNKNOWN = -128

compiled = compile_loops()


@compiled
def beyond(lower: Floats, upper: Floats, from_: Floats, to: Floats, level: int, depth: Depths) -> None:
    """Set `depth` to +level where the interval lies above the benchmark's, -level below, UNKNOWN without one."""
    for g in range(depth.size):
        over, under = lower[g] > to[g], upper[g] < from_[g]
        if lower[g] != lower[g] or upper[g] != upper[g]:
            depth[g] = UNKNOWN
        elif (over or under) and depth[g] != UNKNOWN:
            depth[g] = level if over else -level


@compiled
def outcomes(itself: Any, value: Floats, benchmark: Floats, depth: Depths, good: Any, table: Any, no_word: int) -> Any:
    """The place of each word, table[direction + 1, depth + 2], and why there is none."""
    place, code = np.empty(depth.size, np.uint32), np.zeros(depth.size, np.uint8)
    for g in range(depth.size):
        if itself[g]:
            code[g] = ITSELF
        elif value[g] != value[g]:
            code[g] = NO_VALUE
        elif benchmark[g] != benchmark[g]:
            code[g] = NO_BENCHMARK
        elif depth[g] == UNKNOWN:
            code[g] = NO_INTERVAL
        place[g] = table[good[g] + 1, depth[g] + 2] if code[g] == COMPARED else no_word
    return place, code
