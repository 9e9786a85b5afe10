"""A database from before the sequence gets its numbers in the order of its dates, and says what it said before."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from outturn.records import added_only
from outturn.records.assessments.models import Assessment
from outturn.records.catalogue.models import Version
from outturn.records.commentary.models import Text
from outturn.records.findings import queries as findings
from outturn.records.observations.models import Release
from outturn.records.observations.queries import moment_at
from outturn.records.reports.models import Edition
from outturn.records.sequence import queries as sequence
from outturn.records.sequence.models import Act, Counter

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [(room, "0001_initial") for room in ("catalogue", "observations", "assessments", "findings", "reports")]
BEFORE += [("commentary", "0002_area"), ("sequence", None)]


def on(day: int, hour: int = 9) -> datetime:
    return datetime(2025, 1, day, hour, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def older() -> Iterator:
    """The models as they were, on tables as they were; afterwards the tables are those of today again."""
    added_only.lift(connection)
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    yield executor.migrate(BEFORE).apps
    MigrationExecutor(connection).migrate(leaves)
    added_only.lay_down(connection)


def made(apps, room: str, model: str, **row):
    return apps.get_model(room, model).objects.create(**row)


def finding(apps, name: str, first: int, last: int, by: str = "") -> int:
    said = {"rule": "r", "title": "A rule", "severity": "warning", "place": name, "sentence": name}
    releases = {"first_release": first, "last_release": last}
    accepted = {"accepted_because": "Known." if by else "", "accepted_by": by}
    return made(apps, "findings", "Finding", fingerprint=name, **said, **releases, **accepted).pk


def fill(apps) -> None:
    for number, day in ((1, 1), (2, 3)):
        said = {"sha256": str(number), "body": "{}", "files": {}}
        made(apps, "catalogue", "Version", number=number, at=on(day), by="ada", **said)
    for number, day in ((1, 2), (2, 4)):
        made(apps, "observations", "Release", number=number, at=on(day), by="ada")
    for version, day in ((1, 2), (2, 5)):
        place = {"framework": "f", "section": "s", "indicators": []}
        made(apps, "commentary", "Text", ident="a", version=version, kind="risk", at=on(day), by="bob", **place)
    for definitions, release in ((1, 1), (2, 1), (2, 2)):
        place = {"framework": "f", "indicator": "i", "area": "a", "position": 0, "rating": "red", "body": "{}"}
        made(apps, "assessments", "Assessment", definitions=definitions, release=release, **place)
    finding(apps, "mended", 1, 1)
    finding(apps, "there", 1, 2)
    accepted = finding(apps, "accepted", 2, 2, by="cat")
    subject = f"finding:{accepted}"
    made(apps, "audit", "Event", at=on(6), by="cat", verb="accepted finding", subject=subject)
    for day, release, definitions in ((2, 1, 1), (5, 2, 2)):
        said = {"title": "P", "document_sha256": "x", "code": "c", "manifest": {}, "by": "ada", "pack": "p"}
        known = {"as_known": on(day).date(), "release": release, "definitions": definitions}
        made(apps, "reports", "Edition", name=f"2025-01-0{day}", at=on(day, 12), **said, **known)


def test_everything_gets_its_number_in_the_order_of_its_dates(older):
    fill(older)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert list(Act.objects.order_by("number").values_list("number", "by", "at")) == [
        (1, "ada", on(1)),
        (2, "ada", on(2)),
        (3, "bob", on(2)),
        (4, "ada", on(3)),
        (5, "ada", on(4)),
        (6, "bob", on(5)),
        (7, "cat", on(6)),
    ]
    assert Counter.objects.get().last == sequence.last() == 7
    assert dict(Version.objects.values_list("number", "act")) == {1: 1, 2: 4}
    assert dict(Release.objects.values_list("number", "act")) == {1: 2, 2: 5}
    assert dict(Text.objects.values_list("version", "act")) == {1: 3, 2: 6}
    assessed = Assessment.objects.values_list("entry__version__number", "release", "act")
    assert set(assessed) == {(1, 1, 2), (2, 1, 4), (2, 2, 5)}
    assert {(row.name, row.number, row.before and row.before.name) for row in Edition.objects.all()} == {
        ("2025-01-02", 3, None),
        ("2025-01-05", 6, "2025-01-02"),
    }
    said = {
        number: {row.place: row.accepted_by for row in findings.findings(moment_at(number))} for number in (2, 5, 7)
    }
    assert said == {
        2: {"mended": "", "there": ""},
        5: {"there": "", "accepted": ""},
        7: {"there": "", "accepted": "cat"},
    }


def test_an_empty_database_has_no_numbers(older):
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert sequence.last() == 0
