"""Forecasts: one picture of every series, its values and the fan of what may come."""

from dataclasses import replace

import polars as pl

from outturn.core.report.charted.future_picture import draw_forecast
from outturn.core.report.charted.measure import Drawn, Measure, decimals_in, match_written, states
from outturn.core.statistics.forecast.chances import chance
from outturn.core.statistics.forecast.paths import forecast
from outturn.core.statistics.spc.input import check_and_sort
from outturn.core.statistics.spc.options import read_options, series_options
from outturn.core.statistics.spc.rulesets import rule_set
from outturn.core.statistics.table.directions import WORDS
from outturn.core.units import State, ends


def draw_forecasts(
    frame: pl.DataFrame, measure: Measure, periods: int = 6, options: pl.DataFrame | None = None
) -> list[Drawn]:
    """A picture per series, in the order of their names.

    `frame`: series, date, value; perhaps target by date, also for dates to come: the chance is that of meeting the
    one of the last date forecast that has any. One target on every row goes on. `options`: as for control charts, of
    which direction and target count. Raises BadInput.
    """
    table = check_and_sort(frame).frame
    rules = replace(rule_set("making-data-count"), improvement_direction=measure.direction)
    names = table["series"].unique(maintain_order=True)
    given = series_options(names, read_options(options, rules), rules)
    measure = replace(measure, decimals=max(measure.decimals, decimals_in(table["value"])))
    paths = forecast(frame, periods=periods, ends=ends(measure.unit))
    flat = pl.DataFrame({"series": names, "flat": pl.Series(given.target).fill_nan(None), "good": given.good})
    table = with_targets(table, flat).with_columns(state=not_due(table, frame))
    likely = chance(paths, aims(table, paths), flat.select("series", direction=pl.col("good").replace_strict(WORDS)))
    chances = {row["series"]: row for row in likely.iter_rows(named=True)}
    path_of = paths.partition_by("series", as_dict=True)
    parts = table.partition_by("series", as_dict=True, maintain_order=True)
    return [
        draw_forecast(part, path_of[name], replace(measure, direction=WORDS[int(given.good[place])]), chances[name[0]])
        for place, (name, part) in enumerate(parts.items())
    ]


def with_targets(table: pl.DataFrame, flat: pl.DataFrame) -> pl.DataFrame:
    """The target of each date; that of the options where the table names none."""
    dated = table["target"] if "target" in table.columns else pl.Series([None] * table.height, dtype=pl.Float64)
    joined = table.with_columns(target=dated).join(flat, on="series", how="left", maintain_order="left")
    return joined.with_columns(target=pl.coalesce("target", "flat")).drop("flat", "good")


def not_due(table: pl.DataFrame, frame: pl.DataFrame) -> pl.Series:
    """The state of each value; empty rows after the last value are there for their plan: nothing is missing yet."""
    known = pl.Series(states(table["value"], match_written(frame, table)), dtype=pl.String)
    after = table.select(pl.col("value").is_not_null().cum_sum(reverse=True).over("series") == 0).to_series()
    later = after & table["value"].is_null() & (known == State.NOT_AVAILABLE)
    return known.set(later, State.NOT_DUE.value)


def aims(table: pl.DataFrame, paths: pl.DataFrame) -> pl.DataFrame:
    """series, date, target of every date to come: as planned, or what has stood on every row."""
    lasting = table.group_by("series").agg(
        pl.when(pl.col("target").drop_nulls().n_unique() == 1).then(pl.col("target").last()).alias("lasting").first()
    )
    to_come = paths.select("series", "date").drop_nulls().join(lasting, on="series", how="left").drop_nulls()
    planned = table.select("series", pl.col("date").cast(pl.Date), "target").drop_nulls()
    going_on = to_come.rename({"lasting": "target"}).join(planned, on=["series", "date"], how="anti")
    return pl.concat([planned, going_on.select(planned.columns)])
