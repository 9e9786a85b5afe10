"""Every view says what a person needs to be allowed, and on what; a house test walks the addresses and looks for it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from outturn.core.access import ANYTHING, Actor, NotAllowed, Permission
from outturn.core.subject import EVERYTHING, NAMES, Subject
from outturn.core.workflow import CannotMove
from outturn.records.accounts.queries import actor

View = Callable[..., HttpResponseBase]
Words = Mapping[str, Any]
"""What an address names: `framework` and `indicator` of /commentary/FRAMEWORK/INDICATOR/new."""
On = Callable[[Words], Subject | Collection[Subject]]


def of_address(words: Words) -> Subject:
    """What the address names, by the names of a subject's parts; everything where it names none of them."""
    return Subject(**{name: words[name] for name in NAMES if words.get(name)})


def of_all(words: Words) -> Subject:
    return EVERYTHING


def of_anything(words: Words) -> Collection[Subject]:
    """What it is about is found on the way: the action asks again, on its subject."""
    return ANYTHING


class CannotBeDone(BadRequest):
    """What was asked for is understood, and cannot be done. The text is a sentence of ours, to be shown."""


@dataclass(frozen=True)
class Need:
    """`permission` None: open to everybody."""

    permission: Permission | None
    on: On = of_all

    def check(self, by: Actor, words: Words) -> None:
        """Raises NotAllowed."""
        if self.permission is not None:
            by.check(self.permission, on=self.on(words))


OPEN = Need(None)


def asking(request: HttpRequest) -> Actor:
    """Who asks, found once a request."""
    known: Actor | None = getattr(request, "asking", None)
    if known is None:
        known = actor(request.user)
        request.asking = known  # type: ignore[attr-defined]
    return known


def refuse(request: HttpRequest, need: Need, words: Words) -> HttpResponseBase | None:
    """Where who asks is sent instead; None when they may. Raises PermissionDenied, with whom to ask."""
    if need.permission is None:
        return None
    try:
        need.check(asking(request), words)
    except NotAllowed as refusal:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        raise PermissionDenied(str(refusal)) from None
    return None


def needs(permission: Permission | None, on: On = of_all) -> Callable[[View], View]:
    """Let through who may; send strangers to sign in; tell the rest whom to ask. None: open to everybody."""
    need = Need(permission, on)

    def declare(view: View) -> View:
        @wraps(view)
        def check_first(request: HttpRequest, *args: Any, **words: Any) -> HttpResponseBase:
            sent = refuse(request, need, words)
            if sent is not None:
                return sent
            try:
                return view(request, *args, **words)
            except NotAllowed as refusal:  # the action asked on a subject that only it knows
                raise PermissionDenied(str(refusal)) from None
            except CannotMove as problem:
                raise CannotBeDone(str(problem)) from None

        check_first.needs = need  # type: ignore[attr-defined]
        return check_first

    return declare
