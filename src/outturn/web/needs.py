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


def needs(permission: Permission | None) -> Callable[[View], View]:
    """Let through who may; send strangers to sign in; tell the rest whom to ask. None: open to everybody."""

    def declare(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **words: Any) -> HttpResponseBase:
            if permission is not None:
                asking = actor(request.user)
                try:
                    asking.check(permission)
                except NotAllowed as refusal:
                    if not request.user.is_authenticated:
                        return redirect_to_login(request.get_full_path())
                    raise PermissionDenied(str(refusal)) from None
            return view(request, *args, **words)

        checked.needs = permission  # type: ignore[attr-defined]
        return checked

    return declare
