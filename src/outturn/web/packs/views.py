"""Packs: what is published, its editions and their files."""

from csp.decorators import csp_exempt
from django.http import Http404, HttpRequest, HttpResponse

from outturn.core.access import Permission
from outturn.records.reports import queries as reports
from outturn.web.needs import needs, of_address
from outturn.web.packs.presenter import edition_page, pack_page, packs_page
from outturn.web.pages import page, reading
from outturn.web.seen import Seen

REPORT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The report is one file with its style inside; it may show itself and run nothing."""


@reading
def packs(request: HttpRequest, seen: Seen) -> HttpResponse:
    return page(
        request,
        "packs/packs.jinja",
        seen,
        shown=packs_page(seen, reports.editions(up_to=seen.moment.on, sight=seen.moment.sight)),
    )


@reading
def pack(request: HttpRequest, seen: Seen, pack: str) -> HttpResponse:
    editions = reports.editions(pack, up_to=seen.moment.on, sight=seen.moment.sight)
    if pack not in seen.definitions.packs and not editions:
        raise Http404(f"There is no pack called '{pack}'.")
    return page(request, "packs/pack.jinja", seen, shown=pack_page(seen, pack, editions))


@reading
def edition(request: HttpRequest, seen: Seen, pack: str, edition: str) -> HttpResponse:
    found = reports.edition(pack, edition)
    if found is None:
        raise Http404(f"There is no edition '{edition}' of '{pack}'.")
    return page(request, "packs/edition.jinja", seen, shown=edition_page(seen, found))


@needs(Permission.READ, on=of_address)
@csp_exempt()  # type: ignore[arg-type]
def file(request: HttpRequest, pack: str, edition: str, name: str) -> HttpResponse:
    """A file exactly as published. The report opens in the browser, under a policy that lets it run nothing."""
    found = reports.file(pack, edition, name)
    if found is None:
        raise Http404(f"The edition '{edition}' of '{pack}' has no file '{name}'.")
    data, content_type = found
    response = HttpResponse(data, content_type=content_type)
    shown = name.endswith((".html", ".pdf"))
    response["Content-Disposition"] = f'{"inline" if shown else "attachment"}; filename="{pack}-{edition}-{name}"'
    response["Content-Security-Policy"] = REPORT_POLICY
    return response
