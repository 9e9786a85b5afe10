"""How likely a forecast meets what was promised for its date."""

import numpy as np
import polars as pl

from outturn.core.statistics.table import directions
from outturn.core.statistics.table.nearly import at_least, equal

SIGNS = {word: sign for word, sign in directions.SIGNS.items() if sign} | {">=": 1, ">": 1, "<=": -1, "<": -1, "=": 0}
"""Which side of the target is good; 0: it is to be hit. Any other word: no judgement, and no chance."""
STRICT = (">", "<")
FIGURES = ("target", "unbounded", "deviation", "freedom", "low", "high")
Floats = np.ndarray


def chance(path: pl.DataFrame, target: float | pl.DataFrame, direction: str | pl.DataFrame) -> pl.DataFrame:
    """`series, date, target, chance`: how likely a series meets its target, from 0 to 1; null where none can be given.

    `path`: what `forecast` returned. `target`: one number, or a frame of series, target, for the last period of the
    path; or a frame of series, date, target (a plan), of which the figure for the last period that has one counts:
    `date` says which. `direction`: increase (at least the target), decrease (at most), neutral (no chance), or the
    target's own operator (`>=`, `>`, `<=`, `<`, `=`); or a frame of series, direction.

    What a path holds beyond an end (see `forecast`) lies on the end: a share is 100 % as often as the distribution
    without ends is 100 % or more. A target to be hit exactly has a chance only where it lies on an end, or where
    nothing has ever varied.
    """
    plan = isinstance(target, pl.DataFrame) and "date" in target.columns
    aimed = join_plan(path, target) if plan else join_given(path, target, "target")  # type: ignore[arg-type]
    last = aimed.sort(pl.col("target").is_not_null(), maintain_order=True).group_by("series").last().sort("series")
    last = join_given(last, direction, "direction")
    likely = chances(
        *(last[name].cast(pl.Float64).to_numpy() for name in FIGURES),
        sign=last["direction"].replace_strict(SIGNS, default=None, return_dtype=pl.Float64).to_numpy(),
        strict=last["direction"].is_in(STRICT).fill_null(False).to_numpy(),
    )
    return last.select("series", "date", pl.col("target").cast(pl.Float64), chance=pl.Series(likely).fill_nan(None))


def chances(
    aim: Floats, mean: Floats, deviation: Floats, freedom: Floats, low: Floats, high: Floats, *, sign: Floats,
    strict: Floats,
) -> Floats:  # fmt: skip
    """One chance for each row; NaN where there is none."""
    up, down = np.where(sign < 0, -aim, aim), np.where(sign < 0, -mean, mean)
    floor, ceiling = np.where(sign < 0, -high, low), np.where(sign < 0, -low, high)
    reached = reaching(up, down, deviation, freedom, strict)
    reached = np.where((up < floor) | (equal(up, floor) & ~strict), 1.0, reached)
    reached = np.where((up > ceiling) | (equal(up, ceiling) & strict), 0.0, reached)
    never = np.zeros(len(aim), bool)
    hit = np.select(
        [equal(aim, high), equal(aim, low), ~(deviation > 0)],
        [
            reaching(aim, mean, deviation, freedom, never),
            reaching(-aim, -mean, deviation, freedom, never),
            equal(aim, mean),
        ],
        np.nan,
    )
    unknown = np.isnan(sign) | np.isnan(aim) | np.isnan(mean) | np.isnan(deviation)
    likely: Floats = np.where(unknown, np.nan, np.where(sign == 0, hit, reached))
    return likely


def reaching(aim: Floats, mean: Floats, deviation: Floats, freedom: Floats, strict: Floats) -> Floats:
    """How likely the path without ends is at `aim` or above it."""
    from scipy.special import stdtr

    with np.errstate(divide="ignore", invalid="ignore"):
        spread = stdtr(freedom, (mean - aim) / deviation)
    without = at_least(mean, aim) & ~(strict & equal(mean, aim))
    likely: Floats = np.where(deviation > 0, spread, without)
    return likely


def join_plan(path: pl.DataFrame, plan: pl.DataFrame) -> pl.DataFrame:
    """The path with the plan of each of its dates; of its month where neither has two figures in one."""
    plan = plan.select("series", pl.col("date").cast(pl.Date), "target").drop_nulls()
    exact = path.join(plan, on=["series", "date"], how="left", maintain_order="left")
    month = [pl.col("series"), pl.col("date").dt.truncate("1mo").alias("month")]
    alone = plan.with_columns(month[1]).filter(pl.len().over(month) == 1).select("series", "month", by_month="target")
    once = pl.len().over(month) == 1
    joined = exact.with_columns(month[1]).join(alone, on=["series", "month"], how="left", maintain_order="left")
    return joined.with_columns(target=pl.coalesce("target", pl.when(once).then("by_month"))).drop("month", "by_month")


def join_given(frame: pl.DataFrame, given: float | str | pl.DataFrame, name: str) -> pl.DataFrame:
    """`given` as the column `name`: the same for all, or looked up by series."""
    if isinstance(given, pl.DataFrame):
        return frame.join(given.select("series", name), on="series", how="left", maintain_order="left")
    return frame.with_columns(pl.lit(given).alias(name))
