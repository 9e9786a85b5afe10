"""Reading the trail."""

from django.db import connection
from django.db.models import QuerySet

from outturn.core.subject import Subject
from outturn.records.about import columns_of

from .models import Event

STAMP = "SELECT max(id), count(*) FROM audit_event WHERE id > (SELECT max(id) - 200 FROM audit_event)"


def stamp() -> int:
    """Grows with every change of state: pages drawn at one stamp stay right until the next.

    Transactions may commit in another order than they took their ids, so the newest id alone would miss one that
    commits late; how many of the last ids are there shows it. Plain SQL, because every page asks this.
    """
    with connection.cursor() as cursor:
        cursor.execute(STAMP)
        newest, there = cursor.fetchone()
    return int((newest or 0) * 1000 + there)


def about(subject: Subject) -> QuerySet[Event]:
    """What happened to this very subject: to an indicator in a framework, not to all that lies in it."""
    return Event.objects.filter(subject=str(subject))


def within(place: Subject) -> QuerySet[Event]:
    """What happened to anything in a place: events whose framework, section, indicator and area are these."""
    return Event.objects.filter(**{name: value for name, value in columns_of(place).items() if value})
