"""Which plan a value is held against. One frame in, the same frame with the plan beside each value out."""

import polars as pl

from outturn.core.units import State

CELL = ["indicator", "area"]
PLAN = ["plan", "plan_state", "plan_text", "plan_kind", "plan_start", "plan_end"]
MOVING = ["trajectory", "comparator"]
NO_PLAN = State.NOT_AVAILABLE.value


def add_plans(points: pl.DataFrame, plans: pl.DataFrame) -> pl.DataFrame:
    """Adds PLAN columns to points.

    Needs indicator, area, period_kind, start, end, target_kind, target_value, target_state, target_text, and what
    `lift_plans_out_of_force` needs. The plan of a trajectory, or of a published comparator, is that of the same period;
    else of a period that ends on the same day (a quarter's plan holds at the quarter's end); else, when the value falls
    inside a longer planned period, the plan is not due yet. Any other kind of target is one value for every period.
    """
    moves = pl.col("target_kind").is_in(MOVING)
    fixed, moving = points.filter(~moves), points.filter(moves)
    planned = pl.concat([_plan_fixed(fixed), _plan_moving(moving, plans)], how="vertical")
    return lift_plans_out_of_force(planned).sort("entry", "end", "start")


def in_own_years() -> pl.Expr:
    """Figures of the framework's own years: an indicator may stand in papers that lie years apart."""
    since, until = pl.col("figures_from"), pl.col("figures_to")
    return (since.is_null() | (pl.col("end") >= since)) & (until.is_null() | (pl.col("end") <= until))


def lift_plans_out_of_force(points: pl.DataFrame) -> pl.DataFrame:
    """A target says nothing of periods before it began or after it ended, nor of its own baseline and what went before.

    Needs target_from, target_to (periods that end outside them) and target_after (periods that begin by then).
    """
    outside = (
        (pl.col("end") < pl.col("target_from"))
        | (pl.col("end") > pl.col("target_to"))
        | (pl.col("start") <= pl.col("target_after"))
    ).fill_null(False)
    nothing = {"plan": None, "plan_state": State.NOT_APPLICABLE.value, "plan_text": "", "plan_kind": None}
    none = nothing | {"plan_start": None, "plan_end": None}
    return points.with_columns(
        pl.when(outside).then(pl.lit(value, points.schema[name])).otherwise(pl.col(name)).alias(name)
        for name, value in none.items()
    )


def _plan_fixed(points: pl.DataFrame) -> pl.DataFrame:
    return points.with_columns(
        pl.col("target_value").alias("plan"),
        pl.col("target_state").alias("plan_state"),
        pl.col("target_text").alias("plan_text"),
        pl.lit(None, pl.String).alias("plan_kind"),
        pl.lit(None, pl.Date).alias("plan_start"),
        pl.lit(None, pl.Date).alias("plan_end"),
    )


def _plan_moving(points: pl.DataFrame, plans: pl.DataFrame) -> pl.DataFrame:
    plans = plans.select(
        *CELL,
        pl.col("value").alias("plan"),
        pl.col("state").alias("plan_state"),
        pl.col("text").alias("plan_text"),
        pl.col("period_kind").alias("plan_kind"),
        pl.col("start").alias("plan_start"),
        pl.col("end").alias("plan_end"),
    )
    left = points.with_row_index("point")
    same_end = left.join(plans, left_on=[*CELL, "end"], right_on=[*CELL, "plan_end"], how="left", coalesce=False)
    same_end = same_end.with_columns((pl.col("plan_start") == pl.col("start")).fill_null(False).alias("exact"))
    best = same_end.sort("point", "exact", descending=[False, True]).unique("point", keep="first", maintain_order=True)
    planned = best.filter(pl.col("plan_end").is_not_null())
    missing = best.filter(pl.col("plan_end").is_null()).select(left.columns)
    columns = [*points.columns, *PLAN]
    return pl.concat([planned.select(columns), _plan_not_due(missing, plans).select(columns)])


def _plan_not_due(points: pl.DataFrame, plans: pl.DataFrame) -> pl.DataFrame:
    """Points inside a planned period that ends later carry its plan, marked not due; the rest carry none."""
    longer = plans.filter(pl.col("plan_kind") != "month")
    inside = points.join(longer, on=CELL, how="inner").filter(
        (pl.col("plan_start") <= pl.col("start")) & (pl.col("plan_end") > pl.col("end"))
    )
    inside = (
        inside.sort("plan_end")
        .unique("point", keep="first")
        .with_columns(pl.lit(State.NOT_DUE.value).alias("plan_state"))
    )
    none = points.join(inside.select("point"), on="point", how="anti").with_columns(
        pl.lit(None, pl.Float64).alias("plan"),
        pl.lit(NO_PLAN).alias("plan_state"),
        pl.lit("").alias("plan_text"),
        pl.lit(None, pl.String).alias("plan_kind"),
        pl.lit(None, pl.Date).alias("plan_start"),
        pl.lit(None, pl.Date).alias("plan_end"),
    )
    return pl.concat([inside.select(none.columns), none])
