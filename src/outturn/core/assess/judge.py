"""Judging a figure against its plan: does it meet it, by how much not, and which band of the scheme is that.

Works on values known and suppressed alike: a hidden value lies somewhere in its range, and is rated only when
every number in that range would be rated the same.
"""

from collections.abc import Iterable

import polars as pl

from outturn.core.assess.grades import plainly
from outturn.core.catalogue import NO_BAND, Band, Scheme
from outturn.core.statistics.table.nearly import NEARLY, equal_in
from outturn.core.units import State

SUPPRESSED = State.SUPPRESSED.value
NOT_DUE = State.NOT_DUE.value


def judge(frame: pl.DataFrame, schemes: Iterable[Scheme]) -> pl.DataFrame:
    """Adds met (bool, null when it cannot be told), gap (value - plan, in the unit), adverse_percent and rating.

    Needs value, state, plan, plan_state, operator (>=, >, <=, <, =), scheme, low and high (the hidden range).
    `adverse_percent` is the adverse gap as a share of the plan; null when met, and when the plan is zero: a zero
    target that is missed has no percent and falls through to the worst band (core.md).
    """
    bounded = frame.with_columns(*_bounds("value", "state"), *_bounds("plan", "plan_state"))
    met = bounded.with_columns(_meets(graded={"text", "plan_text"} <= set(frame.columns)).alias("met")).with_columns(
        pl.when(pl.col("plan_state") != NOT_DUE).then(pl.col("met")).alias("met")
    )
    gap = met.with_columns((pl.col("value") - pl.col("plan")).alias("gap")).with_columns(
        pl.when(~pl.col("met") & (pl.col("plan") != 0))
        .then(pl.col("gap").abs() / pl.col("plan").abs() * 100)
        .alias("adverse_percent")
    )
    banded = gap.with_columns(_rating(list(schemes)).alias("rating"))
    return banded.drop("value_low", "value_high", "plan_low", "plan_high")


def _bounds(value: str, state: str) -> tuple[pl.Expr, pl.Expr]:
    hidden = pl.col(state) == SUPPRESSED
    return (
        pl.when(hidden).then(pl.col("low")).otherwise(pl.col(value)).alias(f"{value}_low"),
        pl.when(hidden).then(pl.col("high")).otherwise(pl.col(value)).alias(f"{value}_high"),
    )


def _meets(graded: bool) -> pl.Expr:
    """True when every possible value meets every possible plan, False when none does, else null.

    Figures that only binary arithmetic tells apart are equal (see `nearly`). With `graded`, words are compared
    where neither side is a number: Green meets Green."""
    low, high, plan_low, plan_high = (pl.col(name) for name in ("value_low", "value_high", "plan_low", "plan_high"))
    above, below = equal_in(low, plan_high), equal_in(high, plan_low)
    over, under = (low > plan_high) & ~above, (high < plan_low) & ~below
    sure = {
        ">=": ((low > plan_high) | above, under),
        ">": (over, (high < plan_low) | below),
        "<=": ((high < plan_low) | below, over),
        "<": (under, (low > plan_high) | above),
        "=": ((low == high) & (plan_low == plan_high) & above, under | over),
    }
    cases = [
        pl.when((pl.col("operator") == operator) & yes)
        .then(True)
        .when((pl.col("operator") == operator) & no)
        .then(False)
        for operator, (yes, no) in sure.items()
    ]
    return pl.coalesce([*cases, *([_same_word()] if graded else [])])


def _same_word() -> pl.Expr:
    """For a grade that is asked for by its word; null where there is a number, or no word on one side."""
    value, plan = (plainly(pl.col(name)) for name in ("text", "plan_text"))
    words = (pl.col("operator") == "=") & pl.col("value").is_null() & pl.col("plan").is_null()
    return pl.when(words & (value != "") & (plan != "")).then(value == plan)


def _rating(schemes: list[Scheme]) -> pl.Expr:
    """The band of the least and of the most that the plan can be missed by; where they differ nothing is settled."""
    shares = [
        pl.when(~pl.col("met") & (pl.col(plan) != 0)).then(
            (pl.col(value) - pl.col(plan)).abs() / pl.col(plan).abs() * 100
        )
        for value in ("value_low", "value_high")
        for plan in ("plan_low", "plan_high")
    ]
    least, most = (_band(schemes, pl.col("met"), side(shares)) for side in (pl.min_horizontal, pl.max_horizontal))
    untold = _band(schemes, pl.lit(None, pl.Boolean), pl.lit(None, pl.Float64))
    return pl.when(least == most).then(least).otherwise(untold)


def _band(schemes: list[Scheme], met: pl.Expr, share: pl.Expr) -> pl.Expr:
    """The first band that fits; `share` of the plan, in percent, is what it was missed by."""
    cases = [
        pl.when((pl.col("scheme") == scheme.slug) & _when(band, met, share)).then(pl.lit(band.key))
        for scheme in schemes
        for band in scheme.bands
    ]
    return pl.coalesce([*cases, pl.lit(NO_BAND)])


def _when(band: Band, met: pl.Expr, share: pl.Expr) -> pl.Expr:
    hidden = (pl.col("state") == SUPPRESSED) | (pl.col("plan_state") == SUPPRESSED)
    condition = {
        "met": met.fill_null(False),
        "adverse": ~met.fill_null(True),
        "not_due": pl.col("plan_state") == NOT_DUE,
        "suppressed": met.is_null() & hidden,
        "no_plan": met.is_null(),
        "always": pl.lit(True),
    }[band.when]
    if band.at_most is None:
        return condition
    return condition & (share <= band.at_most + NEARLY).fill_null(False)
