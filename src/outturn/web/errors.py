"""Pages for what went wrong, in plain words."""

import sys

from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import BadRequest, DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError

from outturn.core.access import Permission
from outturn.records import faults
from outturn.web.needs import CannotBeDone, needs
from outturn.web.pages import page

OPEN: Permission | None = None
BAD: tuple[tuple[type[Exception], str], ...] = (
    (TooManyFilesSent, "At most 100 files can be sent at once. Send them in two parts."),
    (TooManyFieldsSent, "The form has more than 1,000 fields, and was not read. Go back and load it again."),
    (RequestDataTooBig, "What you sent is larger than this form takes. Shorten it and send it again."),
    (MultiPartParserError, "What you sent arrived damaged, and nothing of it was kept. Go back and send it again."),
    (SessionInterrupted, "You were signed out while this was under way. Sign in and look whether it was kept."),
    (DisallowedHost, "This site does not go by the name in the address. Use the address you were given."),
    (BadRequest, "What you sent is not what this page asks for. Go back, load it again and resend."),
)
"""What Django cannot read, and what to do; the last line is for all the rest."""


@needs(OPEN)
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Only sentences that we wrote are shown, never the address patterns that Django tried."""
    sentence = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    return page(request, "errors/404.jinja", status=404, sentence=sentence)


@needs(OPEN)
def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "errors/403.jinja", status=403, sentence=str(exception))


@needs(OPEN)
def not_read(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read, or not be done; or the database could not keep a session, which Django takes for a
    bad request."""
    if isinstance(exception, CannotBeDone):
        return page(request, "errors/400.jinja", status=400, title="That cannot be done", sentence=str(exception))
    forget_reader(request)
    if fault := faults.explain(exception):
        return say_stopped(request, fault)
    sentence = next((sentence for kind, sentence in BAD if isinstance(exception, kind)), BAD[-1][1])
    return page(request, "errors/400.jinja", status=400, title="That cannot be read", sentence=sentence)


@needs(OPEN)
def say_failed(request: HttpRequest) -> HttpResponse:
    """A database that is busy, gone or full is not a fault of the program: it is said as what it is."""
    forget_reader(request)
    if fault := faults.explain(sys.exc_info()[1]):
        return say_stopped(request, fault)
    return page(request, "errors/500.jinja", status=500)


def say_stopped(request: HttpRequest, fault: faults.Fault) -> HttpResponse:
    response = page(request, "errors/503.jinja", status=503, title=TITLES.get(fault.kind, TITLE), sentence=fault.reader)
    response["Retry-After"] = "10" if fault.kind is faults.Kind.BUSY else "60"
    return response


TITLE = "The site cannot do this just now"
TITLES = {faults.Kind.BUSY: "The site is busy for a moment", faults.Kind.EMPTY: "Nothing is set up yet"}


def forget_reader(request: HttpRequest) -> None:
    """A page that says what failed must not ask the database who reads it, nor what they were to be told."""
    request.user = AnonymousUser()
    request.__dict__.pop("_messages", None)


@needs(OPEN)
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or was sent from elsewhere."""
    sentence = (
        "The form was open too long, or your browser keeps no cookies for this site. Go back, load it again and resend."
    )
    return page(request, "errors/403.jinja", status=403, sentence=sentence)
