"""Funnels: how far from the average a group of its size may lie by chance alone."""

from math import fsum

import numpy as np
import polars as pl

from outturn.core.statistics.rates.confidence import LEVELS, Floats
from outturn.core.statistics.rates.intervals import LIMIT_COLUMNS, divide, sum_ratios
from outturn.core.statistics.table.notes import first_reason

MULTIPLIERS = {"proportion": 100.0, "rate": 100_000.0, "ratio": 100.0}
WORDS = ["Low (0.001)", "Low (0.025)", "High (0.001)", "High (0.025)", "Not significant"]
FIRST_HIGH, NOT_SIGNIFICANT = 2, 4
"""Places in WORDS."""


def funnel(
    frame: pl.DataFrame, kind: str = "proportion", multiplier: float | None = None, overdispersion: bool = False
) -> pl.DataFrame:
    """Control limits of every group around the average of all.

    `frame`: group, numerator, denominator (for a ratio: observed and expected; its average is 1 by definition). Returns
    group, numerator, denominator, value, average, lower95, upper95, lower998, upper998, significance, note. With
    `overdispersion` the limits are widened by how much more the groups differ than chance explains, all together. Sums
    over groups are exact, so that the order of the groups changes no digit.
    """
    if kind not in MULTIPLIERS:
        raise ValueError(f"'{kind}' is not a kind of funnel. Use proportion, rate or ratio.")
    times = MULTIPLIERS[kind] if multiplier is None else multiplier
    together, x, n, reasons = sum_ratios(frame)
    if kind == "proportion":
        reasons.append((x > n, "the numerator is greater than the denominator"))
    bad, note = first_reason(reasons, len(x))
    average = 1.0 if kind == "ratio" else fsum(x[~bad]) / fsum(n[~bad]) if (~bad).any() else np.nan
    value = divide(x, n)
    wider = dispersion(value[~bad], average, n[~bad], kind) if overdispersion else 1.0
    limits = limits_at(n, average, kind, wider)
    codes = significance(value, limits)
    if kind == "proportion" and wider == 1.0:
        exact_where_few(codes, x, n, average)
    words = pl.Series(WORDS).gather(codes)
    columns = {"value": value, "average": np.full(len(x), average)} | dict(zip(LIMIT_COLUMNS, limits, strict=True))
    for column in columns.values():
        column *= times
        column[bad] = np.nan
    result = pl.DataFrame({"group": together.names, "numerator": x, "denominator": n, **columns})
    return result.with_columns(pl.col(pl.Float64).fill_nan(None)).with_columns(
        significance=words.set(pl.Series(bad), None), note=note
    )


def curves(
    found: pl.DataFrame, sizes: Floats, kind: str, multiplier: float | None = None, wider: float = 1.0
) -> pl.DataFrame:
    """The limits of what `funnel` returned, at any sizes: size, lower95, upper95, lower998, upper998.

    `kind` and `multiplier`: as given to it; `wider`: the dispersion, see `spread_of`.
    """
    times = MULTIPLIERS[kind] if multiplier is None else multiplier
    average = found["average"].drop_nulls()
    limits = limits_at(sizes, average[0] / times if len(average) else np.nan, kind, wider)
    columns = {name: limit * times for name, limit in zip(LIMIT_COLUMNS, limits, strict=True)}
    return pl.DataFrame({"size": sizes, **columns}).with_columns(pl.col(pl.Float64).fill_nan(None))


def spread_of(found: pl.DataFrame, kind: str, multiplier: float | None = None) -> float:
    """The dispersion of what `funnel` returned."""
    times = MULTIPLIERS[kind] if multiplier is None else multiplier
    used = found.drop_nulls("value")
    if used.is_empty():
        return 1.0
    return dispersion(
        used["value"].to_numpy() / times, used["average"][0] / times, used["denominator"].to_numpy(), kind
    )


