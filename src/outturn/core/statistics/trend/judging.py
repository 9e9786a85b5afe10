"""Whether five values rise or fall by more than chance: the tests for a trend, a row of figures for each series."""

import numpy as np

from outturn.core.statistics.rates.confidence import LEVELS, poisson
from outturn.core.statistics.rates.intervals import MISSING

Judged = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]

POINTS = 5
CRITICAL = 9.54953570608324
"""Chi-squared with one degree of freedom, 0.2 % beyond it."""

INTERVAL = ["value", "lower95", "upper95"]


def from_counts(figures: dict[str, np.ndarray], is_rate: np.ndarray) -> None:
    """Rates that came without any value and limit get those of their counts; the test does not depend on the scale."""
    bare = np.flatnonzero(is_rate & np.logical_and.reduce([np.isnan(figures[name]).all(1) for name in INTERVAL]))
    x, n = figures["numerator"][bare], figures["denominator"][bare]
    n = np.where((x >= 0) & (n > 0), n, np.nan)
    lower, upper = (side.reshape(x.shape) for side in poisson(x.ravel(), LEVELS[0]))
    for name, counted in zip(INTERVAL, (x, lower, upper), strict=True):
        figures[name][bare] = counted / n


def judge_trends(figures: dict[str, np.ndarray], is_share: np.ndarray) -> Judged:
    """Chi-squared, slope, whether the slope keeps its sign without any one point, and why there is no answer.

    None where any count equals its denominator, whatever the kind.
    """
    share = by_counts(figures["numerator"], figures["denominator"])
    other = by_intervals(figures["value"], figures["lower95"], figures["upper95"])
    chi2, slope, steady, why = (np.where(is_share, a, b) for a, b in zip(share, other, strict=True))
    whole = (figures["numerator"] == figures["denominator"]).any(1)
    why = np.where((why == "") & whole, "a count equals its denominator", why)
    return chi2, slope, steady.astype(bool), why


def by_counts(x: np.ndarray, n: np.ndarray) -> Judged:
    """Cochran and Armitage's test for a trend in proportions; each row is one series of five."""
    t = np.arange(1.0, POINTS + 1)
    events, cases = x.sum(1), n.sum(1)
    with np.errstate(all="ignore"):
        towards = cases * (x * t).sum(1) - events * (n * t).sum(1)
        chi2 = cases * towards**2 / (events * (cases - events) * (cases * (n * t * t).sum(1) - (n * t).sum(1) ** 2))
        edge = x == 0
        odds = np.log((x + 0.5 * edge) / (n - x + 0.5 * edge))
    steady = keeps_sign(odds, np.ones_like(odds), np.sign(towards))
    why = np.select(
        [
            np.isnan(x).any(1) | np.isnan(n).any(1),
            ((x < 0) | (n <= 0) | (x > n)).any(1),
            (events == 0) | (events == cases),
        ],
        [
            MISSING,
            "a numerator or denominator is not valid",
            "no variation",
        ],
        default="",
    )
    return chi2, towards, steady, why


def by_intervals(value: np.ndarray, lower: np.ndarray, upper: np.ndarray) -> Judged:
    """Weighted regression on time, each value weighted by the inverse of its variance (from its 95 % interval)."""
    t = np.arange(1.0, POINTS + 1)
    with np.errstate(all="ignore"):
        w = (3.92 / (upper - lower)) ** 2
        weight, moment = w.sum(1), (w * t).sum(1)
        spread = weight * (w * t * t).sum(1) - moment**2
        slope = (weight * (w * value * t).sum(1) - moment * (w * value).sum(1)) / spread
        chi2 = (slope / np.sqrt(weight / spread)) ** 2
    steady = keeps_sign(value, w, np.sign(slope))
    why = np.select(
        [np.isnan(value + lower + upper).any(1), (upper <= lower).any(1)],
        ["a value or its interval is missing or suppressed", "an interval has no width"],
        default="",
    )
    return chi2, slope, steady, why


def keeps_sign(value: np.ndarray, weight: np.ndarray, sign: np.ndarray) -> np.ndarray:
    """Whether the weighted slope on time keeps `sign` when any one point is left out."""
    t = np.arange(1.0, POINTS + 1)
    keeps: np.ndarray = sign != 0
    for left_out in range(POINTS):
        kept = np.arange(POINTS) != left_out
        w, v, time = weight[:, kept], value[:, kept], t[kept]
        with np.errstate(all="ignore"):
            slope = w.sum(1) * (w * v * time).sum(1) - (w * time).sum(1) * (w * v).sum(1)
        keeps &= np.sign(slope) == sign
    return keeps
