"""Where each area stands among those that report, per indicator and period."""

import numpy as np
import polars as pl

from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.directions import signs
from outturn.core.assess.intervals import refuse
from outturn.core.assess.problems import Problem

PEERS = ["indicator", "period"]


def rank(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame in its own order, with rank, of, quartile, rank_best, rank_worst.

    `frame`: indicator, period, area, value; optional direction (higher, lower or none is better; without one the
    highest is first), optional lower95, upper95. Ties share the better rank; `of` counts the areas that report.
    Quartile 1 is the best quarter (from four areas on). rank_best and rank_worst: where the area could stand given its
    interval; an area is surely better than another when their intervals do not meet. Raises BadInput.
    """
    require(frame, [*PEERS, "area", "value"])
    problems: list[Problem] = []
    labels(frame, "area", problems)
    good = np.where(signs(frame, "direction", problems) < 0, -1.0, 1.0)
    score = {"score": numbers(frame, "value", problems).to_numpy() * good}
    if {"lower95", "upper95"} <= set(frame.columns):
        ends = [numbers(frame, name, problems).to_numpy() * good for name in ("lower95", "upper95")]
        score |= {"low": np.minimum(*ends), "high": np.maximum(*ends)}
    refuse(problems)
    table = frame.select(PEERS).with_columns(pl.Series(name, value).fill_nan(None) for name, value in score.items())
    found = table.select(
        rank=pl.col("score").rank("min", descending=True).over(PEERS).cast(pl.Int64),
        of=pl.col("score").count().over(PEERS).cast(pl.Int64),
    ).with_columns(quartile=quarter())
    ranged = rank_range(table) if "low" in score else pl.DataFrame({name: nothing(frame.height) for name in RANGE})
    return pl.concat([frame.drop([*found.columns, *RANGE], strict=False), found, ranged], how="horizontal")


RANGE = ["rank_best", "rank_worst"]


def quarter() -> pl.Expr:
    """1 while the rank is within the first quarter of all, 4 in the last; none among fewer than four."""
    part = (4 * pl.col("rank") + pl.col("of") - 1) // pl.col("of")
    return pl.when(pl.col("of") >= 4).then(part).cast(pl.Int64)


def nothing(size: int) -> pl.Series:
    return pl.Series([None], dtype=pl.Int64).new_from_index(0, size)


def rank_range(table: pl.DataFrame) -> pl.DataFrame:
    """One more than the areas surely better, and all areas less those surely worse (their intervals do not meet)."""
    low, high = table["low"].to_numpy(), table["high"].to_numpy()
    known = ~np.isnan(low) & ~np.isnan(high) & table["score"].is_not_null().to_numpy()
    group = table.select(pl.struct(PEERS).rank("dense")).to_series().to_numpy()[known].astype(np.int64)
    _, order = np.unique(np.concatenate([low[known], high[known]]), return_inverse=True)
    span = len(order) + 1
    lows, highs = group * span + order[: len(group)], group * span + order[len(group) :]
    last = (group + 1) * span
    sorted_lows, sorted_highs = np.sort(lows), np.sort(highs)
    better = np.searchsorted(sorted_lows, last) - np.searchsorted(sorted_lows, highs, side="right")
    upto_worse = np.searchsorted(sorted_highs, last) - np.searchsorted(sorted_highs, lows)
    found = np.full((table.height, 2), -1, np.int64)
    found[known] = np.column_stack([1 + better, upto_worse])
    return pl.DataFrame({name: null_below(found[:, column]) for column, name in enumerate(RANGE)})


def null_below(values: np.ndarray) -> pl.Series:
    """Whole numbers, null where negative."""
    series = pl.Series(values, dtype=pl.Int64)
    return series.set(series < 0, None)
