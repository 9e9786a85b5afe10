"""Means of very many groups, as a plain loop compiled by Numba (why: docs/decisions/0009)."""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Floats = npt.NDArray[np.float64]


@compile_loops(error_model="numpy")
def means(values: Floats, starts: Any) -> Floats:
    """How many, their mean and their standard deviation, a row each; NaN is missing.

    Group g is rows starts[g] to starts[g + 1]. The second walk takes out what rounding put into the first mean.
    """
    found = np.empty((3, starts.size - 1))
    for g in range(starts.size - 1):
        each = values[starts[g] : starts[g + 1]]
        n, total, away, squares = 0, 0.0, 0.0, 0.0
        for value in each:
            if value == value:
                n, total = n + 1, total + value
        first = total / n
        for value in each:
            if value == value:
                away += value - first
        mean = first + away / n
        for value in each:
            if value == value:
                squares += (value - mean) * (value - mean)
        found[0, g], found[1, g], found[2, g] = n, mean, np.sqrt(squares / (n - 1))
    return found
