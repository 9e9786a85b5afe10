"""Limits of very many proportions and rates, as plain loops compiled by Numba (why: docs/decisions/0009).

The formulas are those of `confidence`, which is what the tests hold them against. Shapes: x and n are events and
denominators; the result has a row for each of value, lower95, upper95, lower998, upper998, and a code for each group
that says why it has no answer. The loops of limits have no branch, so that the processor does several groups at once.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]

ANSWERED, MISSING, NEGATIVE, NO_DENOMINATOR, TOO_MANY, TOO_LARGE = 0, 1, 2, 3, 4, 5
"""Why there is no answer, the first that applies."""

FRACTION = 6
"""A count under 10 that is no whole number: its exact limits are not in the table."""

compiled = compile_loops(error_model="numpy")


@compiled
def wilson(x: Floats, n: Floats, levels: tuple[float, float], times: float, figures: Any) -> int:
    """x / n and its Wilson limits at both levels (their normal deviates); how many groups have no answer."""
    value, lower, upper, low, high = figures
    z, far = levels
    z2, far2 = z * z, far * far
    wrong = 0
    for g in range(x.size):
        e, d = x[g], n[g]
        share = e / d
        spread = 4 * e * (1 - share)
        value[g] = share * times
        half, middle, scale = z * np.sqrt(z2 + spread), 2 * e + z2, 0.5 / (d + z2)
        lower[g], upper[g] = (middle - half) * scale * times, (middle + half) * scale * times
        half, middle, scale = far * np.sqrt(far2 + spread), 2 * e + far2, 0.5 / (d + far2)
        low[g], high[g] = (middle - half) * scale * times, (middle + half) * scale * times
        wrong += not ((e >= 0) & (e <= d) & (d > 0) & (d < np.inf) & (high[g] < np.inf))
    return wrong


@compiled
def byar(x: Floats, n: Floats, levels: tuple[float, float], times: float, figures: Any) -> int:
    """x / n and Byar's limits at both levels, right from 10 events on; how many groups have no answer."""
    value, lower, upper, low, high = figures
    z, far = levels
    wrong = 0
    for g in range(x.size):
        e, d, above = x[g], n[g], x[g] + 1
        value[g] = e / d * times
        under, over = 1 - 1 / (9 * e), 1 - 1 / (9 * above)
        root, root_above = 3 * np.sqrt(e), 3 * np.sqrt(above)
        least, most = under - z / root, over + z / root_above
        lower[g], upper[g] = e * (least * least * least) / d * times, above * (most * most * most) / d * times
        least, most = under - far / root, over + far / root_above
        low[g], high[g] = e * (least * least * least) / d * times, above * (most * most * most) / d * times
        wrong += not ((e >= 0) & (e < np.inf) & (d > 0) & (d < np.inf) & (high[g] < np.inf))
    return wrong


@compiled
def without(x: Floats, n: Floats, at_most_all: bool, figures: Floats, code: Codes) -> None:
    """NaN and a code where there is no answer; infinite counts as missing. `at_most_all`: x cannot be more than n."""
    for g in range(x.size):
        e, d = x[g], n[g]
        if not (abs(e) < np.inf and abs(d) < np.inf):
            code[g] = MISSING
        elif e < 0 or d < 0:
            code[g] = NEGATIVE
        elif d == 0:
            code[g] = NO_DENOMINATOR
        elif at_most_all and e > d:
            code[g] = TOO_MANY
        elif not figures[4, g] < np.inf:
            code[g] = TOO_LARGE
        if code[g] != ANSWERED:
            figures[:, g] = np.nan


@compiled
def small_counts(x: Floats, n: Floats, few: Floats, multiplier: float, figures: Floats, code: Codes) -> None:
    """Under 10 events the limits of `few[count]` (lower95, upper95, lower998, upper998)."""
    for g in range(x.size):
        if code[g] == ANSWERED and x[g] < few.shape[0]:
            count = int(x[g])
            if count != x[g]:
                code[g] = FRACTION
            for j in range(4):
                figures[1 + j, g] = few[count, j] / n[g] * multiplier
            if code[g] == ANSWERED and not figures[4, g] < np.inf:
                code[g] = TOO_LARGE
                figures[:, g] = np.nan


def proportions(x: Floats, n: Floats, levels: tuple[float, float], multiplier: float) -> tuple[Floats, Codes]:
    """Value and Wilson limits at both levels, a row each; and the codes."""
    figures, code = np.empty((5, x.size)), np.zeros(x.size, np.uint8)
    if wilson(x, n, levels, float(multiplier), tuple(figures)):
        without(x, n, True, figures, code)
    return figures, code


def rates(x: Floats, n: Floats, levels: tuple[float, float], few: Floats, multiplier: float) -> tuple[Floats, Codes]:
    """The same with Byar's limits, and `few` for what is under 10 events."""
    figures, code = np.empty((5, x.size)), np.zeros(x.size, np.uint8)
    if byar(x, n, levels, float(multiplier), tuple(figures)):
        without(x, n, False, figures, code)
    small_counts(x, n, few, float(multiplier), figures, code)
    return figures, code
