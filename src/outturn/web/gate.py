"""Who may send what is asked before it is read: permission and size are known from the head of a request."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from outturn.core.limits import unprintable
from outturn.web.needs import OPEN, refuse
from outturn.web.pages import page

FORM = 256 * 1024
"""Bytes of a form without files: some times the longest text, as a browser writes it."""

Respond = Callable[[HttpRequest], HttpResponseBase]
View = Callable[..., HttpResponseBase]


def takes(most: int) -> Callable[[View], View]:
    """Declares how many bytes may be sent to a view; others take FORM."""

    def declare(view: View) -> View:
        view.takes = most  # type: ignore[attr-defined]
        return view

    return declare


class Gate:
    """Stands before the CSRF check, which reads the whole body to find its token."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.respond(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.setdefault("Cache-Control", "private, no-store")  # what one person sees, others may not
        return response

    def process_view(
        self, request: HttpRequest, view: View, args: Sequence[Any], words: Mapping[str, Any]
    ) -> HttpResponseBase | None:
        if unprintable(request.path_info):
            raise Http404("The address has characters that no address here has.")
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return None
        return refuse(request, getattr(view, "needs", OPEN), words) or too_large(request, getattr(view, "takes", FORM))


def too_large(request: HttpRequest, most: int) -> HttpResponseBase | None:
    sent = request.META.get("CONTENT_LENGTH") or "0"
    if sent.isdecimal() and int(sent) <= most:
        return None
    return page(request, "errors/413.jinja", status=413, most=size(most) if sent.isdecimal() else "")


def size(most: int) -> str:
    return f"{most // 2**20} MB" if most >= 2**20 else f"{most // 1024} KB"
