"""Step changes that a person may wish to accept: the engine proposes, it never rebases by itself."""

import polars as pl

from outturn.core.statistics.spc.rulesets import RuleSet, rule_set

STEP_COLUMNS = ["series", "date", "points", "side", "mean_before", "mean_since", "words"]


def step_changes(
    points: pl.DataFrame, rules: str | RuleSet = "making-data-count", needed: int | None = None
) -> pl.DataFrame:
    """One row per series whose last points all lie on one side of the mean, enough of them to set limits anew.

    `points`: what `spc` returned. `needed` points since the change (by default as many as the rule set asks for limits,
    and never fewer than a run). Columns STEP_COLUMNS; `date` is where the rebase would start.
    """
    chosen = rule_set(rules)
    enough = max(chosen.run_length, chosen.advised_points if needed is None else needed)
    known = points.filter(pl.col("value").is_not_null(), pl.col("side").is_not_null()).sort("series", "date")
    stretch = pl.struct("series", "group", "side").rle_id()
    changes = (
        known.with_columns(stretch=stretch)
        .filter(pl.col("stretch") == pl.col("stretch").max().over("series"))
        .group_by("series", maintain_order=True)
        .agg(
            pl.col("date").first(),
            points=pl.len().cast(pl.Int64),
            side=pl.col("side").first(),
            mean_before=pl.col("mean").first(),
            mean_since=pl.col("value").mean(),
            limited=pl.col("lower").first().is_not_null(),
        )
        .filter(pl.col("points") >= enough, pl.col("side") != 0, pl.col("limited"))
    )
    way = pl.when(pl.col("side") > 0).then(pl.lit("above")).otherwise(pl.lit("below"))
    return changes.with_columns(
        words=pl.format(
            "All {} points since {} lie {} the mean. If you know why, start new limits there.",
            "points",
            pl.col("date").cast(pl.Date).dt.strftime("%-d %b %Y"),
            way,
        )
    ).select(STEP_COLUMNS)
