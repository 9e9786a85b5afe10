"""Charts of rare events: the time between them (T) and the cases between them (G)."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.spc.input import Ordered
from outturn.core.statistics.spc.rulesets import RuleSet, rule_set
from outturn.core.statistics.spc.scaled import Scale, around, chart_scaled, group_mean, moving_range
from outturn.core.statistics.table.columns import numbers, require
from outturn.core.statistics.table.problems import Problem

POWER = 3.6
"""Times between events are about normal after the root of this power (Nelson)."""


def days_between(events: pl.DataFrame) -> pl.DataFrame:
    """`events`: series, date (one row per event) -> series, date, value: days since the event before.

    The first event of a series has no value. Two events on a day: half a day apart, and so on.
    """
    several = events.sort("series", "date").group_by("series", "date", maintain_order=True).len("events")
    gap = (pl.col("date") - pl.col("date").shift().over("series")).dt.total_days().cast(pl.Float64)
    return several.select("series", "date", value=gap / pl.col("events"))


def t_chart(
    frame: pl.DataFrame, options: pl.DataFrame | None = None, rules: str | RuleSet = "making-data-count"
) -> pl.DataFrame:
    """Days between events (see `days_between`): series, date, value. Limits are set on the 3.6th root. As `spc`."""
    chosen = rule_set(rules)
    refuse_negative(frame, "days between events")

    def scale(table: Ordered, starts: np.ndarray) -> Scale:
        with np.errstate(all="ignore"):
            z = table.values ** (1 / POWER)
            limits = around(group_mean(z, starts), chosen.limit_factor * moving_range(z, starts))
            back = np.maximum(limits, 0) ** POWER
        return Scale(z, limits, np.repeat(back, np.diff(starts), axis=0).T)

    return chart_scaled(frame, options, chosen, scale)


def refuse_negative(frame: pl.DataFrame, what: str) -> None:
    """Raise BadInput for each row with a value under nought."""
    require(frame, ["series", "date", "value"])
    problems: list[Problem] = []
    value = numbers(frame, "value", problems)
    problems += [
        Problem(
            f"{value[row]:,.10g} {what} cannot be: the least is 0. Check the dates of the events.", row + 1, "value"
        )
        for row in (value < 0).arg_true().to_list()
    ]
    refuse(problems)


def g_chart(
    frame: pl.DataFrame, options: pl.DataFrame | None = None, rules: str | RuleSet = "making-data-count"
) -> pl.DataFrame:
    """Cases between events, counts that follow a geometric distribution: series, date, value. Output as `spc`.

    Limits: mean +/- 3 sqrt(mean (mean + 1)), never under 0.
    """
    refuse_negative(frame, "cases between events")

    def scale(table: Ordered, starts: np.ndarray) -> Scale:
        centre = group_mean(table.values, starts)
        with np.errstate(all="ignore"):
            limits = around(centre, 3 * np.sqrt(centre * (centre + 1)))
        return Scale(table.values, limits, np.repeat(np.maximum(limits, 0), np.diff(starts), axis=0).T)

    return chart_scaled(frame, options, rule_set(rules), scale)
