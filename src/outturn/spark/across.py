"""Ranks among peers (cut: PEERS, the areas of one indicator and period) and ratings (each row by itself)."""

from collections.abc import Sequence
from functools import partial

from pyspark.sql import DataFrame

from outturn.core.assess.judge_table import judge_table
from outturn.core.catalogue import Scheme
from outturn.core.statistics.peers.ranks import PEERS
from outturn.core.statistics.peers.ranks import rank as rank_peers
from outturn.core.statistics.table.problems import Problem
from outturn.spark.parts import apply_kernel, find_problems, gather_rows


def rank(table: DataFrame) -> DataFrame:
    """As `core.statistics.peers.rank`: the rows with rank, of, quartile, rank_best, rank_worst."""
    return apply_kernel(gather_rows(table, PEERS), PEERS, rank_peers)


def rank_problems(table: DataFrame) -> list[Problem]:
    """Why `rank` refuses this table, all of it."""
    return find_problems(gather_rows(table, PEERS), PEERS, rank_peers, names=[*PEERS, "area"])


def rate(table: DataFrame, schemes: Sequence[Scheme]) -> DataFrame:
    """As `core.assess.judge_table.judge_table`: the rows with met, gap, adverse_percent and rating."""
    return apply_kernel(gather_rows(table, []), [], partial(judge_table, schemes=tuple(schemes)))


def rate_problems(table: DataFrame, schemes: Sequence[Scheme]) -> list[Problem]:
    """Why `rate` refuses this table, all of it."""
    names = [name for name in ("indicator", "area", "period") if name in table.columns]
    return find_problems(gather_rows(table, []), [], partial(judge_table, schemes=tuple(schemes)), names=names)
