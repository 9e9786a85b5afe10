"""Statistical process control of every entry's series, by the rule set its indicator names."""

from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from outturn.core.statistics.spc.gaps import with_gaps
from outturn.core.statistics.spc.input import check_and_sort
from outturn.core.statistics.spc.points import spc
from outturn.core.statistics.spc.rulesets import rule_set
from outturn.core.statistics.spc.series import spc_summary
from outturn.core.statistics.table.directions import WORDS
from outturn.core.units import State

ADDED = ["mean", "lower", "upper", "group", "label", "point_type"]


@dataclass(frozen=True, slots=True)
class Control:
    """The limits in force and what the last point says: a row of `spc_summary`. Words may be empty."""

    rules: str
    n: int
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    variation: str = ""
    variation_icon: str = ""
    assurance: str = ""
    assurance_icon: str = ""
    note: str = ""


WORDS_OF = ("variation", "variation_icon", "assurance", "assurance_icon", "note")


def read_control(row: dict[str, Any], rules: str) -> Control:
    words = {name: row[name] or "" for name in WORDS_OF}
    return Control(rules, row["n"], row["mean"], row["lower"], row["upper"], **words)


def add_limits(points: pl.DataFrame, wanted: pl.DataFrame) -> tuple[pl.DataFrame, dict[int, Control]]:
    """Points with ADDED columns, and what the last one says, by entry.

    Periods in which nothing is measured (a quarterly measure on a monthly grid) are no points of the series;
    suppressed and missing values, and periods of which there is no row at all, are gaps in it.
    Sums of the year so far have no limits (see `assured.is_cumulative`).
    """
    counted = points.filter(pl.col("state") != State.NOT_APPLICABLE.value).unique(["entry", "end"], keep="last")
    wanted = wanted.filter(~pl.col("cumulative"))
    parts: list[pl.DataFrame] = []
    controls: dict[int, Control] = {}
    for (rules,), some in wanted.partition_by("rules", as_dict=True).items():
        series = counted.join(some.select("entry"), on="entry", how="semi").select(
            pl.col("entry").alias("series"), pl.col("end").alias("date"), "value", pl.col("plan").alias("target")
        )
        if series.is_empty():
            continue
        options = _choose_options(some)
        done = spc(_fill_gaps(series, points), options, replace(rule_set(rules), left_out_is_gap=False))
        parts.append(done.select(pl.col("series").alias("entry"), pl.col("date").alias("end"), *ADDED))
        summary = spc_summary(done, options, rules, targets=series)
        controls |= {row["series"]: read_control(row, rules) for row in summary.iter_rows(named=True)}
    if not parts:
        empty = dict.fromkeys(ADDED[:3], pl.Float64) | {
            "group": pl.Int64,
            "label": pl.String,
            "point_type": pl.String,
        }
        return points.with_columns(pl.lit(None, kind).alias(name) for name, kind in empty.items()), {}
    drawn = pl.concat(parts)
    hidden = pl.col("state") == State.NOT_APPLICABLE.value
    joined = points.join(drawn, on=["entry", "end"], how="left", maintain_order="left")
    return joined.with_columns(pl.when(~hidden).then(pl.col(name)).alias(name) for name in ADDED), controls


def _fill_gaps(series: pl.DataFrame, points: pl.DataFrame) -> pl.DataFrame:
    """The series with an empty row for each period it leaves out, but for those in which nothing is measured."""
    idle = points.filter(pl.col("state") == State.NOT_APPLICABLE.value).select(series="entry", date="end")
    filled = with_gaps(check_and_sort(series)).frame
    added = filled.join(series, on=["series", "date"], how="anti").join(idle, on=["series", "date"], how="anti")
    return pl.concat([series, added.select(series.columns)])


def _choose_options(wanted: pl.DataFrame) -> pl.DataFrame:
    return wanted.select(
        pl.col("entry").alias("series"),
        pl.col("sign").replace_strict(WORDS, return_dtype=pl.String).alias("improvement_direction"),
        pl.col("rebases").alias("rebase_dates"),
    )
