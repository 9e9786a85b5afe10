"""Confidence limits of counts, proportions and means, on arrays. Formulas and sources: docs/method/intervals.md.

Every function takes arrays of equal length and returns (lower, upper); NaN in gives NaN out, and nothing warns.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

EXACT_BELOW = 10
"""Counts under this use exact Poisson limits, others Byar's approximation."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of confidence: its name in columns, the chance left out, and the normal deviate."""

    name: str
    alpha: float
    z: float


LEVELS = (Level("95", 0.05, 1.959963984540054), Level("998", 0.002, 3.090232306167813))


def wilson(x: Floats, n: Floats, z: float) -> tuple[Floats, Floats]:
    """Wilson score limits of the proportion x / n."""
    z2 = z * z
    with np.errstate(all="ignore"):
        half = z * np.sqrt(z2 + 4 * x * (1 - x / n))
        middle, scale = 2 * x + z2, 0.5 / (n + z2)
        return (middle - half) * scale, (middle + half) * scale


def byar(count: Floats, z: float) -> tuple[Floats, Floats]:
    """Byar's limits of a Poisson count."""
    with np.errstate(all="ignore"):
        above = count + 1
        low = 1 - 1 / (9 * count) - z / (3 * np.sqrt(count))
        high = 1 - 1 / (9 * above) + z / (3 * np.sqrt(above))
        return count * (low * low * low), above * (high * high * high)


def exact(count: Floats, alpha: float) -> tuple[Floats, Floats]:
    """Exact limits of a Poisson count; the lower limit of none is 0."""
    from scipy.special import gammaincinv

    with np.errstate(all="ignore"):
        some = count >= np.finfo(float).tiny  # of fewer the inverse knows nothing; the limit is 0 long before
        lower = np.where(some, gammaincinv(np.where(some, count, 1), alpha / 2), count * 0.0)
        return lower, gammaincinv(count + 1, 1 - alpha / 2)


def poisson(count: Floats, level: Level) -> tuple[Floats, Floats]:
    """Limits of a count of events: exact under 10, Byar from 10 on. A negative count has none."""
    lower, upper = byar(count, level.z)
    few = np.flatnonzero(~(count >= EXACT_BELOW))
    if few.size:
        distinct, which = np.unique(count[few], return_inverse=True)
        distinct = np.where(distinct >= 0, distinct, np.nan)
        few_lower, few_upper = exact(distinct, level.alpha)
        lower[few], upper[few] = few_lower[which], few_upper[which]
    return lower, upper


def student(mean: Floats, deviation: Floats, n: Floats) -> list[tuple[Floats, Floats]]:
    """At each level, limits of a mean of n values with that standard deviation; none from one value."""
    from scipy.special import stdtrit

    sizes, which = np.unique(n, return_inverse=True)
    with np.errstate(all="ignore"):
        root = np.sqrt(n)
        ts = [np.where(sizes > 1, stdtrit(np.maximum(sizes - 1, 1), 1 - level.alpha / 2), np.nan) for level in LEVELS]
        halves = [t[which] * deviation / root for t in ts]
    return [(mean - half, mean + half) for half in halves]
