"""Very many values against their benchmarks, as plain loops compiled by Numba (why: docs/decisions/0009)."""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.assess.compiled import compiled_loops

Floats = npt.NDArray[np.float64]
Depths = npt.NDArray[np.int8]

COMPARED, ITSELF, NO_VALUE, NO_BENCHMARK, NO_INTERVAL = 0, 1, 2, 3, 4
"""Why there is no answer, the first that applies."""

compiled = compiled_loops()


@compiled
def beyond(lower: Floats, upper: Floats, from_: Floats, to: Floats, level: int, depth: Depths) -> None:
    """Set `depth` to +level where the interval lies above the benchmark's, -level where it lies below."""
    for g in range(depth.size):
        over, under = lower[g] > to[g], upper[g] < from_[g]
        if over or under:
            depth[g] = level if over else -level


@compiled
def codes(itself: Any, value: Floats, benchmark: Floats, intervals: Floats) -> Any:
    """Why each cannot be compared; `intervals` is NaN where an end is missing."""
    code = np.zeros(value.size, np.uint8)
    for g in range(value.size):
        if itself[g]:
            code[g] = ITSELF
        elif value[g] != value[g]:
            code[g] = NO_VALUE
        elif benchmark[g] != benchmark[g]:
            code[g] = NO_BENCHMARK
        elif intervals[g] != intervals[g]:
            code[g] = NO_INTERVAL
    return code


@compiled
def word_places(depth: Depths, good: Any, code: Any, table: Any, no_word: int) -> Any:
    """The place of each word: table[direction + 1, depth + 2]."""
    place = np.empty(depth.size, np.uint32)
    for g in range(depth.size):
        place[g] = table[good[g] + 1, depth[g] + 2] if code[g] == COMPARED else no_word
    return place
