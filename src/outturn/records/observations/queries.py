"""What was known, when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

import polars as pl
from django.db import connection

from outturn.core.showing import shown as suppressed
from outturn.core.units import State
from outturn.records.catalogue import queries as catalogue
from outturn.records.sequence import queries as sequence

from .models import File, Observation, Release

KNOWN: dict[str, type[pl.DataType]] = {
    "indicator": pl.String,
    "area": pl.String,
    "role": pl.String,
    "period_kind": pl.String,
    "start": pl.Date,
    "end": pl.Date,
    "value": pl.Float64,
    "state": pl.String,
    "text": pl.String,
    "printed": pl.String,
    "release": pl.Int64,
    "was": pl.Float64,
}


@dataclass(frozen=True)
class Moment:
    """A point in what was known: everything up to `number` of the sequence, and nothing after it.

    The rest follows from the number: the last release (0: none), made `at`, and the definitions in force. `on` is the
    day by which the number was found, None for now.
    """

    number: int
    release: int
    definitions: int
    at: datetime | None
    on: date | None = None

    @property
    def latest(self) -> bool:
        return self.on is None


@dataclass(frozen=True)
class ReleaseRow:
    number: int
    at: datetime
    by: str
    note: str
    files: tuple[str, ...]
    n_values: int
    n_restated: int


def moment(on: date | None = None) -> Moment:
    """What was known at the end of a day; without one, what is known now."""
    return moment_at(sequence.last(on), on)


def moment_at(number: int, on: date | None = None) -> Moment:
    """What was known when this number of the sequence had been taken, and no later one."""
    last = Release.objects.filter(act__lte=number).order_by("-number").values_list("number", "at").first()
    release, at = last or (0, None)
    return Moment(number, release, catalogue.number_at(number), at, on)


def before_release(moment: Moment) -> Moment:
    """What was known just before the last release of a moment. The same moment when there was none."""
    act = Release.objects.filter(number=moment.release).values_list("act", flat=True).first()
    return moment_at(act - 1, moment.on) if act else moment


def received(files: Iterable[bytes]) -> bool:
    """Whether every one of these files was recorded before, in whatever release."""
    digests = {sha256(data).hexdigest() for data in files}
    return File.objects.filter(sha256__in=digests).values("sha256").distinct().count() == len(digests)


def releases(up_to: int | None = None) -> list[ReleaseRow]:
    """Newest first."""
    names: dict[int, list[str]] = {}
    for release_id, name in File.objects.values_list("release_id", "name"):
        names.setdefault(release_id, []).append(name)
    rows = Release.objects.all() if up_to is None else Release.objects.filter(number__lte=up_to)
    return [
        ReleaseRow(row.number, row.at, row.by, row.note, tuple(names.get(row.id, ())), row.n_values, row.n_restated)
        for row in rows
    ]


AS_KNOWN = """
SELECT indicator, area, role, period_kind, start, "end", value, state, text, printed, number, was FROM (
  SELECT i.slug AS indicator, a.slug AS area, o.role, o.period_kind, o.start, o."end", o.value, o.state, o.text,
         o.printed, r.number,
         lag(o.value) OVER cell AS was,
         row_number() OVER (PARTITION BY o.indicator_id, o.area_id, o.role, o.period_kind, o.start, o."end"
                            ORDER BY r.number DESC) AS newest
  FROM observations_observation o
  JOIN observations_release r ON r.id = o.release_id
  JOIN catalogue_indicator i ON i.id = o.indicator_id
  JOIN areas_area a ON a.id = o.area_id
  WHERE r.number <= %s {only}
  WINDOW cell AS (PARTITION BY o.indicator_id, o.area_id, o.role, o.period_kind, o.start, o."end" ORDER BY r.number)
) AS known WHERE newest = 1
ORDER BY indicator, area, role, "end", start
"""


def as_known(
    release: int,
    indicators: Collection[str] | None = None,
    areas: Collection[str] | None = None,
    ends: Collection[date] | None = None,
) -> pl.DataFrame:
    """Every value as known at a release: one row per indicator, area, role and period, in one query.

    Columns: `KNOWN`. `was` is the figure before it was restated, if it was. Indicators, areas and ends of periods
    narrow it down; None means all.
    """
    only: str = ""
    chosen: list[str | date] = []
    for column, wanted in (("i.slug", indicators), ("a.slug", areas), ('o."end"', ends)):
        if wanted is None:
            continue
        if not wanted:
            return pl.DataFrame(schema=KNOWN)
        only += f" AND {column} IN ({', '.join(['%s'] * len(wanted))})"
        chosen += sorted(wanted)
    with connection.cursor() as cursor:
        cursor.execute(AS_KNOWN.format(only=only), [release, *chosen])
        rows = cursor.fetchall()
    return pl.DataFrame(rows, schema=KNOWN, orient="row")


def shown(moment: Moment, series: Collection[tuple[str, str]] | None = None) -> pl.DataFrame:
    """Values as known, suppressed by the definitions of the moment: what every page and paper starts from.

    `series` (indicator, area) narrows it down, to a little more than was asked for: where small counts are hidden, the
    other areas of an indicator are needed to know what would tell them.
    """
    known = catalogue.at(moment.definitions)
    if series is None:
        return suppressed(as_known(moment.release), known)
    hiding = {indicator for indicator, _ in series if known.indicators[indicator].suppression}
    open_ = [(indicator, area) for indicator, area in series if indicator not in hiding]
    plain = as_known(moment.release, {indicator for indicator, _ in open_}, {area for _, area in open_})
    return pl.concat([plain, suppressed(as_known(moment.release, hiding), known)])


HISTORY = ("role", "period_kind", "start", "end", "value", "state", "text", "printed", "release__number", "release__at")


def history(moment: Moment, indicator: str, area: str) -> list[dict]:
    """Everything ever said about one series up to a moment: HISTORY, newest period first, oldest release first.

    A figure is shown as it could be shown at its own release, and only while it may be shown now.
    """
    rows = Observation.objects.filter(
        indicator__slug=indicator, area__slug=area, release__number__lte=moment.release
    ).order_by("-end", "start", "role", "release__number")
    said = list(rows.values(*HISTORY))
    if not said or catalogue.at(moment.definitions).indicators[indicator].suppression is None:
        return said
    hidden = {release: _hidden(moment, release, indicator) for release in {row["release__number"] for row in said}}
    now = _hidden(moment, moment.release, indicator)
    return [_masked(row) if cell_of(row, area) in now | hidden[row["release__number"]] else row for row in said]


def _hidden(moment: Moment, release: int, indicator: str) -> set[tuple]:
    """The cells of an indicator that are suppressed at a release."""
    frame = shown(replace(moment, release=release), {(indicator, "")}).filter(pl.col("state") == State.SUPPRESSED)
    return set(frame.select("area", "role", "period_kind", "start", "end").iter_rows())


def cell_of(row: dict, area: str) -> tuple:
    return (area, row["role"], row["period_kind"], row["start"], row["end"])


def _masked(row: dict) -> dict:
    return {**row, "value": None, "state": State.SUPPRESSED.value, "text": "", "printed": "*"}
