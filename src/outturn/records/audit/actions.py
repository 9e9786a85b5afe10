"""Writing the trail."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from outturn.core.access import Actor
from outturn.core.subject import Subject
from outturn.records.about import columns_of

from .models import Event


def note(
    *, by: Actor, verb: str, subject: Subject, before: Any = None, after: Any = None, at: datetime | None = None
) -> Event:
    """One event. Call it inside the transaction of the change."""
    about = {"subject": str(subject), **columns_of(subject)}
    return Event.objects.create(at=at or timezone.now(), by=by.name, verb=verb, before=before, after=after, **about)
