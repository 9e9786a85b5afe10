"""Dates with times: local clocks, and instants that stand for the days of somebody's clock.

A month is sometimes written as the instant at which it began: 31 March 2022, 23:00 UTC, is April in London. Whose clock
was meant is asked, never guessed; hours are left as the instants they are, so that none is lost when clocks change.
"""

from datetime import time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from outturn.core.statistics.table.problems import BadInput, Problem

WALL = r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$"
INSTANT = r"^(\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}:?\d{2})$"
UTC = pl.Datetime("us", "UTC")
ELSEWHERE = (time(22), time(23), time(0))
"""When it is midnight on clocks up to two hours ahead of UTC: Britain's in summer, those of central Europe."""


def instants_in(text: pl.Series) -> bool:
    """Whether any of these texts names its distance from UTC."""
    return bool(text.dtype == pl.String and text.str.strip_chars().str.contains(INSTANT).any())


def read_moments(text: pl.Series) -> pl.Series:
    """Texts such as 2024-01-02 09:00 as local times; as instants in UTC where any names its distance from UTC.

    Where every instant is a midnight of the clock it names (2022-04-01T00:00:00+01:00), they are those days. Null for
    what is neither, and for times without a distance among others that have one.
    """
    days = text.str.to_date("%Y-%m-%d", strict=False)
    if not instants_in(text):
        walls = naive(text.set(~text.str.contains(WALL).fill_null(False), None))
        return days.cast(pl.Datetime("us")).fill_null(walls)
    parts = text.to_frame("text").select(
        wall=naive(text.str.extract(INSTANT, 1)), offset=pl.col("text").str.extract(INSTANT, 2).replace("Z", "+00:00")
    )
    hours = pl.col("offset").str.slice(1, 2).cast(pl.Int64) * 60 + pl.col("offset").str.slice(-2).cast(pl.Int64)
    minutes = pl.when(pl.col("offset").str.starts_with("-")).then(-hours).otherwise(hours)
    moments = parts.select("wall", utc=pl.col("wall") - pl.duration(minutes=minutes), away=minutes != 0)
    if moments["away"].any() and all_midnights(moments["wall"]):
        return moments["wall"]
    return moments["utc"].dt.replace_time_zone("UTC")


def naive(text: pl.Series) -> pl.Series:
    """`2024-01-02T09:00[:30[.5]]` without a zone."""
    whole = text.str.replace(" ", "T", literal=True)
    full = whole.to_frame("t").select(
        pl.when(pl.col("t").str.len_chars() == 16).then(pl.col("t") + ":00").otherwise("t")
    )
    return full.to_series().str.to_datetime("%Y-%m-%dT%H:%M:%S%.f", strict=False, time_unit="us")


def all_midnights(wall: pl.Series) -> bool:
    """Whether every moment is the beginning of a day."""
    return bool((wall.dt.time() == time(0)).all())


def as_days(when: pl.Series) -> pl.Series:
    """Local times that are all midnights as dates."""
    is_local = isinstance(when.dtype, pl.Datetime) and when.dtype.time_zone is None
    return when.dt.date() if is_local and all_midnights(when) else when


def by_clock(when: pl.Series, zone: str | None = None, column: str = "date") -> pl.Series:
    """Instants as local times where all are midnights of their clock, else as they are. `zone`: the clock to go by.

    Raises BadInput when they are in UTC and look like the midnights of another clock: which, only a person can say.
    """
    if not (isinstance(when.dtype, pl.Datetime) and when.dtype.time_zone):
        return when
    local = when.dt.convert_time_zone(zone) if zone else when
    wall = local.dt.replace_time_zone(None)
    if all_midnights(wall) or zone == "UTC":
        return wall
    if zone is None and when.dtype.time_zone == "UTC" and wall.drop_nulls().dt.time().is_in(ELSEWHERE).all():
        example = wall.filter(wall.dt.time() != time(0))[0]
        raise BadInput([Problem(QUESTION.format(example=f"{example:%Y-%m-%d %H:%M}"), None, column)])
    return local


QUESTION = (
    "these are instants in UTC, such as {example}, that look like the midnights of another clock. Say by whose clock "
    "they are days: --zone Europe/London, say, or --zone UTC to take them as they are."
)


def check_zone(zone: str | None) -> None:
    """Raise ValueError unless the zone is known."""
    try:
        known = zone is None or (zone.strip() == zone and bool(ZoneInfo(zone).key))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = False
    if not known:
        raise ValueError(f"'{zone}' is not a time zone. Use a name such as Europe/London.")


def in_zone(frame: pl.DataFrame, zone: str | None, columns: tuple[str, ...] = ("date", "period")) -> pl.DataFrame:
    """The table with its instants by the clock of `zone`; dates and local times stay as they are."""
    made = []
    for name in columns:
        if name in frame.columns:
            text = frame[name].str.strip_chars() if frame[name].dtype == pl.String else frame[name]
            moments = read_moments(text) if instants_in(text) else text
            if isinstance(moments.dtype, pl.Datetime) and moments.null_count() == frame[name].null_count():
                clock = by_clock(moments, zone, name).alias(name)
                made.append(as_days(clock) if text.dtype == pl.String else clock)
    return frame.with_columns(made)
