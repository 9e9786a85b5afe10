"""What the checks found, as it stands."""

from dataclasses import dataclass

from outturn.records.observations.queries import Moment

from .models import Finding


@dataclass(frozen=True)
class FindingRow:
    id: int
    rule: str
    title: str
    severity: str
    framework: str
    indicator: str
    area: str
    place: str
    sentence: str
    accepted_because: str
    accepted_by: str


def findings(moment: Moment) -> list[FindingRow]:
    """Those the checks made at the moment's release, worst first."""
    order = {"blocking": 0, "warning": 1, "note": 2}
    known = Finding.objects.filter(first_release__lte=moment.release, last_release__gte=moment.release)
    rows = [FindingRow(**{name: getattr(row, name) for name in FindingRow.__annotations__}) for row in known]
    return sorted(rows, key=lambda row: (order[row.severity], row.rule, row.place))


def open_findings(moment: Moment) -> list[FindingRow]:
    return [row for row in findings(moment) if not row.accepted_by]
