"""Running the checks, and settling what they found."""

from django.db import transaction

from outturn.core.access import Actor, Permission
from outturn.core.checks import Evidence, run
from outturn.core.checks import Finding as Found
from outturn.records.assessments import queries as assessments
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.commentary import queries as commentary
from outturn.records.observations import queries as observations

from .models import Finding


@transaction.atomic
def check(*, by: Actor) -> list[Found]:
    """Runs every check on what is known now and keeps what it finds. A finding seen before keeps its acceptance."""
    by.check(Permission.ASSESS)
    moment = observations.moment()
    evidence = Evidence(
        catalogue.current(),
        tuple(assessments.results(moment)),
        tuple(commentary.notes(moment)),
        observations.shown(moment),
    )
    found = run(evidence)
    Finding.objects.bulk_create(
        [_row(finding, moment.release) for finding in found],
        update_conflicts=True,
        unique_fields=["fingerprint"],
        update_fields=["last_release", "title", "severity"],
    )
    gone = Finding.objects.exclude(fingerprint__in=[finding.fingerprint for finding in found])
    settled = gone.filter(last_release__gte=moment.release).update(last_release=max(moment.release - 1, 0))
    audit.note(
        by=by,
        verb="checked",
        subject=f"release:{moment.release}",
        after={"found": len(found), "gone": settled},
        at=moment.at,
    )
    return found


def _row(finding: Found, release: int) -> Finding:
    same = ("fingerprint", "rule", "title", "place", "sentence", "framework", "indicator", "area")
    return Finding(
        severity=finding.severity.value,
        first_release=release,
        last_release=release,
        **{name: getattr(finding, name) for name in same},
    )


@transaction.atomic
def accept(*, finding: int, because: str, by: Actor) -> None:
    """A person takes responsibility for leaving it as it is."""
    by.check(Permission.ACCEPT)
    if not because.strip():
        raise ValueError("Say why the finding is accepted: the reason is kept and shown with it.")
    row = Finding.objects.select_for_update().get(id=finding)
    row.accepted_because, row.accepted_by = because.strip(), by.name
    row.save()
    audit.note(
        by=by, verb="accepted finding", subject=f"finding:{row.id}", after={"because": because, "rule": row.rule}
    )
