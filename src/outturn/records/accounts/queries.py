"""Who is asking, and what they may do."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from outturn.core.access import NOBODY, READER, Actor, Grant
from outturn.core.subject import EVERYTHING
from outturn.core.tree import NO_TREE
from outturn.records.catalogue import queries as catalogue

from .models import Role


def actor(user: Any) -> Actor:
    """The Actor behind a request's user, with the grants in force today. Everybody may read when the site is open."""
    if not getattr(user, "is_authenticated", False):
        return READER if settings.OUTTURN_READING_IS_OPEN else NOBODY
    grants = [grant for grant in grants_of(user.get_username()) if grant.holds_on(timezone.localdate())]
    if user.is_superuser:
        grants.append(Grant("administrator"))
    if settings.OUTTURN_READING_IS_OPEN:
        grants.append(Grant("viewer"))
    scoped = any(grant.scope != EVERYTHING for grant in grants)
    return Actor(user.get_username(), tuple(grants), catalogue.tree() if scoped else NO_TREE)


def grants_of(name: str) -> list[Grant]:
    """Every grant that a person was given and that was not taken, whether or not it is in force."""
    return [row.grant for row in Role.objects.filter(user__username=name).order_by("role", "scope")]
