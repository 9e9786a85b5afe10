"""Tenths, fifths or any k parts of areas by their value, each group by itself."""

import numpy as np
import polars as pl

from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.intervals import refuse
from outturn.core.assess.problems import Problem


def quantile(frame: pl.DataFrame, k: int = 10, invert: bool = False) -> pl.DataFrame:
    """`frame`: group, area, value -> the same with `quantile`, 1 to k; in the order of the input.

    1 holds the lowest values; with `invert` the highest. Ties share the lowest rank. Null where the value is missing or
    the group has fewer than k values. The rule is that of the deprivation deciles (docs/method/quantiles.md).
    """
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
    value = pl.col("value")
    ranked = table.with_columns(
        rank=value.rank("min", descending=invert).over("group"), size=value.count().over("group")
    )
    rank, size = ranked["rank"].cast(pl.Float64).to_numpy(), ranked["size"].cast(pl.Float64).to_numpy()
    with np.errstate(all="ignore"):
        part = np.floor((k + 1) - np.ceil((size + 1 - rank) / (size / k)))
    part = np.where(part == 0, 1, part)
    part[size < k] = np.nan
    return table.with_columns(quantile=pl.Series(part).fill_nan(None).cast(pl.Int64))
