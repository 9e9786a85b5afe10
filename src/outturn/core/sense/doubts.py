"""Which figures of a delivery may be wrong in themselves: one doubt a cell, the first that holds. Frames in and out."""

from datetime import date, timedelta

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.changes import CELL
from outturn.core.sense.jumps import is_jump, with_past
from outturn.core.sense.limits import limits
from outturn.core.units import Unit

NOT_ENDED, IMPOSSIBLE, RANGE, FRACTION, JUMP = (
    *("period-not-ended", "impossible-figure", "out-of-range", "fraction-of-a-count", "jump"),
)
HAPPENED = ("actual", "national", "comparator", "average", "rank")
"""Roles that say what happened; plans, forecasts and ambitions are about the future by their nature."""
IN_OWN_UNIT = ("actual", "national", "comparator", "average", "previous", "plan", "forecast", "ambition")
"""Roles that hold figures in the unit of their indicator; a variance or a rank does not."""
MEASURED = ("actual", "national", "comparator", "average")
"""Roles whose level is their own: a plan may fall to a tenth of itself, and a national average need not be whole."""
PARTS = ("numerator", "denominator")
PARTED = (Unit.PERCENT, Unit.RATE, Unit.RATIO)
"""Units that have a part and a whole, which are counts."""
FAR = timedelta(days=366)
"""A mark such as n/a for a month that is to come is usual within a year."""
OUT_OF = r"^\s*[0-9,.]+\s+(?:out )?of\s+[0-9,.]+\s*$"


def doubtful(new: pl.DataFrame, values: pl.DataFrame, shown: pl.DataFrame, known: Catalogue, on: date) -> pl.DataFrame:
    """The rows of `new` that must be asked about, with `doubt`, and `usual` and `n_past` of jumps.with_past.

    `values`: the whole delivery; `shown`: the known values of its series, as they may be shown; `on`: the day of the
    delivery.
    """
    told = with_past(new, shown).join(limits(known), on="indicator", how="left", maintain_order="left")
    own = pl.col("role").is_in(IN_OWN_UNIT)
    doubt = (
        pl.when(lies_ahead(on)).then(pl.lit(NOT_ENDED))
        .when(own & impossible(values)).then(pl.lit(IMPOSSIBLE))
        .when(own & ~pl.col("value").is_between(pl.col("lowest"), pl.col("highest"))).then(pl.lit(RANGE))
        .when(below_nought_in_parts()).then(pl.lit(RANGE))
        .when((pl.col("role") == "actual") & fractional()).then(pl.lit(FRACTION))
        .when(pl.col("role").is_in(MEASURED) & is_jump()).then(pl.lit(JUMP))
    )  # fmt: skip
    return told.with_columns(doubt=doubt).filter(pl.col("doubt").is_not_null())


def lies_ahead(on: date) -> pl.Expr:
    """A figure for a period that has not ended, or any word about one that is more than a year away."""
    early = pl.col("value").is_not_null() & (pl.col("end") > on)
    return pl.col("role").is_in(HAPPENED) & (early | (pl.col("start") > on + FAR))


def impossible(values: pl.DataFrame) -> pl.Expr:
    """A count below nought; a percent of a part above 100, where the file gives the part and the whole."""
    usual_range = pl.col("usual_range")
    below = (pl.col("unit") == Unit.COUNT) & (pl.col("value") < 0)
    above = (pl.col("unit") == Unit.PERCENT) & (pl.col("value") > 100) & is_of_a_part(values)
    return usual_range & (below | above)


def below_nought_in_parts() -> pl.Expr:
    parted = pl.col("unit").is_in(PARTED) & pl.col("usual_range")
    return pl.col("role").is_in(PARTS) & parted & (pl.col("value") < 0)


def is_of_a_part(values: pl.DataFrame) -> pl.Expr:
    place = [name for name in CELL if name != "role"]
    parts = values.filter(role="numerator").join(values.filter(role="denominator"), on=place, how="inner")
    more = parts.filter(pl.col("value") > pl.col("value_right")).select(pl.struct(place).alias("place"))["place"]
    return pl.col("text").str.contains(OUT_OF) | pl.struct(place).is_in(more.implode())


def fractional() -> pl.Expr:
    """A count that is no whole number, of an indicator that is shown without decimals."""
    whole = pl.col("value") == pl.col("value").round(0)
    return (pl.col("unit") == Unit.COUNT) & (pl.col("decimals") == 0) & ~whole
