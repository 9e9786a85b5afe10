"""Pages for what went wrong, in plain words."""

import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from outturn.core.access import Permission
from outturn.web.needs import needs
from outturn.web.pages import page

OPEN: Permission | None = None


@needs(OPEN)
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Only sentences that we wrote are shown, never the address patterns that Django tried."""
    sentence = str(exception.args[0]) if exception.args and isinstance(exception.args[0], str) else ""
    return page(request, "errors/404.jinja", status=404, sentence=sentence)


@needs(OPEN)
def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page(request, "errors/403.jinja", status=403, sentence=str(exception))


@needs(OPEN)
def failed(request: HttpRequest) -> HttpResponse:
    """A busy database is not a fault: it is asked to come back."""
    if not isinstance(sys.exc_info()[1], OperationalError):
        return page(request, "errors/500.jinja", status=500)
    response = page(request, "errors/503.jinja", status=503)
    response["Retry-After"] = "10"
    return response


@needs(OPEN)
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or was sent from elsewhere."""
    sentence = (
        "The form was open too long, or your browser keeps no cookies for this site. Go back, load it again and resend."
    )
    return page(request, "errors/403.jinja", status=403, sentence=sentence)
