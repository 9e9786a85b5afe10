"""Direction of travel: first what the number did, then whether that is welcome. Never from labels."""

import polars as pl


def move(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds since_* (the earlier point's value and period), change, direction (up, down, same) and welcome.

    Needs entry, end, value, sign (+1 higher is good, -1 lower, 0 no judgement), sorted by entry and date. The earlier
    point is the last one before with a known value and the same kind of period.
    """
    known = frame.filter(pl.col("value").is_not_null()).select(
        "entry", "period_kind", "end", pl.col("start").alias("since_start"), pl.col("value").alias("since_value")
    )
    earlier = known.with_columns(pl.col("end").alias("since_end")).sort("end")
    joined = frame.sort("end").join_asof(
        earlier,
        on="end",
        by=["entry", "period_kind"],
        strategy="backward",
        allow_exact_matches=False,
        check_sortedness=False,
    )
    return judged(joined.with_columns((pl.col("value") - pl.col("since_value")).alias("change"))).sort(
        "entry", "end", "start"
    )


def judged(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds direction and welcome to a frame with change and sign."""
    change = pl.col("change")
    turned = change.sign() * pl.col("sign")
    return frame.with_columns(
        pl.when(change > 0)
        .then(pl.lit("up"))
        .when(change < 0)
        .then(pl.lit("down"))
        .when(change == 0)
        .then(pl.lit("same"))
        .otherwise(pl.lit(""))
        .alias("direction"),
        pl.when(change.is_null())
        .then(pl.lit(""))
        .when(change == 0)
        .then(pl.lit("steady"))
        .when(turned > 0)
        .then(pl.lit("improving"))
        .when(turned < 0)
        .then(pl.lit("worsening"))
        .otherwise(pl.lit("no_judgement"))
        .alias("welcome"),
    )
