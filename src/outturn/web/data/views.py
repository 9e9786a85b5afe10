"""Where the figures come from: releases, sources and what the checks found."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from outturn.core.access import Permission
from outturn.records.findings import actions
from outturn.records.findings import queries as findings
from outturn.records.observations import held
from outturn.records.observations import queries as observations
from outturn.records.observations.withdrawals import something_stands
from outturn.web.data.presenter import release_page
from outturn.web.kept import is_signed_in
from outturn.web.needs import asking, needs, of_anything
from outturn.web.pages import page, reading
from outturn.web.seen import Seen


@reading
def data(request: HttpRequest, seen: Seen) -> HttpResponse:
    releases = observations.releases(up_to=seen.moment.release)
    sources = sorted({unit.source for unit in seen.definitions.indicators.values() if unit.source})
    waiting = held.waiting(asking(request)) if is_signed_in(request) else []
    return page(request, "data/page.jinja", seen, releases=releases, sources=sources, waiting=waiting)


@reading
def release(request: HttpRequest, seen: Seen, number: int) -> HttpResponse:
    row = next((row for row in observations.releases(up_to=seen.moment.release) if row.number == number), None)
    if row is None:
        raise Http404(f"There is no release {number} here. The releases are listed under Data.")
    shown = release_page(seen, row, observations.load_shown_in(number, seen.moment), something_stands(number))
    return page(request, "data/release.jinja", seen, shown=shown)


@needs(Permission.ACCEPT, on=of_anything)
@require_POST
def accept(request: HttpRequest, finding: int) -> HttpResponse:
    """A person takes responsibility for leaving a finding as it is, with a reason."""
    because = " ".join(request.POST.get("because", "").split())
    try:
        actions.accept(finding=finding, because=because, by=asking(request))
    except actions.CannotAccept as problem:
        messages.error(request, f"Not accepted. {problem}")
    else:
        messages.success(request, "Accepted, with your name and reason.")
    return redirect("findings")


@reading
def checks(request: HttpRequest, seen: Seen) -> HttpResponse:
    found = findings.findings(seen.moment)
    return page(
        request,
        "data/findings.jinja",
        seen,
        open=[row for row in found if not row.accepted_by],
        settled=[row for row in found if row.accepted_by],
    )
