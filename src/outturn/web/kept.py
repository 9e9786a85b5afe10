"""Pages drawn once and served from memory until something changes.

The key holds the stamp of the audit trail, which grows with every change of state, so a page can never be older
than what it shows; and the day, because pages say how old their figures are. Only pages for readers who are not signed
in are kept: nothing of a person is in them. Words in the address that no page understands are left out before anything
is drawn, so that they make no page of their own.
"""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from outturn.records.audit import queries as audit

SEARCH = "q"  # searches are typed once: keeping them would only push out what many read
WORDS = frozenset(
    (SEARCH, "as-known", "section", "rating", "variation", "changed")
    + ("sort", "order", "page", "off", "workstream", "area", "in", "from")
    + ("severity", "about", "framework", "accepted", "by", "since", "until")
)
"""What a page may be asked in its address; a test finds every word that a view reads here."""

SECONDS = 24 * 60 * 60
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class Sheet:
    """A page as drawn: its bytes, plain and packed, with the headers that belong to it."""

    plain: bytes
    packed: bytes
    tag: str
    headers: dict[str, str]


def serve_kept(view: View) -> View:
    """Serve the drawn page to readers. People who are signed in always get a fresh one."""

    @wraps(view)
    def serve(request: HttpRequest, *args: Any, **words: Any) -> HttpResponseBase:
        leave_out_unknown(request)
        if request.method not in ("GET", "HEAD") or is_signed_in(request):
            response = view(request, *args, **words)
            response["Cache-Control"] = "private, no-store"
            return response
        if SEARCH in request.GET:
            return view(request, *args, **words)
        address = hashlib.sha256(request.get_full_path().encode()).hexdigest()
        key = f"page:{timezone.localdate()}:{audit.stamp()}:{address}"
        sheet = cache.get(key)
        if sheet is None:
            response = view(request, *args, **words)
            if response.status_code != 200 or not isinstance(response, HttpResponse):
                return response
            sheet = sheet_of(response)
            cache.set(key, sheet, SECONDS)
        return answer(request, sheet)

    return serve


def leave_out_unknown(request: HttpRequest) -> None:
    if request.GET.keys() <= WORDS:
        return
    known = request.GET.copy()
    for word in set(known) - WORDS:
        del known[word]
    request.GET = known  # type: ignore[assignment]  # nobody changes it from here on
    request.META["QUERY_STRING"] = known.urlencode()


def is_signed_in(request: HttpRequest) -> bool:
    """A cookie that anybody can write is not enough: it would make every page be drawn again."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def sheet_of(response: HttpResponse) -> Sheet:
    plain = response.content
    headers = {name: value for name, value in response.items() if name in ("Content-Type", "Content-Disposition")}
    return Sheet(plain, gzip.compress(plain, 6, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:24]}"', headers)


def answer(request: HttpRequest, sheet: Sheet) -> HttpResponse:
    if request.headers.get("If-None-Match") == sheet.tag:
        response = HttpResponse(status=304)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(sheet.packed, headers=sheet.headers | {"Content-Encoding": "gzip"})
    else:
        response = HttpResponse(sheet.plain, headers=sheet.headers)
    response["ETag"] = sheet.tag
    response["Cache-Control"] = "no-cache"
    response["Vary"] = "Accept-Encoding, Cookie"
    return response
