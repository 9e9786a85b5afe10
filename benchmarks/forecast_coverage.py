"""Share of future values inside the 95 % interval, simulated: the table of docs/method/forecast.md, ready to paste.

`python -m benchmarks.forecast_coverage [SERIES]`
"""

import sys
from datetime import date

import numpy as np
import polars as pl

from outturn.core.statistics.forecast import forecast

LENGTHS = [(18, 5), (18, 12), (24, 5), (36, 12), (60, 12)]


def noise(shocks: np.ndarray) -> np.ndarray:
    return shocks


def random_walk(shocks: np.ndarray) -> np.ndarray:
    return shocks.cumsum(axis=1)


def slow_level(shocks: np.ndarray) -> np.ndarray:
    """Noise around a level that wanders by a quarter of it."""
    return shocks + 0.25 * np.random.default_rng(2).normal(size=shocks.shape).cumsum(axis=1)


def line(shocks: np.ndarray) -> np.ndarray:
    return shocks + 0.15 * np.arange(shocks.shape[1])


def season(shocks: np.ndarray) -> np.ndarray:
    return shocks + 2 * np.sin(2 * np.pi * np.arange(shocks.shape[1]) / 12)


def autocorrelated(shocks: np.ndarray) -> np.ndarray:
    """Each month keeps six tenths of the one before."""
    result = shocks.copy()
    for month in range(1, shocks.shape[1]):
        result[:, month] += 0.6 * result[:, month - 1]
    return result


KINDS = [noise, random_walk, slow_level, line, season, autocorrelated]


def inside(values: np.ndarray, known: int, ahead: int) -> float:
    """The share of the last `ahead` values of every row that the forecast from the first `known` holds."""
    ends = [date(2015 + i // 12, i % 12 + 1, 1) for i in range(known)]
    names = [f"s{number:05}" for number in range(len(values))]
    past = pl.DataFrame({"series": np.repeat(names, known), "value": values[:, :known].ravel()})
    dates = pl.Series(ends * len(values)).dt.month_end()
    found = forecast(past.with_columns(date=dates), periods=ahead).sort("series", "step")
    future = values[:, known:].ravel()
    return float(np.mean((found["lower95"].to_numpy() <= future) & (future <= found["upper95"].to_numpy())))


def main(series: int = 2000) -> None:
    print(f"| months known, ahead | {' | '.join(kind.__name__.replace('_', ' ') for kind in KINDS)} |")
    print("|---" * (len(KINDS) + 1) + "|")
    for known, ahead in LENGTHS:
        shares = []
        for kind in KINDS:
            values = kind(np.random.default_rng(1).normal(size=(series, known + ahead)))
            shares.append(f"{100 * inside(values, known, ahead):.0f} %")
        print(f"| {known}, {ahead} | {' | '.join(shares)} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
