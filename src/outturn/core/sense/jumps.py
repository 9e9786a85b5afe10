"""A figure that is ten, a hundred or another unit's times its own series: a slip of the point, or of the unit."""

import polars as pl

from outturn.core.changes import CELL
from outturn.core.units import Unit

WINDOW, FEWEST = 12, 4
"""The last figures of the series, and how many it takes to say what is usual."""
NEAR = 0.1
"""How near to a factor the ratio must be."""
POINTS = (10.0, 100.0)
SLIPS: dict[Unit, tuple[float, ...]] = {
    Unit.COUNT: (1_000.0,),
    Unit.MONEY: (1_000.0, 1_000_000.0),
    Unit.DURATION: (24.0, 60.0, 1_440.0, 3_600.0),
}
"""Factors beside POINTS: thousands; hours in a day, minutes in an hour, minutes in a day, seconds in an hour."""
FAR_OFF = 90.0
"""Beyond this any ratio is asked about."""
SAME_LEVEL = 2.0
"""A figure within this factor of the last one that was recorded stands on a level that a person knows."""

SERIES = ["indicator", "area", "role", "period_kind"]


def with_past(new: pl.DataFrame, shown: pl.DataFrame) -> pl.DataFrame:
    """Adds `usual`, the median of the last 12 figures before it (null below 4), `n_past`, how many those are, and
    `last`, the last one recorded."""
    kept = shown.select(*CELL, "value").join(new.select(CELL), on=CELL, how="anti")
    both = pl.concat(
        [kept.with_columns(recorded=pl.col("value")), new.select(*CELL, "value", recorded=pl.lit(None, pl.Float64))]
    ).sort(*SERIES, "end", "start")
    figure = pl.col("value")
    past = both.filter(figure.is_not_null()).with_columns(
        usual=figure.rolling_median(WINDOW, min_samples=FEWEST).shift(1).over(SERIES),
        n_past=pl.min_horizontal(pl.int_range(pl.len(), dtype=pl.Int64).over(SERIES), WINDOW),
        last=pl.col("recorded").forward_fill().shift(1).over(SERIES),
    )
    return new.join(past.select(*CELL, "usual", "n_past", "last"), on=CELL, how="left", maintain_order="left")


def is_jump() -> pl.Expr:
    """Needs `value`, `usual`, `last` and `unit`."""
    times = pl.col("value") / pl.col("usual")
    larger = pl.max_horizontal(times, 1 / times)
    slips = pl.any_horizontal(near(larger, factor) for factor in POINTS)
    for unit, factors in SLIPS.items():
        of_unit = pl.any_horizontal(near(larger, factor) for factor in factors)
        slips = slips | ((pl.col("unit") == unit.value) & of_unit)
    since = pl.col("value") / pl.col("last")
    known_level = since.is_between(1 / SAME_LEVEL, SAME_LEVEL).fill_null(False)
    return (times > 0) & times.is_finite() & (slips | (larger >= FAR_OFF)) & ~known_level


def near(ratio: pl.Expr, factor: float) -> pl.Expr:
    return ratio.is_between(factor * (1 - NEAR), factor * (1 + NEAR))
