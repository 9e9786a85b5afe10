"""Drawing a page: the frame that every page shares, and what every reading page does first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from outturn.core.access import NOBODY, Permission
from outturn.core.catalogue import Catalogue, Framework
from outturn.records.catalogue import queries as catalogue
from outturn.records.catalogue.queries import NothingDefined
from outturn.web.kept import serve_kept
from outturn.web.needs import asking, needs, of_address
from outturn.web.seen import BadDay, Seen, list_invented, see

View = Callable[..., HttpResponseBase]
PLACES = (
    ("today", "Today"),
    ("scorecard", "Scorecard"),
    ("outcomes", "Outcomes"),
    ("ranks", "Ranks"),
    ("packs", "Packs"),
    ("data", "Data"),
    ("method", "Method"),
)

ROOMS = {
    "indicator": "scorecard",
    "commentary": "scorecard",
    "pack": "packs",
    "edition": "packs",
    "upload": "data",
    "held": "data",
    "held-places": "data",
    "release-withdraw": "data",
    "findings": "data",
    "finding": "data",
}
"""Pages that belong to a place of the menu by another name."""


@dataclass(frozen=True)
class Place:
    """A link of the menu."""

    word: str
    href: str
    current: bool


def places(request: HttpRequest, at: Seen | None, definitions: Catalogue | None) -> list[Place]:
    name = request.resolver_match.url_name if request.resolver_match else ""
    here = (name or "").split("-")[0]
    here = ROOMS.get(here, here)
    return [
        Place(word, at.to(key) if at else reverse(key), key == here) for key, word in PLACES if there(key, definitions)
    ]


SHOWN: dict[str, Callable[[Framework], bool]] = {
    "outcomes": lambda framework: framework.shows.on_one_page,
    "ranks": lambda framework: framework.shows.ranked,
}
"""Places that show some frameworks only."""


def there(key: str, definitions: Catalogue | None) -> bool:
    """Whether the site has something to show at a place of the menu."""
    frameworks = definitions.frameworks.values() if definitions else ()
    return key not in SHOWN or any(map(SHOWN[key], frameworks))


def page(request: HttpRequest, template: str, at: Seen | None = None, status: int = 200, **shown: Any) -> HttpResponse:
    """Draw a template inside the frame. `at` is what the reader looks at; pages of accounts have none."""
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
    by = asking(request) if signed_in else NOBODY
    definitions = at.definitions if at else in_force(status)
    frame = {
        "product": settings.OUTTURN_NAME,
        "places": places(request, at, definitions),
        "sample": bool(definitions and list_invented(definitions)),
        "seen": at,
        "viewer": by.name,
        "may": by.may,
        "may_record": by.holds(Permission.RECORD),
        "here": request.get_full_path(),
        "path": request.path,
    }
    return render(request, template, frame | shown, status=status)


def in_force(status: int) -> Catalogue | None:
    """The definitions that a page without a moment goes by; a page about a fault of the site asks nothing of it."""
    if status >= 500:
        return None
    try:
        return catalogue.current()
    except catalogue.NothingDefined:
        return None


def needs_definitions(view: View) -> View:
    """A page that can only be shown on a site with definitions; else the page that says how to load them."""

    @wraps(view)
    def show(request: HttpRequest, *args: Any, **words: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **words)
        except NothingDefined as nothing:
            return page(request, "errors/nothing-yet.jinja", sentence=str(nothing))

    return show


def reading(view: View) -> View:
    """A page for readers: `view(request, seen, ...)` is drawn once for each moment and kept until something changes."""

    @needs(Permission.READ, on=of_address)
    @serve_kept
    @needs_definitions
    @wraps(view)
    def show(request: HttpRequest, *args: Any, **words: Any) -> HttpResponseBase:
        try:
            at = see(request)
        except BadDay as problem:
            return page(request, "errors/bad-day.jinja", status=400, sentence=str(problem))
        return view(request, at, *args, **words)

    return show
