"""Writing the trail."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from outturn.core.access import Actor

from .models import Event


def note(
    *, by: Actor, verb: str, subject: str, before: Any = None, after: Any = None, at: datetime | None = None
) -> Event:
    """One event. Call it inside the transaction of the change."""
    return Event.objects.create(
        at=at or timezone.now(), by=by.name, verb=verb, subject=subject[:200], before=before, after=after
    )
