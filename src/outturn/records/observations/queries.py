"""What was known, when."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

import polars as pl
from django.db.models import Max, QuerySet

from outturn.core.access import ALL, Sight
from outturn.core.showing import with_secrets
from outturn.core.showing import withhold as suppressed
from outturn.core.subject import Subject
from outturn.core.suppress.declared import list_covered, policies_of
from outturn.core.suppress.suppress import round_to_base
from outturn.core.suppress.suppress import without_hidden as hide
from outturn.records.catalogue import queries as catalogue
from outturn.records.sequence import queries as sequence

from .hiding import find_hidden_undecided
from .in_force import find_taken_back
from .known import KNOWN, standing, versions
from .models import WITHDRAWN, File, Observation, Release

__all__ = ["KNOWN", "WITHDRAWN"]


@dataclass(frozen=True)
class Moment:
    """A point in what was known: everything up to `number` of the sequence, and nothing after it.

    The rest follows from the number: the last release (0: none), made `at`, and the definitions in force. `on` is the
    day by which the number was found, None for now. `sight` is what of it is looked at: queries begin from that.
    """

    number: int
    release: int
    definitions: int
    at: datetime | None
    on: date | None = None
    sight: Sight = ALL

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
    notes: tuple[str, ...] = ()
    withdraws: int | None = None
    withdrawn_by: int | None = None


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
    newest = Release.objects.filter(number__lte=moment.release).order_by("-number")
    rows = list(newest.values_list("act", "number", "at")[:2])
    if not rows:
        return moment
    number, (release, at) = rows[0][0] - 1, rows[1][1:] if len(rows) > 1 else (0, None)
    return replace(moment, number=number, release=release, definitions=catalogue.number_at(number), at=at)


def were_received(files: Iterable[bytes]) -> bool:
    """Whether every one of these files was recorded before, in whatever release."""
    digests = {sha256(data).hexdigest() for data in files}
    return File.objects.filter(sha256__in=digests).values("sha256").distinct().count() == len(digests)


def select_releases(up_to: int | None = None) -> QuerySet[Release]:
    """Newest first."""
    rows = Release.objects.select_related("withdraws")
    return rows if up_to is None else rows.filter(number__lte=up_to)


def releases(up_to: int | None = None) -> list[ReleaseRow]:
    """Newest first."""
    return describe_releases(select_releases(up_to), up_to)


def describe_releases(rows: Iterable[Release], up_to: int | None = None) -> list[ReleaseRow]:
    """With their files, and what became of them by another release."""
    rows = list(rows)
    names: dict[int, list[str]] = {}
    for release_id, name in File.objects.filter(release__in=rows).values_list("release_id", "name"):
        names.setdefault(release_id, []).append(name)
    withdrawing = select_releases(up_to).filter(withdraws__isnull=False)
    withdrawn = find_taken_back(withdrawing.values_list("number", "withdraws__number"))
    return [
        ReleaseRow(
            row.number,
            row.at,
            row.by,
            row.note,
            tuple(names.get(row.id, ())),
            row.n_values,
            row.n_restated,
            tuple(row.notes),
            row.withdraws.number if row.withdraws else None,
            withdrawn.get(row.number),
        )
        for row in rows
    ]


def load_shown(moment: Moment, series: Collection[tuple[str, str]] | None = None) -> pl.DataFrame:
    """Values as known, without what may not be shown: what every page, paper and command starts from. Columns KNOWN.

    `series` (indicator, area) narrows it down, to a little more than was asked for.
    """
    indicators = None if series is None else {indicator for indicator, _ in series}
    areas = None if series is None else {area for _, area in series}
    return _without_hidden(standing(moment.release, moment.number, indicators, areas), moment)


def load_shown_in(release: int, moment: Moment) -> pl.DataFrame:
    """Values as known at an earlier release, without what may not be shown at the moment. Columns KNOWN."""
    return _without_hidden(standing(min(release, moment.release), moment.number), moment)


def _without_hidden(known: pl.DataFrame, moment: Moment) -> pl.DataFrame:
    definitions = catalogue.at(moment.definitions)
    if list_covered(definitions) and (more := find_hidden_undecided(moment.number)):
        known = known.with_columns(
            hidden=pl.col("hidden") | pl.col("id").is_in(more),
            was_hidden=pl.col("was_hidden") | pl.col("was_id").is_in(more),
        )
    return _in_sight(suppressed(known, definitions).select(list(KNOWN)), moment.sight)


def _in_sight(known: pl.DataFrame, sight: Sight) -> pl.DataFrame:
    """Rows of the series that are seen: after suppression, which needs all of them."""
    if sight.is_whole:
        return known
    series = known.select("indicator", "area").unique()
    seen = [sight.covers(Subject(indicator=indicator, area=area)) for indicator, area in series.iter_rows()]
    mine = series.filter(pl.Series(seen, dtype=pl.Boolean))
    return known.join(mine, on=["indicator", "area"], how="semi", maintain_order="left")


def load_shown_versions(moment: Moment) -> pl.DataFrame:
    """Every version of every figure on which small counts hang, as it may be shown: what an attacker has. Columns of a
    frame of values, `release`, `secret` (it is hidden for its own sake), and `hidden` and `known`, which are false: it
    is all that there is to see."""
    definitions = catalogue.at(moment.definitions)
    known_versions = versions(moment.release, moment.number, list_covered(definitions), withdrawn=True)
    hidden = pl.col("hidden") | pl.col("id").is_in(find_hidden_undecided(moment.number))
    marked = with_secrets(known_versions.with_columns(hidden=hidden, known=pl.lit(False)), definitions)
    return hide(marked).with_columns(hidden=pl.lit(False)).drop("id")


def list_spoken_of(since: int, up_to: int) -> list[tuple[str, str, int]]:
    """Indicator, area and the last release after one, up to another, that said something about them."""
    newer = Observation.objects.filter(release__number__gt=since, release__number__lte=up_to)
    newest = newer.values_list("indicator__slug", "area__slug").annotate(last=Max("release__number"))
    return list(newest.order_by())


def withdrawn(since: int, up_to: int) -> dict[tuple, int]:
    """Indicator, area, role, period kind, start and end of figures that were taken back after one release, up to
    another -> the last release that took them back."""
    rows = Observation.objects.filter(state=WITHDRAWN, release__number__gt=since, release__number__lte=up_to)
    place = ("indicator__slug", "area__slug", *CELL)
    listed = rows.order_by("release__number").values_list(*place, "release__number")
    return {tuple(row[:-1]): row[-1] for row in listed}


HISTORY = ("role", "period_kind", "start", "end", "value", "state", "text", "printed", "release__number", "release__at")
CELL = ["role", "period_kind", "start", "end"]


def history(moment: Moment, indicator: str, area: str) -> list[dict]:
    """Everything ever said about one series up to a moment: HISTORY, newest period first, oldest release first.

    A figure is shown as it could be shown at its own release, and only while it and its successor may be shown now.
    """
    known_versions = versions(moment.release, moment.number, {indicator}, area, withdrawn=True)
    definitions = catalogue.at(moment.definitions)
    if indicator in list_covered(definitions):
        more = find_hidden_undecided(moment.number)
        hidden = pl.col("hidden") | pl.col("id").is_in(more)
        newest = hidden.sort_by("release").last().over(CELL)
        safe = hide(known_versions.with_columns(hidden=hidden | newest))
        known_versions = round_to_base(safe, policies_of(definitions))
    rows = known_versions.sort("end", "start", "role", "release", descending=[True, False, False, False])
    dates = dict(Release.objects.values_list("number", "at"))
    dated = rows.rename({"release": "release__number"}).select(HISTORY[:-1]).iter_rows(named=True)
    return [{**row, "release__at": dates[row["release__number"]]} for row in dated]
