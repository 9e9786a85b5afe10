"""Reading the trail."""

from django.db import connection
from django.db.models import QuerySet

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


def about(subject: str) -> QuerySet[Event]:
    return Event.objects.filter(subject=subject)
