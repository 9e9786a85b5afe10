"""Figures as they stand in the database, with what was decided about each. Nothing here may be shown: what a page, a
paper or a command says comes from `queries.load_shown`."""

from collections.abc import Collection
from datetime import date

import polars as pl
from django.db import connection

from outturn.core.frames import VALUES

from .models import WITHDRAWN

KNOWN: dict[str, pl.DataType | type[pl.DataType]] = {
    **{name: kind for name, kind in VALUES.items() if name != "row"},
    "release": pl.Int64,
    "was": pl.Float64,
}

DECIDED: dict[str, pl.DataType | type[pl.DataType]] = {
    "id": pl.Int64,
    "was_id": pl.Int64,
    "hidden": pl.Boolean,
    "was_hidden": pl.Boolean,
}
"""Which row of the database it is, and which one it replaced; whether either is hidden."""

STANDING = """
SELECT indicator, area, role, period_kind, start, "end", value, state, text, printed, number, was,
       id, was_id, hidden, was_hidden FROM (
  SELECT i.slug AS indicator, a.slug AS area, o.role, o.period_kind, o.start, o."end", o.value, o.state, o.text,
         o.printed, r.number, o.id, h.id IS NOT NULL AS hidden,
         lag(o.value) OVER cell AS was, lag(o.id) OVER cell AS was_id, lag(h.id) OVER cell IS NOT NULL AS was_hidden,
         row_number() OVER (PARTITION BY o.indicator_id, o.area_id, o.role, o.period_kind, o.start, o."end"
                            ORDER BY r.number DESC) AS newest
  FROM observations_observation o
  JOIN observations_release r ON r.id = o.release_id
  JOIN catalogue_indicator i ON i.id = o.indicator_id
  JOIN areas_area a ON a.id = o.area_id
  LEFT JOIN observations_hidden h ON h.observation_id = o.id AND h.act_id <= %s
  WHERE r.number <= %s {only}
  WINDOW cell AS (PARTITION BY o.indicator_id, o.area_id, o.role, o.period_kind, o.start, o."end" ORDER BY r.number)
) AS known WHERE newest = 1 AND state <> '{withdrawn}'
ORDER BY indicator, area, role, "end", start
"""


def standing(
    release: int,
    number: int = 0,
    indicators: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    ends: Collection[date] | None = None,
) -> pl.DataFrame:
    """Every value as known at a release, one row per indicator, area, role and period, in one query, and whether it is
    hidden by what was decided up to a number of the sequence. Columns: `KNOWN` and `DECIDED`.

    A figure that was withdrawn is not known. `was` is the figure before it was restated, if it was. Indicators, areas
    and ends of periods narrow it down; None means all.
    """
    only: str = ""
    chosen: list[str | date] = []
    for column, wanted in (("i.slug", indicators), ("a.slug", areas), ('o."end"', ends)):
        if wanted is None:
            continue
        if not wanted:
            return pl.DataFrame(schema=KNOWN | DECIDED)
        only += f" AND {column} IN ({', '.join(['%s'] * len(wanted))})"
        chosen += sorted(wanted)
    with connection.cursor() as cursor:
        cursor.execute(STANDING.format(only=only, withdrawn=WITHDRAWN), [number, release, *chosen])
        rows = cursor.fetchall()
    return pl.DataFrame(rows, schema=KNOWN | DECIDED, orient="row")


def as_known(
    release: int,
    indicators: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    ends: Collection[date] | None = None,
) -> pl.DataFrame:
    """What a delivery is compared with. Columns: `KNOWN`."""
    return standing(release, 0, indicators, areas, ends).select(list(KNOWN))


VERSIONS: dict[str, pl.DataType | type[pl.DataType]] = {
    "id": pl.Int64,
    **{name: kind for name, kind in KNOWN.items() if name != "was"},
    "hidden": pl.Boolean,
}

EVERY = """
SELECT o.id, i.slug, a.slug, o.role, o.period_kind, o.start, o."end", o.value, o.state, o.text, o.printed, r.number,
       h.id IS NOT NULL
FROM observations_observation o
JOIN observations_release r ON r.id = o.release_id
JOIN catalogue_indicator i ON i.id = o.indicator_id
JOIN areas_area a ON a.id = o.area_id
LEFT JOIN observations_hidden h ON h.observation_id = o.id AND h.act_id <= %s
WHERE r.number <= %s AND i.slug IN ({places}) {only}
ORDER BY o.id
"""


def versions(
    release: int, number: int, indicators: Collection[str], area: str | None = None, withdrawn: bool = False
) -> pl.DataFrame:
    """Every version of every figure of some indicators up to a release, and whether it is hidden by what was decided up
    to a number. With `withdrawn`, a row for each time that a figure was taken back, too. Columns: VERSIONS."""
    if not indicators:
        return pl.DataFrame(schema=VERSIONS)
    places = ", ".join(["%s"] * len(indicators))
    only = ("AND a.slug = %s" if area is not None else "") + ("" if withdrawn else f" AND o.state <> '{WITHDRAWN}'")
    statement = EVERY.format(places=places, only=only)
    with connection.cursor() as cursor:
        cursor.execute(statement, [number, release, *sorted(indicators), *([area] if area is not None else [])])
        rows = cursor.fetchall()
    return pl.DataFrame(rows, schema=VERSIONS, orient="row")
