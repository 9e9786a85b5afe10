"""Inequality across quantiles of deprivation: the slope index and the relative index."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.confidence import LEVELS, Floats
from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.grouped import by_group
from outturn.core.statistics.table.notes import first_reason
from outturn.core.statistics.table.problems import Problem

KINDS = ("proportion", "rate", "other")
NO_RATIO = "no relative index: the line reaches nought"
COLUMNS = ["population", "value", "lower95", "upper95"]


def inequality(
    frame: pl.DataFrame, kind: str = "other", multiplier: float = 100, among: pl.Series | None = None
) -> pl.DataFrame:
    """Slope index (sii) and relative index (rii) of inequality per group, with 95 % and 99.8 % limits and a note.

    `frame`: group, quantile (1 first), population, value, lower95, upper95. The line is fitted to the values of
    `other`, the logarithms of a `rate`, the log odds of a `proportion` (whose `multiplier` is its whole).
    Every quantile that any group has is needed; when `frame` is a part of a table, `among` holds those of all of it.
    Where the line reaches nought there is no relative index, and the note says so. Raises BadInput, and
    ValueError for another kind.
    """
    if kind not in KINDS:
        raise ValueError(f"'{kind}' is not a kind of value. Use {', '.join(KINDS)}.")
    require(frame, ["group", "quantile", *COLUMNS])
    problems: list[Problem] = []
    table = pl.DataFrame(
        {
            "group": labels(frame, "group", problems),
            "quantile": labels(frame, "quantile", problems),
            **{name: numbers(frame, name, problems) for name in COLUMNS},
        }
    )
    refuse(problems)
    names, grid, absent, twice = by_quantile(table, among)
    population, value, lower, upper = grid
    transformed, spread = on_scale(value, lower, upper, kind, multiplier)
    with np.errstate(all="ignore"):
        weight = population / population.sum(1, keepdims=True)
        middle = weight.cumsum(1) - weight / 2
        away = middle - (weight * middle).sum(1, keepdims=True)
        share = weight * away / (weight * away**2).sum(1, keepdims=True)
        slope = (share * transformed).sum(1)
        start = (weight * transformed).sum(1) - slope * (weight * middle).sum(1)
        at_start = weight - share * (weight * middle).sum(1, keepdims=True)
    results = indices(start, slope, at_start, share, spread, kind, multiplier)
    bad, note = first_reason(
        [
            (twice, "a quantile stands more than once"),
            (absent | np.isnan(population + value + lower + upper).any(1), "a quantile is missing or suppressed"),
            ((population <= 0).any(1), "a quantile has no population"),
            (~np.isfinite(results["sii"]), "the values cannot be transformed"),
        ],
        len(names),
    )
    crosses = np.isnan(results["rii"]) & ~bad
    note = note.set(pl.Series(crosses), NO_RATIO) if crosses.any() else note
    for column in results.values():
        column[bad] = np.nan
    return (
        pl.DataFrame({"group": names, **results})
        .with_columns(pl.col(pl.Float64).fill_nan(None))
        .with_columns(note=note)
    )


def by_quantile(table: pl.DataFrame, among: pl.Series | None) -> tuple[pl.Series, Floats, np.ndarray, np.ndarray]:
    """Names, figures as (column, group, quantile), whether a group lacks a quantile, and whether it has one twice."""
    together = by_group(table)
    every = (table["quantile"] if among is None else among).cast(table["quantile"].dtype).drop_nulls().unique().sort()
    places = {name: place for place, name in enumerate(every)}
    code = together.frame["quantile"].replace_strict(places, return_dtype=pl.Int64).to_numpy()
    group = np.repeat(np.arange(len(together.names)), together.sizes)
    shape = (len(together.names), len(every))
    seen: np.ndarray = np.zeros(shape, np.int64)
    np.add.at(seen, (group, code), 1)
    grid: Floats = np.full((len(COLUMNS), *shape), np.nan)
    for place, name in enumerate(COLUMNS):
        grid[place, group, code] = together.frame[name].to_numpy()
    return together.names, grid, np.any(seen == 0, axis=1), np.any(seen > 1, axis=1)


def on_scale(value: Floats, lower: Floats, upper: Floats, kind: str, whole: float) -> tuple[Floats, Floats]:
    """The values as they are fitted, and their standard errors from the 95 % limits."""
    with np.errstate(all="ignore"):
        if kind == "rate":
            value, lower, upper = np.log(value), np.log(lower), np.log(upper)
        elif kind == "proportion":
            value, lower, upper = (np.log(part / (whole - part)) for part in (value, lower, upper))
        return value, (upper - lower) / (2 * LEVELS[0].z)


def indices(
    start: Floats, slope: Floats, at_start: Floats, share: Floats, spread: Floats, kind: str, whole: float
) -> dict[str, Floats]:
    """Both indices and their limits. The ends of the fitted line are sums of the values, so their errors are known.

    sii = f(1) - f(0) and rii = f(1) / f(0) with f the line back on the scale of the values; limits by the first
    derivative (of the logarithm for rii).
    """
    with np.errstate(all="ignore"):
        end, at_end = start + slope, at_start + share
        (low, d_low), (high, d_high) = (back(line, kind, whole) for line in (start, end))
        sii, rii = high - low, high / low
        sii_error = np.sqrt((((d_high[:, None] * at_end) - (d_low[:, None] * at_start)) ** 2 * spread**2).sum(1))
        ratio = (d_high / high)[:, None] * at_end - (d_low / low)[:, None] * at_start
        rii_error = np.sqrt((ratio**2 * spread**2).sum(1))
        result = {"sii": sii}
        for level in LEVELS:
            result[f"sii_lower{level.name}"] = sii - level.z * sii_error
            result[f"sii_upper{level.name}"] = sii + level.z * sii_error
        result["rii"] = np.where(rii > 0, rii, np.nan)
        for level in LEVELS:
            result[f"rii_lower{level.name}"] = result["rii"] * np.exp(-level.z * rii_error)
            result[f"rii_upper{level.name}"] = result["rii"] * np.exp(level.z * rii_error)
    return result


def back(line: Floats, kind: str, whole: float) -> tuple[Floats, Floats]:
    """A point of the fitted line on the scale of the values, and the derivative there."""
    if kind == "rate":
        return np.exp(line), np.exp(line)
    if kind == "proportion":
        share = 1 / (1 + np.exp(-line))
        return whole * share, whole * share * (1 - share)
    return line, np.ones_like(line)
