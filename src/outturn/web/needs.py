"""Every view says what a person needs to be allowed; a house test walks the addresses and looks for it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from outturn.core.access import NotAllowed, Permission
from outturn.records.accounts.queries import actor

View = Callable[..., HttpResponseBase]


def refuse(request: HttpRequest, permission: Permission | None) -> HttpResponseBase | None:
    """Where who asks is sent instead; None when they may. Raises PermissionDenied, with whom to ask."""
    if permission is None:
        return None
    try:
        actor(request.user).check(permission)
    except NotAllowed as refusal:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied(str(refusal)) from None
    return None


def needs(permission: Permission | None) -> Callable[[View], View]:
    """Let through who may; send strangers to sign in; tell the rest whom to ask. None: open to everybody."""

    def declare(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **words: Any) -> HttpResponseBase:
            return refuse(request, permission) or view(request, *args, **words)

        checked.needs = permission  # type: ignore[attr-defined]
        return checked

    return declare
