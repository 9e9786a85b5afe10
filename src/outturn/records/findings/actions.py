"""Running the checks, and settling what they found."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from outturn.core import limits
from outturn.core.access import ANYTHING, Actor
from outturn.core.checks import Evidence, run
from outturn.core.checks import Finding as Found
from outturn.core.subject import Subject
from outturn.core.workflow import FINDING
from outturn.records.about import columns_of
from outturn.records.assessments import queries as assessments
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.commentary import queries as commentary
from outturn.records.observations import queries as observations
from outturn.records.sequence import actions as sequence
from outturn.records.sequence.models import Act

from .models import Acceptance, Finding, Sighting
from .queries import sightings
from .remembered import solve_once


class CannotAccept(ValueError):
    """No reason is given, or there is no such finding. The text says which."""


def find(moment: observations.Moment) -> list[Found]:
    """What the checks say about a moment. Keeps nothing."""
    evidence = Evidence(
        catalogue.at(moment.definitions),
        tuple(assessments.results(moment)),
        tuple(commentary.notes(moment)),
        observations.load_shown(moment),
        observations.load_shown_versions(moment),
        solve_once,
    )
    return run(evidence)


@transaction.atomic
def check(*, by: Actor, at: datetime | None = None, act: Act | None = None) -> list[Found]:
    """Runs every check on what is known now and keeps what came and what went. A finding seen before keeps its
    acceptance. It becomes known by the act given (of what was brought in), or, when something differs, by its own."""
    by.check(FINDING["find"].permission)
    sequence.lock()
    moment = observations.moment()
    found = find(moment)
    rows = _differences(found, moment.number)
    if rows:
        act = act or sequence.take(by=by, verb="checked", at=at)
        Sighting.objects.bulk_create(_stamp(rows, act), batch_size=500)
    came = sum(row.there for row in rows)
    after = {"found": len(found), "came": came, "gone": len(rows) - came}
    audit.note(
        by=by, verb="checked", subject=Subject(release=str(moment.release)), after=after, at=act.at if act else at
    )
    return found


def _differences(found: list[Found], number: int) -> list[Sighting]:
    """Sightings to be kept: what is there and was not, or not as bad; what was there and is gone."""
    kept = {seen.finding.fingerprint: seen for seen in sightings(number).select_related("finding")}
    ids = _identities(found)
    came = [
        Sighting(finding_id=ids[one.fingerprint], there=True, severity=one.severity.value, title=one.title)
        for one in found
        if (seen := kept.get(one.fingerprint)) is None or (seen.severity, seen.title) != (one.severity, one.title)
    ]
    gone = [
        Sighting(finding_id=seen.finding_id, there=False, severity=seen.severity, title=seen.title)
        for fingerprint, seen in kept.items()
        if fingerprint not in ids
    ]
    return [*came, *gone]


def _identities(found: list[Found]) -> dict[str, int]:
    """Fingerprint -> the finding it is kept as, new ones made."""
    same = ("fingerprint", "rule", "place", "sentence")
    rows = (Finding(**{name: getattr(one, name) for name in same}, **columns_of(one.subject)) for one in found)
    Finding.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return dict(
        Finding.objects.filter(fingerprint__in=[one.fingerprint for one in found]).values_list("fingerprint", "id")
    )


def _stamp(rows: Iterable[Sighting], act: Act) -> Iterable[Sighting]:
    for row in rows:
        row.act = act
        yield row


@transaction.atomic
def accept(*, finding: int, because: str, by: Actor, at: datetime | None = None) -> None:
    """A person takes responsibility for leaving it as it is. The same words again change nothing.

    Raises CannotAccept.
    """
    by.check(FINDING["accept"].permission, on=ANYTHING)
    because = because.strip()
    if not because:
        raise CannotAccept("Say why the finding is accepted: the reason is kept and shown with it.")
    if wrong := limits.wrong(limits.ACCEPTANCE, because):
        raise CannotAccept(" ".join(wrong))
    row = Finding.objects.filter(id=finding).first()
    if row is None:
        raise CannotAccept(f"There is no finding {finding}. The findings are listed here.")
    by.check(FINDING["accept"].permission, on=row.about)
    sequence.lock()
    last = Acceptance.objects.filter(finding=row).order_by("-act_id").first()
    if last and (last.because, last.by) == (because, by.name):
        return
    if not FINDING.allows("accept", _state_of(row, last)):
        raise CannotAccept("Nothing is left to accept: the checks do not find this any more.")
    act = sequence.take(by=by, verb="accepted a finding", at=at)
    Acceptance.objects.create(finding=row, act=act, because=because, by=by.name)
    after = {"because": because, "rule": row.rule}
    audit.note(by=by, verb="accepted finding", subject=replace(row.about, finding=str(row.id)), after=after, at=act.at)


def _state_of(finding: Finding, last: Acceptance | None) -> str:
    seen = Sighting.objects.filter(finding=finding).order_by("-act_id").first()
    if seen is None or not seen.there:
        return "gone"
    return "accepted" if last else "open"
