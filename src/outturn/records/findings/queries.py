"""What the checks found, as known at a moment."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, Count, Exists, F, OuterRef, QuerySet, Subquery, Value, When

from outturn.core.subject import Subject
from outturn.records.about import PLACES
from outturn.records.catalogue.scopes import within
from outturn.records.observations.queries import Moment

from .models import Acceptance, Sighting

COLUMNS = {name: f"finding__{name}" for name in PLACES}
WORST_FIRST = {"blocking": 0, "warning": 1, "note": 2}


@dataclass(frozen=True)
class FindingRow:
    id: int
    rule: str
    title: str
    severity: str
    subject: Subject
    place: str
    sentence: str
    accepted_because: str
    accepted_by: str


def findings(moment: Moment) -> list[FindingRow]:
    """Those that were there, worst first, with what people had said to them."""
    accepted = {row.finding_id: row for row in Acceptance.objects.filter(act__lte=moment.number).order_by("act_id")}
    there = within(sightings(moment.number), moment.sight, COLUMNS).select_related("finding")
    rows = [_row(seen, accepted.get(seen.finding_id)) for seen in there]
    return sorted(rows, key=lambda row: (WORST_FIRST[row.severity], row.rule, row.place, row.id))


def select_findings(moment: Moment, accepted: bool | None = None) -> QuerySet[Sighting]:
    """Those that were there; with `accepted`, those that had been accepted by then, or had not. Each with its act, with
    `worst` to order by (0 is what stops publication), and with `accepted_by` and `accepted_because`, null where nobody
    had."""
    said = Acceptance.objects.filter(act__lte=moment.number, finding=OuterRef("finding")).order_by("-act_id")
    worst = Case(*(When(severity=name, then=Value(place)) for name, place in WORST_FIRST.items()))
    there = (
        within(sightings(moment.number), moment.sight, COLUMNS)
        .select_related("finding", "act")
        .annotate(
            worst=worst,
            accepted_by=Subquery(said.values("by")[:1]),
            accepted_because=Subquery(said.values("because")[:1]),
        )
    )
    if accepted is None:
        return there
    return there.filter(Exists(said) if accepted else ~Exists(said))


def worst_open(moment: Moment, most: int = 3) -> tuple[list[Sighting], Counter[str]]:
    """The worst of the open findings, and how many there are of each severity. Two queries."""
    there = select_findings(moment, accepted=False)
    counts = Counter(dict(there.order_by().values_list("severity").annotate(total=Count("pk"))))
    order = (F("worst"), F("finding__rule"), F("finding__place"), F("finding_id"))
    return list(there.order_by(*order)[:most]), counts


def open_findings(moment: Moment) -> list[FindingRow]:
    return [row for row in findings(moment) if not row.accepted_by]


def find_accepted() -> set[str]:
    """Fingerprints of the findings that somebody has accepted by now."""
    return set(Acceptance.objects.values_list("finding__fingerprint", flat=True))


def sightings(number: int) -> QuerySet[Sighting]:
    """The last word on each finding that was there at a number: no later one was known."""
    known = Sighting.objects.filter(act__lte=number)
    later = known.filter(finding=OuterRef("finding"), act__gt=OuterRef("act")).order_by()
    return known.filter(~Exists(later), there=True)


def _row(seen: Sighting, accepted: Acceptance | None) -> FindingRow:
    same = ("id", "rule", "place", "sentence")
    return FindingRow(
        **{name: getattr(seen.finding, name) for name in same},
        subject=seen.finding.about,
        title=seen.title,
        severity=seen.severity,
        accepted_because=accepted.because if accepted else "",
        accepted_by=accepted.by if accepted else "",
    )
