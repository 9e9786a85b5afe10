"""SPC of many series, one row each: what the last point says, and whether the target can be relied on."""

import numpy as np
import polars as pl

from outturn.core.assess.rulesets import RuleSet, rule_set
from outturn.core.assess.spc_groups import split
from outturn.core.assess.spc_input import bounds, ordered
from outturn.core.assess.spc_options import read_options, series_options
from outturn.core.assess.spc_points import Charts
from outturn.core.assess.spc_words import (
    ASSURANCE_ICONS,
    COMMON_CAUSE,
    FAILS,
    HIT_OR_MISS,
    NEUTRAL_HIGH,
    NEUTRAL_LOW,
    PASSES,
    POINT_TYPES,
    as_words,
    is_high,
    label_words,
)

SERIES_COLUMNS = [
    *["series", "n", "group_n", "mean", "lower", "upper"],
    *["variation", "variation_icon", "assurance", "assurance_icon", "note"],
]


def spc_summary(
    points: pl.DataFrame,
    options: pl.DataFrame | None = None,
    rules: str | RuleSet = "making-data-count",
    targets: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per series with the columns SERIES_COLUMNS, from the points that `spc` returned.

    `options` and `rules`: as given to `spc`. `targets`: series, date, target where targets vary by date (the frame
    given to `spc` will do). The icons describe the last point that has a value.
    """
    chosen_rules = rule_set(rules)
    table = bounds(points)
    chosen = series_options(table.names, read_options(options, chosen_rules), chosen_rules)
    groups = split(table, chosen.rebases, chosen_rules)
    last = last_known(points["value"].is_not_null().to_numpy(), table.starts)
    ends = points[last].with_columns(target=pl.Series(chosen.target).fill_nan(None), good=pl.Series(chosen.good))
    if targets is not None and "target" in targets.columns:
        dated = ordered(targets).frame.select("series", "date", dated="target")
        ends = ends.join(dated, on=["series", "date"], how="left", maintain_order="left")
        ends = ends.with_columns(target=pl.coalesce("dated", "target"))
    neighbours = (
        points.lazy()
        .filter(pl.col("lower").is_null())
        .group_by("series", "group", maintain_order=True)
        .agg(neighbours=(pl.col("value") - pl.col("value").shift()).is_not_null().any())
    )
    known = points.lazy().filter(pl.col("value").is_not_null())
    counts = known.group_by("series").len("n")
    in_group = known.group_by("series", "group").len("group_n")
    ends = (
        ends.join(counts.collect(), on="series", how="left", maintain_order="left")
        .join(in_group.collect(), on=["series", "group"], how="left", maintain_order="left")
        .join(neighbours.collect(), on=["series", "group"], how="left", maintain_order="left")
        .with_columns(pl.col("n", "group_n").fill_null(0).cast(pl.Int64))
    )
    return series_frame(ends, groups.notes, chosen_rules)


def series_rows(result: Charts) -> pl.DataFrame:
    """The same rows straight from the arrays of `charts`, without making the points first."""
    from outturn.core.assess.spc_kernel import NO_NEIGHBOURS

    table = result.table
    last = last_known(~np.isnan(table.values), table.starts)
    group = np.searchsorted(result.groups.starts, last, side="right") - 1
    first = np.searchsorted(result.groups.starts, table.starts[:-1])
    limits = result.limits[group]
    ends = pl.DataFrame(
        {
            "series": table.names,
            "n": np.add.reduceat(result.counts, first) if len(first) else np.zeros(0, np.int64),
            "group_n": result.counts[group],
            "mean": pl.Series(limits[:, 0]).fill_nan(None),
            "lower": pl.Series(limits[:, 1]).fill_nan(None),
            "upper": pl.Series(limits[:, 2]).fill_nan(None),
            "label": as_words(pl.Series(result.label[last]), label_words(result.rules)),
            "point_type": as_words(pl.Series(result.kind[last]), POINT_TYPES),
            "good": result.options.good,
            "flat": pl.Series(result.options.target).fill_nan(None),
            "dated": table.frame["target"][last],
            "neighbours": result.status[group] != NO_NEIGHBOURS,
        }
    ).with_columns(target=pl.coalesce("dated", "flat"))
    return series_frame(ends, result.groups.notes, result.rules)


def last_known(known: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """The row of the last value of each series; the last row when it has none."""
    if len(starts) < 2:
        return np.zeros(0, np.int64)
    rows = np.where(known, np.arange(len(known)), -1)
    last = np.maximum.reduceat(rows, starts[:-1])
    return np.where(last >= 0, last, starts[1:] - 1)


def series_frame(ends: pl.DataFrame, notes: dict[int, list[str]], rules: RuleSet) -> pl.DataFrame:
    """SERIES_COLUMNS from the last point, limits, counts, target and direction of each series."""
    enough = pl.col("group_n") >= rules.minimum_points
    kind = pl.col("point_type").cast(pl.String)
    high = pl.when(is_high(pl.col("label"))).then(pl.lit("_high")).otherwise(pl.lit("_low"))
    icon = (
        pl.when(kind == COMMON_CAUSE)
        .then(kind)
        .when(kind.is_in([NEUTRAL_HIGH, NEUTRAL_LOW]))
        .then(kind.str.replace("special_cause_", ""))
        .otherwise(kind.str.replace("special_cause_", "") + high)
    )
    assured = ends.with_columns(
        variation=pl.when(enough).then(kind),
        variation_icon=pl.when(enough).then(icon),
        assurance=assurance(rules),
        note=pl.Series([notes.get(row) for row in range(ends.height)], dtype=pl.List(pl.String)),
    )
    return assured.with_columns(
        assurance_icon=pl.col("assurance").replace_strict(ASSURANCE_ICONS, default=None, return_dtype=pl.String),
        note=note(rules),
    ).select(SERIES_COLUMNS)


def assurance(rules: RuleSet) -> pl.Expr:
    """Whether limits and target say it will pass, fail, or hit and miss; null without a target or a direction."""
    target, lower, upper, good = pl.col("target"), pl.col("lower"), pl.col("upper"), pl.col("good")
    strict = not rules.target_on_limit_is_beyond
    above = target > upper if strict else target >= upper
    below = target < lower if strict else target <= lower
    always_met = (lower == upper) & (target == upper) if not strict else pl.lit(False)
    return (
        pl.when(target.is_null() | (good == 0))
        .then(None)
        .when(lower.is_null())
        .then(pl.lit(rules.assurance_without_limits, dtype=pl.String))
        .when(always_met)
        .then(pl.lit(PASSES))
        .when(above)
        .then(pl.when(good > 0).then(pl.lit(FAILS)).otherwise(pl.lit(PASSES)))
        .when(below)
        .then(pl.when(good > 0).then(pl.lit(PASSES)).otherwise(pl.lit(FAILS)))
        .otherwise(pl.lit(HIT_OR_MISS))
    )


def note(rules: RuleSet) -> pl.Expr:
    """Why limits or icons are missing or weak, and what became of rebases."""
    n, limited = pl.col("group_n"), pl.col("lower").is_not_null()
    count = n.cast(pl.String)
    reason = (
        pl.when(n == 0)
        .then(pl.lit("no values"))
        .when(n < rules.minimum_points)
        .then(pl.lit("too few points: ") + count + f" of the {rules.minimum_points} needed")
        .when(~limited & ~pl.col("neighbours"))
        .then(pl.lit("limits cannot be set: no two values stand side by side"))
        .when(~limited)
        .then(pl.lit("limits cannot be set: no variation"))
        .when(n < rules.advised_points)
        .then(pl.lit("limits rest on ") + count + f" points: {rules.advised_points} or more are advised")
    )
    return pl.concat_list([reason, pl.col("note").fill_null([])]).list.drop_nulls().list.join("; ").replace("", None)
