"""Values, words, results, papers and the trail are added, never changed: the database refuses, whoever asks."""

from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from outturn.core.access import Actor
from outturn.core.subject import Subject
from outturn.records import added_only
from outturn.records.audit import actions as audit
from outturn.records.audit.models import Event
from outturn.records.observations.models import Held
from outturn.records.reports.models import Edition, EditionFile

OPERATOR = Actor.with_roles("operator", "administrator")


def ours() -> set[str]:
    return {f"{model._meta.app_label}.{model.__name__}" for model in apps.get_models() if "outturn" in model.__module__}


def test_every_table_is_either_only_added_to_or_says_why_not():
    assert set(added_only.TABLES).isdisjoint(added_only.CHANGING)
    assert ours() == set(added_only.TABLES) | set(added_only.CHANGING)


def test_the_rule_stands_on_every_table(db):
    assert added_only.missing_rules(connection) == []


def test_a_rule_that_is_gone_is_named(unguarded):
    assert len(added_only.missing_rules(connection)) == len(added_only.TABLES)


def refused(statement: str, *values: object) -> str:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    return str(refusal.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET verb = 'did nothing'",
        "UPDATE audit_event SET id = id + 1",
        "DELETE FROM audit_event",
        pytest.param(
            "TRUNCATE audit_event",
            marks=pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE"),
        ),
    ],
)
def test_the_trail_is_not_changed_by_anybody(db, statement):
    audit.note(by=OPERATOR, verb="did", subject=Subject(release="1"))
    assert "added, never changed or deleted" in refused(statement)
    assert [event.verb for event in Event.objects.all()] == ["did"]


def test_figures_and_words_and_papers_are_not_changed(db):
    edition = Edition.objects.create(
        **dict.fromkeys(("pack", "name", "title", "document_sha256", "code", "by"), "a"),
        as_known=date(2025, 1, 14),
        at=timezone.now(),
        manifest={},
        **dict.fromkeys(("number", "release", "definitions"), 1),
    )
    EditionFile.objects.create(edition=edition, name="report.html", sha256="a", size=1, data=b"x")
    refused("UPDATE reports_editionfile SET data = %s", b"y")
    refused("UPDATE reports_edition SET title = 'b'")
    refused("DELETE FROM reports_editionfile")
    assert bytes(EditionFile.objects.get().data) == b"x"


def test_a_held_delivery_is_settled_and_nothing_else_of_it_changes(db):
    held = Held.objects.create(at=timezone.now(), by="ada", note="as brought", said={})
    Held.objects.filter(id=held.id).update(settled="recorded")
    refused("UPDATE observations_held SET note = 'another'")
    refused("DELETE FROM observations_held")


@pytest.mark.django_db(transaction=True)
def test_a_migration_may_do_what_it_must_and_the_rule_stands_again_after_it():
    audit.note(by=OPERATOR, verb="did", subject=Subject(release="1"))
    added_only.lift(connection)
    assert added_only.missing_rules(connection)
    call_command("migrate", verbosity=0)
    assert added_only.missing_rules(connection) == []
    with pytest.raises(DatabaseError):
        Event.objects.update(verb="x")
