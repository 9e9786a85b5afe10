"""The year as a whole: the forecast outturn that a source gives, against the plan of the same year."""

from collections.abc import Iterable

import polars as pl

from outturn.core.assess.judge import judge
from outturn.core.assess.targets import in_own_years
from outturn.core.catalogue import FigureRole, Scheme
from outturn.core.periods import PeriodKind
from outturn.core.units import State

YEAR = ["indicator", "area", "end"]


def judge_outturns(values: pl.DataFrame, wanted: pl.DataFrame, schemes: Iterable[Scheme]) -> pl.DataFrame:
    """The newest forecast of a financial year by entry, judged as `judge` does; plan_* name the plan of that year."""
    years = values.filter(pl.col("period_kind") == PeriodKind.FINANCIAL_YEAR.value)
    forecasts = years.filter(pl.col("role") == FigureRole.FORECAST.value)
    newest = (
        forecasts.join(wanted, on=["indicator", "area"], how="inner")
        .filter(in_own_years())
        .sort("end", maintain_order=True)
        .unique("entry", keep="last", maintain_order=True)
    )
    planned = years.filter(pl.col("role") == FigureRole.PLAN.value).unique(YEAR, keep="first", maintain_order=True)
    plans = planned.select(
        *YEAR,
        plan="value",
        plan_state="state",
        plan_text="text",
        plan_kind="period_kind",
        plan_start="start",
        plan_end=pl.col("end"),
    )
    beside = newest.join(plans, on=YEAR, how="left").with_columns(
        pl.col("plan_state").fill_null(State.NOT_AVAILABLE.value),
        low=pl.lit(None, pl.Float64),
        high=pl.lit(None, pl.Float64),
    )
    return judge(beside, schemes)
