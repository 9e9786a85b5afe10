"""Withdrawing a release: a new release takes back what it said. Each figure returns to what was known before it, or to
nothing known; the history stays, and what was known on an earlier day is still shown as it was known then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from outturn.core import limits
from outturn.core.access import ANYTHING, Actor
from outturn.core.subject import Subject
from outturn.core.workflow import RELEASE
from outturn.records.audit import actions as audit
from outturn.records.sequence import actions as sequence

from .actions import new_release
from .hiding import decide
from .in_force import find_taken_back
from .models import WITHDRAWN, Observation, Release

CELL = ("indicator_id", "area_id", "role", "period_kind", "start", "end")
SAID = ("value", "state", "text", "printed", "row", "file_id")
Cell = tuple[object, ...]
Place = tuple[str, str, str, str, date, date]
"""Indicator, area, role, kind of period, first and last day."""


class CannotWithdraw(ValueError):
    """The text says why, and what to do instead."""


@dataclass(frozen=True)
class Reversal:
    """What withdrawing a release would do, by rows of the database: `back` pairs each of its figures that still stands
    with the one before it (None: nothing was known); `overtaken` are those of which a later release spoke."""

    release: Release
    back: tuple[tuple[Observation, Observation | None], ...]
    overtaken: tuple[Observation, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """Of the figures that would go back: what is shown of them is a matter of `queries`."""
        return tuple(
            (row.indicator.slug, row.area.slug, row.role, row.period_kind, row.start, row.end) for row, _ in self.back
        )

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """All that the release spoke of, whether or not it would go back."""
        observations = (*(row for row, _ in self.back), *self.overtaken)
        return tuple(Subject(indicator=row.indicator.slug, area=row.area.slug) for row in observations)

    @property
    def n_returning(self) -> int:
        return sum(was_known(before) for _, before in self.back)

    @property
    def n_gone(self) -> int:
        return len(self.back) - self.n_returning

    @property
    def sentence(self) -> str:
        return say_withdrawn(self.n_returning, self.n_gone, len(self.overtaken))


@dataclass(frozen=True)
class Withdrawn:
    """`release`: the new one. How many figures return to what they were, are no longer known, and were left as a later
    release has them."""

    release: int
    n_returned: int
    n_gone: int
    n_overtaken: int

    @property
    def sentence(self) -> str:
        """`2 figures return to what was known before; 1 figure is no longer known.`"""
        return say_withdrawn(self.n_returned, self.n_gone, self.n_overtaken)


def say_withdrawn(returned: int, gone: int, overtaken: int) -> str:
    parts = (
        (returned, "figure returns to what was known before", "figures return to what was known before"),
        (gone, "figure is no longer known", "figures are no longer known"),
        (
            overtaken,
            "figure stays, because a later release also gives it",
            "figures stay, because later releases also give them",
        ),
    )
    return "; ".join(f"{count:,} {single if count == 1 else many}" for count, single, many in parts if count) + "."


def reversal(release: int) -> Reversal:
    """Raises CannotWithdraw when there is no such release, or nothing of it stands any more."""
    row = Release.objects.filter(number=release).first()
    if row is None:
        last = Release.objects.values_list("number", flat=True).first()
        known = f"The newest is release {last}." if last else "There is none yet."
        raise CannotWithdraw(f"There is no release {release}. {known}")
    acts = all_acts()
    by = find_taken_back(acts).get(release)
    if not RELEASE.allows("withdraw", "withdrawn" if by else "standing"):
        raise CannotWithdraw(f"Release {release} was withdrawn already, by release {by}.")
    observations = list(Observation.objects.filter(release=row).select_related("indicator", "area"))
    left = work_out_without(release, acts, {each.indicator_id for each in observations})
    later = {cell for cell, each in left.items() if each.number > release}
    standing = [each for each in observations if cell_of(each) not in later]
    if not standing:
        raise CannotWithdraw(nothing_stands(release))
    return Reversal(
        row,
        tuple((each, left.get(cell_of(each))) for each in standing),
        tuple(each for each in observations if cell_of(each) in later),
    )


def all_acts() -> list[tuple[int, int | None]]:
    """The number of each release, and of the one it withdraws."""
    return list(Release.objects.values_list("number", "withdraws__number"))


def work_out_without(release: int, acts: list[tuple[int, int | None]], indicators: set[int]) -> dict[Cell, Any]:
    """What would be known of these indicators if a release did not stand: what the others said themselves.

    A release that takes another back says nothing itself: what it returned may have been withdrawn since.
    """
    out = {release, *find_taken_back(act for act in acts if act[0] != release)}
    rows = Observation.objects.filter(indicator__in=indicators, release__withdraws=None)
    rows = rows.exclude(release__number__in=out).annotate(number=models.F("release__number"))
    return newest_by_cell(rows.order_by("number").iterator())


def something_stands(release: int) -> bool:
    """Whether a release was not taken back, and said anything of which no later one that stands speaks."""
    gone = find_taken_back(all_acts())
    if release in gone:
        return False
    cell = {name: models.OuterRef(name) for name in CELL}
    later = Observation.objects.filter(release__number__gt=release, release__withdraws=None, **cell)
    later = later.exclude(release__number__in=set(gone))
    return Observation.objects.filter(~models.Exists(later), release__number=release).exists()


def subjects_of(release: int) -> list[Subject]:
    """All that a release speaks of."""
    series = Observation.objects.filter(release__number=release).values_list("indicator__slug", "area__slug")
    return [Subject(indicator=indicator, area=area) for indicator, area in series.distinct().order_by()]


def nothing_stands(release: int) -> str:
    return f"Nothing of release {release} still stands: later releases have replaced each of its figures."


@transaction.atomic
def withdraw(*, release: int, because: str, by: Actor, at: datetime | None = None) -> Withdrawn:
    """Takes back what a release said and no later one has overtaken. Raises CannotWithdraw."""
    by.check(RELEASE["withdraw"].permission, on=ANYTHING)
    why = " ".join(because.split())
    if not why:
        raise CannotWithdraw("Say why the release is withdrawn: the reason is kept and shown with it.")
    if wrong := limits.wrong(limits.WITHDRAWAL, why):
        raise CannotWithdraw(" ".join(wrong))
    sequence.lock()
    what = reversal(release)
    by.check(RELEASE["withdraw"].permission, on=what.subjects)
    new = new_release(by, why, at, len(what.back), what.n_returning, withdraws=what.release)
    Observation.objects.bulk_create((return_figure(new, *pair) for pair in what.back), batch_size=1000)
    decide()
    done = Withdrawn(new.number, what.n_returning, what.n_gone, len(what.overtaken))
    after = {"withdraws": release, "because": why, "returned": done.n_returned, "gone": done.n_gone}
    audit.note(by=by, verb="withdrew", subject=Subject(release=str(release)), after=after, at=new.at)
    return done


def return_figure(release: Release, said: Observation, before: Observation | None) -> Observation:
    """The figure as it was before, said anew; or a row that says that nothing is known."""
    place = {name: getattr(said, name) for name in CELL}
    if before is None:
        return Observation(release=release, state=WITHDRAWN, **place)
    return Observation(release=release, **place, **{name: getattr(before, name) for name in SAID})


def was_known(before: Observation | None) -> bool:
    return before is not None and before.state != WITHDRAWN


def newest_by_cell(rows: Iterable[Observation]) -> dict[Cell, Observation]:
    return {cell_of(row): row for row in rows}


def cell_of(row: Observation) -> Cell:
    return tuple(getattr(row, name) for name in CELL)
