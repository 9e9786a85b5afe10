"""The statistics of `outturn stats` over a table of any size. Each kind says how the table may be cut."""

from functools import partial

import polars as pl
from pyspark.sql import DataFrame

from outturn.core.statistics.kinds import WHOLE_COLUMN, Kind, keys
from outturn.core.statistics.rates.intervals import totals
from outturn.core.statistics.statistic import Ask, answer
from outturn.core.statistics.table.columns import require
from outturn.core.statistics.table.problems import Problem
from outturn.spark.parts import Kernel, apply_kernel, apply_to_whole, empty, find_problems, gather_rows


def stats(table: DataFrame, ask: Ask) -> DataFrame:
    """As `statistics.statistic.answer`, one row for each group (or row), by group within each part of the result."""
    require(empty(table), keys(ask.kind))
    cut = keys(ask.kind)
    if ask.kind is Kind.FUNNEL:  # every limit needs the average of all: sums on the cluster, the funnel on one machine
        counts = apply_kernel(gather_rows(table, cut), cut, totals)
        return apply_to_whole(counts, partial(in_order, ask=ask))
    return apply_kernel(gather_rows(table, cut), cut, bind_ask(table, ask))


def stats_problems(table: DataFrame, ask: Ask) -> list[Problem]:
    """Why `stats` refuses this table, all of it."""
    cut = keys(ask.kind)
    kernel = totals if ask.kind is Kind.FUNNEL else bind_ask(table, ask)
    return find_problems(gather_rows(table, cut), cut, kernel)


def bind_ask(table: DataFrame, ask: Ask) -> Kernel:
    """The kernel with its choices, and with what each part must know of the whole."""
    column = WHOLE_COLUMN.get(ask.kind)
    if column is None or column not in table.columns:
        return partial(answer, ask=ask)
    column_of = empty(table.select(column)).to_series()
    seen = [row[0] for row in table.select(column).distinct().orderBy(column).collect()]
    return partial(answer, ask=ask, among=pl.Series(column, seen, column_of.dtype))


def in_order(counts: pl.DataFrame, ask: Ask) -> pl.DataFrame:
    """The answer for all groups, sorted: on a cluster they arrive in any order."""
    return answer(counts.sort(keys(ask.kind)), ask)
