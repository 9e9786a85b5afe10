"""Where the figures come from: releases, sources and what the checks found."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from outturn.core.access import Permission
from outturn.records.findings import actions
from outturn.records.findings import queries as findings
from outturn.records.findings.models import Finding
from outturn.records.observations import queries as observations
from outturn.records.observations.withdrawals import something_stands, subjects_of
from outturn.web.data.forms import AcceptForm
from outturn.web.data.lists import LIST_OF_RELEASES, SEVERITIES, list_of_findings
from outturn.web.data.presenter import TITLES, of_release, release_page, write_figures
from outturn.web.kept import is_signed_in
from outturn.web.listing.download import download_rows, send_csv
from outturn.web.listing.filters import YES
from outturn.web.listing.showing import list_rows
from outturn.web.load.lists import first_waiting
from outturn.web.needs import asking, needs, of_anything
from outturn.web.pages import needs_definitions, page, reading
from outturn.web.seen import Seen


@reading
def data(request: HttpRequest, seen: Seen) -> HttpResponse:
    known = seen.moment.release
    listed = list_rows(
        LIST_OF_RELEASES,
        observations.select_releases(known),
        request.GET,
        partial(seen.to, "data"),
        partial(seen.to, "releases-csv"),
    )
    return page(
        request,
        "data/page.jinja",
        seen,
        listed=listed,
        releases=observations.describe_releases(listed.rows, known),
        newest=seen.moment.at,
        sources=sorted({unit.source for unit in seen.definitions.indicators.values() if unit.source}),
        waiting=first_waiting(asking(request)) if is_signed_in(request) else None,
    )


@reading
def download_releases(request: HttpRequest, seen: Seen) -> StreamingHttpResponse:
    known = seen.moment.release
    rows, present = observations.select_releases(known), partial(observations.describe_releases, up_to=known)
    return download_rows(LIST_OF_RELEASES, rows, request.GET, f"releases-to-{known}", present)


@reading
def release(request: HttpRequest, seen: Seen, number: int) -> HttpResponse:
    known = observations.select_releases(seen.moment.release)
    row = next(iter(observations.describe_releases(known.filter(number=number), seen.moment.release)), None)
    if row is None:
        raise Http404(f"There is no release {number} here. The releases are listed under Data.")
    stands = something_stands(number)
    if not tells_all(seen, number):
        row = replace(row, notes=())
    shown = release_page(seen, row, observations.load_shown_in(number, seen.moment))
    return page(request, "data/release.jinja", seen, shown=shown, may_withdraw=stands and may_withdraw(request, number))


def tells_all(seen: Seen, number: int) -> bool:
    """Whether all that a release speaks of is seen: notes on its files tell of figures that were asked about."""
    sight = seen.moment.sight
    return sight.is_whole or all(map(sight.covers, subjects_of(number)))


def may_withdraw(request: HttpRequest, number: int) -> bool:
    """Whether all that a release speaks of is theirs to record; of strangers nothing is asked of the database."""
    if not is_signed_in(request) or not asking(request).holds(Permission.RECORD):
        return False
    return asking(request).may(Permission.RECORD, on=subjects_of(number))


@reading
def download_release(request: HttpRequest, seen: Seen, number: int) -> StreamingHttpResponse:
    """Every figure of a release, with what stood there before."""
    if number > seen.moment.release or not observations.select_releases(number).filter(number=number).exists():
        raise Http404(f"There is no release {number} here. The releases are listed under Data.")
    said = of_release(observations.load_shown_in(number, seen.moment), number)
    return send_csv(f"release-{number}", TITLES, write_figures(seen, said))


@needs(Permission.ACCEPT, on=of_anything)
@needs_definitions
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest, finding: int) -> HttpResponse:
    """A person takes responsibility for leaving a finding as it is, with a reason."""
    known = Finding.objects.filter(id=finding).first()
    if known is None:
        raise Http404(f"There is no finding {finding}. The findings are listed under Data.")
    asking(request).check(Permission.ACCEPT, on=known.about)
    row = findings.select_findings(observations.moment()).filter(finding=known).first()
    if row is None:
        messages.info(request, "There is nothing to accept: the checks no longer find this.")
        return redirect("findings")
    form = AcceptForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.accept(finding=finding, because=form.cleaned_data["because"], by=asking(request))
        except actions.CannotAccept as problem:
            form.refuse(str(problem), field="because")
        else:
            messages.success(request, "Accepted, with your name and reason.")
            return redirect("findings")
    return page(request, "data/accept.jinja", form=form, row=row, severity=SEVERITIES[row.severity])


@reading
def checks(request: HttpRequest, seen: Seen) -> HttpResponse:
    """Findings that are open; with `accepted=yes`, those that somebody has accepted."""
    settled = request.GET.get("accepted") == YES
    rows = findings.select_findings(seen.moment, accepted=settled)
    mode = {"accepted": YES} if settled else {}
    to, download = partial(seen.to, "findings", **mode), partial(seen.to, "findings-csv", **mode)
    listed = list_rows(list_of_findings(seen.definitions, settled), rows, request.GET, to, download)
    others = findings.select_findings(seen.moment, accepted=not settled).count()
    counts = (others, listed.counts.total) if settled else (listed.counts.total, others)
    return page(
        request, "data/findings.jinja", seen, listed=listed, settled=settled, counts=counts, severities=SEVERITIES
    )


@reading
def download_findings(request: HttpRequest, seen: Seen) -> StreamingHttpResponse:
    settled = request.GET.get("accepted") == YES
    rows = findings.select_findings(seen.moment, accepted=settled)
    name = f"{'accepted' if settled else 'open'}-findings-release-{seen.moment.release}"
    return download_rows(list_of_findings(seen.definitions, settled), rows, request.GET, name)
