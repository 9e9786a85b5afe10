"""Pages for what went wrong, in plain words."""

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
    return page(request, "errors/500.jinja", status=500)


@needs(OPEN)
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or was sent from elsewhere."""
    sentence = (
        "The form was open too long, or your browser keeps no cookies for this site. Go back, load it again and resend."
    )
    return page(request, "errors/403.jinja", status=403, sentence=sentence)
