"""What a delivery of values would change: new cells, equal cells, restatements. Frames in, frames out."""

from dataclasses import dataclass

import polars as pl

from outturn.core.catalogue import Operator
from outturn.core.frames import PLACE
from outturn.core.units import SHOWS_FIGURE, State

CELL = list(PLACE)
SAID = ["value", "state", "text"]
OPERATORS = tuple(operator.value for operator in Operator)
"""What stands as the text of a plan such as `>= 78%`."""


@dataclass(frozen=True)
class Changes:
    """`new`: cells to be recorded (values frame); `restated`: those of them that give another figure, or other words,
    than is known; `lost`: those that give none where one is known; both with `known_value`, `known_state`,
    `known_text`; `equal`: how many cells say what is already known."""

    new: pl.DataFrame
    restated: pl.DataFrame
    lost: pl.DataFrame
    equal: int

    @property
    def n_restated(self) -> int:
        return self.restated.height + self.lost.height


def find_changes(values: pl.DataFrame, known: pl.DataFrame) -> Changes:
    """Compares delivered values with what is known now. Equal means the same value, state and words.

    A figure that was final and is now provisional is restated, too; a mark that becomes a figure only fills a gap.
    """
    before = known.select(*CELL, *(pl.col(name).alias(f"known_{name}") for name in SAID), pl.lit(True).alias("there"))
    joined = values.join(before, on=CELL, how="left", maintain_order="left")
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"known_{name}")) for name in SAID)
    new = joined.filter(pl.col("there").is_null() | ~same)
    was = pl.col("there").fill_null(False) & says("known_")
    lost = was & ~says("")
    return Changes(
        new=new.select(values.columns),
        restated=new.filter(was & ~lost & (differs() | takes_back())).drop("there"),
        lost=new.filter(lost).drop("there"),
        equal=values.height - new.height,
    )


def says(prefix: str) -> pl.Expr:
    """Whether a cell holds a figure, or the words of a grade; a mark such as n/a says nothing."""
    known = pl.col(f"{prefix}state").is_in([state.value for state in SHOWS_FIGURE])
    return known & (pl.col(f"{prefix}value").is_not_null() | (pl.col(f"{prefix}text").fill_null("") != ""))


def differs() -> pl.Expr:
    """Another figure; where there is none, other words; where it is a plan, another operator before it."""
    other_text = pl.col("text").ne_missing(pl.col("known_text"))
    words = pl.col("value").is_null() & other_text
    turned = other_text & pl.col("text").is_in(OPERATORS) & pl.col("known_text").is_in(OPERATORS)
    return pl.col("value").ne_missing(pl.col("known_value")) | words | turned


def takes_back() -> pl.Expr:
    return (pl.col("known_state") == State.KNOWN.value) & (pl.col("state") == State.PROVISIONAL.value)


def find_restated(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """What stood in one frame of shown values and stands differently in a later one: the columns of `now`, empty where
    the figure is no longer known at all, with `known_value`, `known_state`, `known_text`.

    A figure that may no longer be shown is left out: to say that it changed, and from what, would tell of it.
    """
    stood = before.filter(says("")).select(*CELL, *(pl.col(name).alias(f"known_{name}") for name in SAID))
    joined = stood.join(now, on=CELL, how="left").with_columns(pl.col("state").fill_null(State.NOT_AVAILABLE.value))
    return joined.filter((pl.col("state") != State.SUPPRESSED.value) & (differs() | ~says("")))