def limits_at(n: Floats, average: float, kind: str, wider: float) -> list[Floats]:
    """lower95, upper95, lower998, upper998 for groups of these sizes; `wider`: how often chance the variance is."""
    limits = [
        side
        for level in LEVELS
        for side in (
            around_proportion(average, n, level.z) if kind == "proportion" else around_count(average, n, level.alpha)
        )
    ]
    if wider == 1.0:
        return limits
    top = 1.0 if kind == "proportion" else np.inf
    return [np.clip(average + (limit - average) * np.sqrt(wider), 0, top) for limit in limits]


def around_proportion(average: float, n: Floats, z: float) -> tuple[Floats, Floats]:
    """The proportions that a Wilson interval of n cases could just reach, kept within 0 and 1."""
    with np.errstate(all="ignore"):
        half = z * np.sqrt(average * (1 - average) / n)
    return np.maximum(average - half, 0), np.minimum(average + half, 1)


def around_count(average: float, n: Floats, alpha: float) -> tuple[Floats, Floats]:
    """The rates whose exact Poisson interval would just reach the average, never under 0; none expected: 0."""
    from scipy.special import gdtrib

    expected = average * n
    usable = expected > 0
    safe = np.where(usable, expected, 1.0)
    # The count whose upper limit is `safe` is a root of P(count + 1, safe) = 1 - alpha / 2, its lower one of
    # P(count, safe) = alpha / 2, with P the cumulative gamma distribution. The second may lie under one event.
    lower = np.maximum(gdtrib(1.0, 1 - alpha / 2, safe) - 1, 0)
    upper = gdtrib(1.0, alpha / 2, safe)
    return (np.where(usable, divide(side, n), 0.0) for side in (lower, upper))  # type: ignore[return-value]


WINSOR = 0.1
"""The part of the groups at either end that is brought in before the spread is measured."""


def dispersion(value: Floats, average: float, n: Floats, kind: str) -> float:
    """How many times the variance between groups exceeds chance; 1 when it does not (Spiegelhalter's phi)."""
    if not len(value):
        return 1.0
    chance = average * (1 - average) / n if kind == "proportion" else average / n
    with np.errstate(all="ignore"):
        z = (value - average) / np.sqrt(chance)
    z = np.clip(z, *np.nanquantile(z, [WINSOR, 1 - WINSOR])) if np.isfinite(z).any() else np.zeros(1)
    z = z[~np.isnan(z)]
    return max(1.0, fsum(z * z) / max(len(z), 1))


FEW = 5
"""Where fewer events, or fewer of what is no event, are expected, the drawn limits of a proportion are too narrow."""


def exact_where_few(codes: np.ndarray, x: Floats, n: Floats, average: float) -> None:
    """Change the words of proportions beyond their limits where FEW apply: exact binomial probabilities decide.

    One event among 34 where one in 1,500 is usual lies far beyond the drawn limit, and happens to one such group in 44.
    """
    from scipy.special import betainc

    with np.errstate(invalid="ignore"):
        few = np.flatnonzero((codes < NOT_SIGNIFICANT) & (n * min(average, 1 - average) < FEW) & (x <= n))
    if not 0 < average < 1 or not len(few):
        return
    x, n, high = x[few], n[few], codes[few] >= FIRST_HIGH
    with np.errstate(all="ignore"):
        as_high = np.where(x > 0, betainc(np.maximum(x, 1e-300), n - x + 1, average), 1.0)
        as_low = np.where(x < n, betainc(np.maximum(n - x, 1e-300), x + 1, 1 - average), 1.0)
    by_chance = np.where(high, as_high, as_low)
    outer, inner = (level.alpha / 2 for level in (LEVELS[1], LEVELS[0]))
    side = np.where(by_chance < outer, 0, np.where(by_chance < inner, 1, NOT_SIGNIFICANT))
    codes[few] = np.where(side == NOT_SIGNIFICANT, side, side + FIRST_HIGH * high)


def significance(value: Floats, limits: list[Floats]) -> np.ndarray:
    """The place in WORDS for each value."""
    lower95, upper95, lower998, upper998 = limits
    tests = [value < lower998, value < lower95, value > upper998, value > upper95]
    return np.select(tests, [0, 1, 2, 3], default=NOT_SIGNIFICANT).astype(np.uint32)
