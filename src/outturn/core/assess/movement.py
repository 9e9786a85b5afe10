"""Direction of travel: first what the number did, then whether that is welcome. Never from labels."""

import polars as pl

from outturn.core.assess.figures import Beside, Judged
from outturn.core.assess.result import Movement
from outturn.core.catalogue import Direction, FigureRole


def move(frame: pl.DataFrame) -> pl.DataFrame:
    """Adds since_* (the earlier point's value and period), change, direction (up, down, same) and welcome.

    Needs entry, end, value, sign (+1 higher is good, -1 lower, 0 no judgement), sorted by entry and date. The earlier
    point is the last one before with a known value and the same kind of period.
    """
    measured = frame.filter(pl.col("value").is_not_null()).select(
        "entry", "period_kind", "end", pl.col("start").alias("since_start"), pl.col("value").alias("since_value")
    )
    earlier = measured.with_columns(pl.col("end").alias("since_end")).sort("end")
    joined = frame.sort("end").join_asof(
        earlier,
        on="end",
        by=["entry", "period_kind"],
        strategy="backward",
        allow_exact_matches=False,
        check_sortedness=False,
    )
    return add_direction(joined.with_columns((pl.col("value") - pl.col("since_value")).alias("change"))).sort(
        "entry", "end", "start"
    )


def add_direction(frame: pl.DataFrame) -> pl.DataFrame:
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


def move_as_published(figure: Judged, beside: Beside, good: Direction) -> Movement | None:
    """Where only the publication's "previous" is known, with no period of its own."""
    previous = beside.value(FigureRole.PREVIOUS)
    if previous is None or figure.value is None:
        return None
    change = figure.value - previous
    direction = "same" if change == 0 else "up" if change > 0 else "down"
    turned = change * good.sign
    judged = "improving" if turned > 0 else "worsening" if turned < 0 else "no_judgement"
    return Movement(None, previous, change, direction, "steady" if change == 0 else judged, "as published")
