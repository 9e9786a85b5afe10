"""SPC of every series of a table. Cut: SERIES, the rows of one indicator and area along time."""

from collections.abc import Callable
from functools import partial

import polars as pl
from pyspark.sql import DataFrame

from outturn.core.statistics.spc.rulesets import RuleSet, rule_set
from outturn.core.statistics.table.problems import Problem
from outturn.spark.parts import Kernel, apply_kernel, find_problems, gather_rows

SERIES = ["series"]
WANTED = ["series", "date", "value", "target"]


def spc(table: DataFrame, options: pl.DataFrame | None = None, rules: str | RuleSet = "making-data-count") -> DataFrame:
    """As `statistics.spc.spc`: one row per point, by series and date. `options`: a Polars frame, sent everywhere."""
    return apply_kernel(lay_out_series(table), SERIES, bind_choices(points, options, rules))


def spc_summary(
    table: DataFrame, options: pl.DataFrame | None = None, rules: str | RuleSet = "making-data-count"
) -> DataFrame:
    """One row per series, by series, from the same table (not from the points)."""
    return apply_kernel(lay_out_series(table), SERIES, bind_choices(summarise_piece, options, rules))


def spc_problems(
    table: DataFrame, options: pl.DataFrame | None = None, rules: str | RuleSet = "making-data-count"
) -> list[Problem]:
    """Why `spc` refuses this table, all of it."""
    return find_problems(lay_out_series(table), SERIES, bind_choices(points, options, rules), names=["series", "date"])


def lay_out_series(table: DataFrame) -> DataFrame:
    """The columns that count, series together; they rise through the files of the result."""
    wanted = [name for name in WANTED if name in table.columns]
    return gather_rows(table.select(*wanted), SERIES, by_range=True)


def bind_choices(kernel: Callable[..., pl.DataFrame], options: pl.DataFrame | None, rules: str | RuleSet) -> Kernel:
    """The kernel with its choices. They are checked here, once, before anything is sent out."""
    from outturn.core.statistics.spc.options import read_options

    chosen = rule_set(rules)
    return partial(kernel, checked=read_options(options, chosen), rules=chosen)


def points(piece: pl.DataFrame, checked: pl.DataFrame | None, rules: RuleSet) -> pl.DataFrame:
    """Runs on the cluster."""
    from outturn.core.statistics.spc.points import charts, points_frame

    return points_frame(charts(piece, checked, rules)).with_columns(pl.col("label", "point_type").cast(pl.String))


def summarise_piece(piece: pl.DataFrame, checked: pl.DataFrame | None, rules: RuleSet) -> pl.DataFrame:
    """Runs on the cluster."""
    from outturn.core.statistics.spc.ends import series_ends
    from outturn.core.statistics.spc.input import check_and_sort
    from outturn.core.statistics.spc.series import series_frame

    rows = series_frame(series_ends(check_and_sort(piece), checked, rules), rules)
    return rows.with_columns(pl.col(pl.Enum).cast(pl.String))
