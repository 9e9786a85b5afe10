"""Tenths, fifths or any k parts of areas by their value, each group by itself."""

import numpy as np
import polars as pl

from outturn.core.statistics.rates.intervals import refuse
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.grouped import by_group
from outturn.core.statistics.table.problems import Problem


def quantile(frame: pl.DataFrame, k: int = 10, invert: bool = False) -> pl.DataFrame:
    """`frame`: group, area, value -> the same with `quantile`, 1 to k, and `note`; in the order of the input.

    1 holds the lowest values; with `invert` the highest. Ties share the lowest rank. Null where the value is missing or
    the group has fewer than k values: the note says which. The rule is that of the deprivation deciles
    (docs/method/quantiles.md).
    """
    from outturn.core.statistics.peers.peers_kernel import NOTHING, parts

    require(frame, ["group", "area", "value"])
    problems: list[Problem] = []
    table = pl.DataFrame(
        {
            "group": labels(frame, "group", problems),
            "area": labels(frame, "area", problems),
            "value": numbers(frame, "value", problems),
        }
    )
    refuse(problems)
    numbered = pl.DataFrame({"group": table["group"], "value": table["value"], "place": np.arange(len(table))})
    together = by_group(numbered)
    value = together.frame["value"].to_numpy()
    quantiles = np.empty(len(table), np.int64)
    gaps = parts(value if invert else -value, together.starts, k, quantiles)
    if together.frame is not numbered:
        quantiles[together.frame["place"].to_numpy()] = quantiles.copy()
    result = pl.Series("quantile", quantiles)
    note = pl.Series("note", [None], dtype=pl.String).new_from_index(0, len(table))
    if not gaps:
        return table.hstack([result, note])
    result = result.set(result == NOTHING, None)
    return table.hstack([result, table.with_columns(result).select(note=why_none(k)).to_series()])


def why_none(k: int) -> pl.Expr:
    """The reason of each row that has no quantile."""
    known = pl.col("value").count().over("group")
    words = ["the group has {} value" + ending + f", and {k} are needed" for ending in ("", "s")]
    few = pl.when(known == 1).then(pl.format(words[0], known)).otherwise(pl.format(words[1], known))
    missing = pl.when(pl.col("value").is_null()).then(pl.lit("no value")).otherwise(few)
    return pl.when(pl.col("quantile").is_null()).then(missing)
