"""Who runs the site and how to reach them, what it keeps of people, how far everybody can use it, what was invented."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from outturn.core.access import Permission
from outturn.web.needs import needs
from outturn.web.pages import page, reading
from outturn.web.seen import Seen

OPEN: Permission | None = None


@reading
def about(request: HttpRequest, seen: Seen) -> HttpResponse:
    return page(request, "about/about.jinja", seen, organisation=settings.OUTTURN_ORGANISATION)


@needs(OPEN)
def accessibility(request: HttpRequest) -> HttpResponse:
    return page(request, "about/accessibility.jinja", **run_by())


@needs(OPEN)
def privacy(request: HttpRequest) -> HttpResponse:
    return page(request, "about/privacy.jinja", notice=settings.OUTTURN_PRIVACY, **run_by())


@needs(OPEN)
def contact(request: HttpRequest) -> HttpResponse:
    return page(request, "about/contact.jinja", **run_by())


def run_by() -> dict[str, Any]:
    """Who answers for this site, from its settings; blank where nobody has said."""
    return {"organisation": settings.OUTTURN_ORGANISATION, "contact": settings.OUTTURN_CONTACT}
