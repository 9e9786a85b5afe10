"""What a delivery of values would change: new cells, equal cells, restatements. Frames in, frames out."""

from dataclasses import dataclass

import polars as pl

from outturn.core.frames import PLACE

CELL = list(PLACE)
SAID = ["value", "state", "text"]


@dataclass(frozen=True)
class Changes:
    """`new`: cells to be recorded (values frame); `restated`: those of them that change a known figure,
    with columns `was` and `value`; `equal`: how many cells say what is already known."""

    new: pl.DataFrame
    restated: pl.DataFrame
    equal: int


def changes(values: pl.DataFrame, known: pl.DataFrame) -> Changes:
    """Compares delivered values with what is known now. Equal means the same value, state and words."""
    before = known.select(*CELL, *(pl.col(name).alias(f"known_{name}") for name in SAID), pl.lit(True).alias("there"))
    joined = values.join(before, on=CELL, how="left")
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"known_{name}")) for name in SAID)
    new = joined.filter(pl.col("there").is_null() | ~same)
    restated = new.filter(pl.col("known_value").is_not_null() & pl.col("value").is_not_null())
    restated = restated.filter(pl.col("known_value") != pl.col("value"))
    return Changes(
        new=new.select(values.columns),
        restated=restated.select(*CELL, "printed", pl.col("known_value").alias("was"), "value"),
        equal=values.height - new.height,
    )
