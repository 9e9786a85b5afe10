"""Why a point is marked, in words: every rule it hits, not only the one on its label."""

import polars as pl

from outturn.core.statistics.spc.rulesets import RuleSet, rule_set


def point_reasons(points: pl.DataFrame, rules: str | RuleSet = "making-data-count") -> pl.Series:
    """One text per row of what `spc` returned; null for common cause.

    Example: `Above the upper limit; one of 6 or more points in a row above the mean`.
    """
    chosen = rule_set(rules)
    side = pl.when(pl.col("side") > 0).then(pl.lit("above")).otherwise(pl.lit("below"))
    beyond = pl.when(pl.col("value") > pl.col("upper")).then(pl.lit("above the upper limit"))
    sentences = {
        "outside": beyond.otherwise(pl.lit("below the lower limit")),
        "trend": pl.lit(f"one of {chosen.trend_length} or more points in a row that rise or fall"),
        "two_of_three": pl.format("one of two in three points near or beyond the limit {} the mean", side),
        "run": pl.format(f"one of {chosen.run_length} or more points in a row {{}} the mean", side),
    }
    parts = [pl.when(pl.col(rule)).then(words) for rule, words in sentences.items()]
    text = pl.concat_list(parts).list.drop_nulls().list.join("; ")
    capital = text.str.slice(0, 1).str.to_uppercase() + text.str.slice(1)
    return points.select(reason=pl.when(text != "").then(capital)).to_series()
