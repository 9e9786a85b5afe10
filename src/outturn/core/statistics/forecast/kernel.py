"""Forecasts of many series, as plain loops compiled by Numba: every method from every past origin.

`y` holds one series on a regular grid, NaN where a period has no value. An origin t knows y[0] to y[t - 1]; its
forecast of h steps is of y[t + h - 1]. Methods and formulas: docs/method/forecast.md.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from outturn.core.statistics.table.compiled import compile_loops

Floats = npt.NDArray[np.float64]

NAIVE, DRIFT, SEASONAL, SMOOTHED, DAMPED = 0, 1, 2, 3, 4
METHODS = ["naive", "drift", "seasonal naive", "exponential smoothing", "damped trend"]
FIRST_ORIGIN = 6
"""Nothing is forecast from fewer periods than this."""

compiled = compile_loops()


def candidates() -> Floats:
    """(alpha, gamma, phi) of each smoothing tried; gamma is how fast the trend learns, phi how much of it is kept."""
    level = [(a / 20, 0.0, 0.0) for a in range(1, 21)]
    trend = [(a / 10, a / 10 * b, p) for a in range(1, 10, 2) for b in (0.05, 0.15, 0.4) for p in (0.8, 0.9, 0.97)]
    return np.array(level + trend)


CALMER = 20.0
"""Series whose spread never changed pass this in fewer than one in a thousand cases."""
LONG_ENOUGH = 12
"""Changes that a calmer stretch must have, or those of a season where there is one."""

LEVELS = 20
"""How many of `candidates` have no trend; they come first."""


@compiled
def naive(y: Floats, h: Floats, mean: Floats, spread: Floats) -> None:
    """The last value goes on; its uncertainty grows as the square root of the steps."""
    last, since = np.nan, 0
    for t in range(1, y.size + 1):
        since += 1
        if y[t - 1] == y[t - 1]:
            last, since = y[t - 1], 0
        for k in range(h.size):
            mean[t, k], spread[t, k] = last, h[k] + since


@compiled
def drift(y: Floats, h: Floats, mean: Floats, spread: Floats) -> None:
    """The last value goes on along the line from the first value to the last."""
    first, last = -1, -1
    for t in range(1, y.size + 1):
        if y[t - 1] == y[t - 1]:
            last = t - 1
            first = last if first < 0 else first
        if last > first:
            slope = (y[last] - y[first]) / (last - first)
            for k in range(h.size):
                ahead = h[k] + t - 1 - last
                mean[t, k], spread[t, k] = y[last] + slope * ahead, ahead * (1 + ahead / (last - first))


@compiled
def seasonal_naive(y: Floats, h: Floats, season: int, mean: Floats, spread: Floats) -> None:
    """The value of the same period a season ago, or the season before that when it is missing."""
    for t in range(season, y.size + 1):
        for k in range(h.size):
            back = int((h[k] - 1) // season) + 1
            then = t + k - back * season
            while then >= 0 and y[then] != y[then]:
                then, back = then - season, back + 1
            if then >= 0:
                mean[t, k], spread[t, k] = y[then], back


@compiled
def first_slope(y: Floats) -> float:
    """Change per period over the first five periods: where a trend starts from."""
    first, last = -1, -1
    for i in range(min(5, y.size)):
        if y[i] == y[i]:
            last = i
            first = i if first < 0 else first
    return (y[last] - y[first]) / (last - first) if last > first else 0.0


@compiled
def smooth(y: Floats, h: Floats, tried: Floats, mean: Floats, spread: Floats) -> None:
    """Exponential smoothing; at each origin the candidate that has erred least so far (squares, one step ahead)."""
    count = len(tried)
    level, erred = np.full(count, np.nan), np.zeros(count)
    trend = np.full(count, first_slope(y) if tried[0, 2] > 0 else 0.0)
    for t in range(1, y.size + 1):
        v = y[t - 1]
        for p in range(count):
            alpha, gamma, phi = tried[p]
            if level[p] != level[p]:
                level[p] = v
                continue
            level[p] += phi * trend[p]
            trend[p] *= phi
            if v == v:
                error = v - level[p]
                level[p] += alpha * error
                trend[p] += gamma * error
                erred[p] += error * error
        best = np.argmin(erred)
        alpha, gamma, phi = tried[best]
        kept, power, variance = 0.0, 1.0, 1.0
        for k in range(h.size):
            power *= phi
            kept += power
            mean[t, k], spread[t, k] = level[best] + kept * trend[best], variance
            variance += (alpha + gamma * kept) ** 2


@compiled
def score(y: Floats, mean: Floats, spread: Floats, start: int) -> tuple[float, float, float, float, float]:
    """Mean absolute error over all origins and steps; scale and origins; the error at the longest step, and that step.

    The scale is the root mean square of the errors after division by their expected spread: what one step costs.
    """
    size, steps = y.size, mean.shape[1]
    absolute, square, count, origins, longest, at_longest, times = 0.0, 0.0, 0, 0, 0, 0.0, 0
    for k in range(steps):
        errors, seen = 0.0, 0
        for t in range(start, size - k):
            actual = y[t + k]
            if actual == actual and mean[t, k] == mean[t, k]:
                error = actual - mean[t, k]
                errors += abs(error)
                square += error * error / spread[t, k]
                seen += 1
        absolute += errors
        count += seen
        origins = max(origins, seen)
        if seen >= min(3, max(1, size - start - k)):
            longest, at_longest, times = k + 1, errors, seen
    if count == 0:
        return np.nan, np.nan, 0.0, np.nan, 0.0
    return absolute / count, np.sqrt(square / count), float(origins), at_longest / max(times, 1), float(longest)


@compiled
def calm_since(y: Floats, least: int) -> int:
    """The period since which the series has changed from one to the next under a third as much as before; 0: none.

    Of all places that leave `least` changes after them, the one where two spreads explain the changes best (greatest
    likelihood ratio), if CALMER tells it from chance. Changes across a gap are not counted.
    """
    square, count = np.zeros(y.size), np.zeros(y.size)
    for i in range(1, y.size):
        change = y[i] - y[i - 1]
        known = change == change
        square[i] = square[i - 1] + (change * change if known else 0.0)
        count[i] = count[i - 1] + known
    best, found, all_, total = CALMER, 0, count[-1], square[-1]
    for i in range(2, y.size):
        before, after = count[i - 1], all_ - count[i - 1]
        if before < 1 or after < least:
            continue
        wild = square[i - 1] / before
        calm = max((total - square[i - 1]) / after, 1e-12 * wild)
        if wild < 9 * calm:
            continue
        ratio = all_ * np.log((before * wild + after * calm) / all_) - before * np.log(wild) - after * np.log(calm)
        if ratio > best:
            best, found = ratio, i
    return found


@compiled
def reaches_the_end(path: Floats) -> bool:
    """Whether there is a number at every step: a season in which a month was never measured says nothing of it."""
    return bool(np.all(np.isfinite(path)))


@compiled
def forecast_all(y: Floats, starts: Any, steps: Any, seasons: Any, tried: Floats, levels: int) -> Any:
    """All series end to end in `y`; series s is y[starts[s]:starts[s + 1]], to be forecast steps[s] periods ahead, with
    seasons[s] periods in a season (1: none).

    Returns paths end to end (mean, standard deviation) and per series (method, error, scale, origins, error at the
    longest step, that step). The method is the one with the least mean absolute error over the origins that all methods
    have and that reaches the last step; a simpler one wins a tie. What is said of it comes from all its origins.
    Origins before the series grew calm (`calm_since`) count for neither. The method is -1 where none has a number for
    every step.
    """
    series = starts.size - 1
    total = steps.sum()
    path, deviation = np.full(total, np.nan), np.full(total, np.nan)
    method, found = np.full(series, -1, np.int8), np.full((series, 5), np.nan)
    at = 0
    for s in range(series):
        part = y[starts[s] : starts[s + 1]]
        n, ahead, season = part.size, steps[s], seasons[s]
        h = np.arange(1.0, ahead + 1)
        seasonal = season > 1 and n >= season + FIRST_ORIGIN
        since = calm_since(part, max(LONG_ENOUGH, season) if seasonal else LONG_ENOUGH)
        start = max(season if seasonal else FIRST_ORIGIN, since)
        for m in range(5):
            if m == SEASONAL and not seasonal:
                continue
            mean, spread = np.full((n + 1, ahead), np.nan), np.full((n + 1, ahead), np.nan)
            if m == NAIVE:
                naive(part, h, mean, spread)
            elif m == DRIFT:
                drift(part, h, mean, spread)
            elif m == SEASONAL:
                seasonal_naive(part, h, season, mean, spread)
            elif m == SMOOTHED:
                smooth(part, h, tried[:levels], mean, spread)
            else:
                smooth(part, h, tried[levels:], mean, spread)
            error = score(part, mean, spread, start)[0]
            if error == error and reaches_the_end(mean[n]) and (method[s] < 0 or error < found[s, 0]):
                _, scale, origins, at_longest, longest = score(part, mean, spread, max(FIRST_ORIGIN, since))
                method[s] = m
                row = (error, scale, origins, at_longest, longest)
                for j in range(5):
                    found[s, j] = row[j]
                for k in range(ahead):
                    path[at + k], deviation[at + k] = mean[n, k], scale * np.sqrt(spread[n, k])
        at += ahead
    return path, deviation, method, found
