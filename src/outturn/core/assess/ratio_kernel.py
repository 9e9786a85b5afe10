"""Limits of very many proportions and rates, as plain loops compiled by Numba (why: docs/decisions/0009).

The formulas are those of `confidence`, which is what the tests hold them against. Shapes: x and n are events and
denominators; the result has a row for each of value, lower95, upper95, lower998, upper998, and a code for each group
that says why it has no answer.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.assess.compiled import compiled_loops

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]

ANSWERED, MISSING, NEGATIVE, NO_DENOMINATOR, TOO_MANY = 0, 1, 2, 3, 4
"""Why there is no answer, the first that applies."""

FRACTION = 5
"""A count under 10 that is no whole number: its exact limits are not in the table."""

compiled = compiled_loops(error_model="numpy")


@compiled
def codes(x: Floats, n: Floats, at_most_all: bool) -> Any:
    """Why each ratio has no answer; infinite counts as missing. `at_most_all`: x cannot be more than n."""
    code = np.zeros(x.size, np.uint8)
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
    return code


@compiled
def wilson(x: Floats, n: Floats, z: float, multiplier: float, lower: Floats, upper: Floats) -> None:
    """Wilson limits. No branch in the loop, so that the processor does several groups at once."""
    z2 = z * z
    for g in range(x.size):
        half = z * np.sqrt(z2 + 4 * x[g] * (1 - x[g] / n[g]))
        middle, scale = 2 * x[g] + z2, 0.5 / (n[g] + z2)
        lower[g], upper[g] = (middle - half) * scale * multiplier, (middle + half) * scale * multiplier


@compiled
def byar(x: Floats, n: Floats, z: float, multiplier: float, lower: Floats, upper: Floats) -> None:
    """Byar's limits, right from 10 events on."""
    for g in range(x.size):
        e, above = x[g], x[g] + 1
        low = 1 - 1 / (9 * e) - z / (3 * np.sqrt(e))
        high = 1 - 1 / (9 * above) + z / (3 * np.sqrt(above))
        lower[g] = e * (low * low * low) / n[g] * multiplier
        upper[g] = above * (high * high * high) / n[g] * multiplier


@compiled
def ratio(x: Floats, n: Floats, multiplier: float, value: Floats) -> None:
    """x / n."""
    for g in range(x.size):
        value[g] = x[g] / n[g] * multiplier


@compiled
def without(figures: Floats, code: Any) -> None:
    """NaN where there is no answer."""
    for g in range(code.size):
        if code[g] != ANSWERED:
            figures[:, g] = np.nan


@compiled
def small_counts(x: Floats, n: Floats, few: Floats, multiplier: float, figures: Floats, code: Any) -> None:
    """Under 10 events the limits of `few[count]` (lower95, upper95, lower998, upper998)."""
    for g in range(x.size):
        if code[g] == ANSWERED and x[g] < few.shape[0]:
            count = int(x[g])
            if count != x[g]:
                code[g] = FRACTION
            for j in range(4):
                figures[1 + j, g] = few[count, j] / n[g] * multiplier


def proportions(x: Floats, n: Floats, levels: tuple[float, float], multiplier: float) -> tuple[Floats, Codes]:
    """Value and Wilson limits at both levels (their normal deviates), a row each; and the codes."""
    figures, code = np.empty((5, x.size)), codes(x, n, True)
    ratio(x, n, multiplier, figures[0])
    for z, place in zip(levels, (1, 3), strict=True):
        wilson(x, n, z, multiplier, figures[place], figures[place + 1])
    without(figures, code)
    return figures, code


def rates(x: Floats, n: Floats, levels: tuple[float, float], few: Floats, multiplier: float) -> tuple[Floats, Codes]:
    """The same with Byar's limits, and `few` for what is under 10 events."""
    figures, code = np.empty((5, x.size)), codes(x, n, False)
    ratio(x, n, multiplier, figures[0])
    for z, place in zip(levels, (1, 3), strict=True):
        byar(x, n, z, multiplier, figures[place], figures[place + 1])
    without(figures, code)
    small_counts(x, n, few, multiplier, figures, code)
    return figures, code
