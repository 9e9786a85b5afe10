"""Who is asking, and what they may do."""

from typing import Any

from django.conf import settings

from outturn.core.access import NOBODY, READER, Actor

from .models import Role


def actor(user: Any) -> Actor:
    """The Actor behind a request's user. Someone not signed in may read when the site is open."""
    if not getattr(user, "is_authenticated", False):
        return READER if settings.OUTTURN_READING_IS_OPEN else NOBODY
    roles = set(Role.objects.filter(user=user).values_list("role", flat=True))
    if user.is_superuser:
        roles.add("administrator")
    return Actor(user.get_username(), frozenset(roles | {"viewer"}))
