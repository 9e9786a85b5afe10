"""Packs: what is published, its editions and their files."""

from functools import partial

from csp.decorators import csp_exempt
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse

from outturn.core.access import Permission
from outturn.records.reports import queries as reports
from outturn.records.reports.models import Edition
from outturn.web.listing.download import download_rows
from outturn.web.listing.showing import list_rows
from outturn.web.needs import asking, needs, of_address
from outturn.web.packs.lists import list_of_editions
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
    newest = reports.newest_editions(seen.moment.on, seen.moment.sight)
    return page(request, "packs/packs.jinja", seen, shown=packs_page(seen, newest))


@reading
def pack(request: HttpRequest, seen: Seen, pack: str) -> HttpResponse:
    editions = find_editions(seen, pack)
    to, download = partial(seen.to, "pack", pack), partial(seen.to, "editions-csv", pack)
    listed = list_rows(list_of_editions(not seen.moment.latest), editions, request.GET, to, download)
    last = editions.first()
    return page(request, "packs/pack.jinja", seen, shown=pack_page(seen, pack, last.title if last else "", listed))


@reading
def download_editions(request: HttpRequest, seen: Seen, pack: str) -> StreamingHttpResponse:
    listing = list_of_editions(not seen.moment.latest)
    name = f"editions-{pack}"
    return download_rows(listing, find_editions(seen, pack), request.GET, name, reports.describe_editions)


def find_editions(seen: Seen, pack: str) -> QuerySet[Edition]:
    editions = reports.select_editions(pack, up_to=seen.moment.on, sight=seen.moment.sight)
    if pack not in seen.definitions.packs and not editions.exists():
        raise Http404(f"There is no pack called '{pack}'.")
    return editions


@reading
def edition(request: HttpRequest, seen: Seen, pack: str, edition: str) -> HttpResponse:
    found = reports.edition(pack, edition, seen.moment.sight)
    if found is None:
        raise Http404(f"There is no edition '{edition}' of '{pack}'.")
    return page(request, "packs/edition.jinja", seen, shown=edition_page(seen, found))


@needs(Permission.READ, on=of_address)
@csp_exempt()  # type: ignore[arg-type]
def file(request: HttpRequest, pack: str, edition: str, name: str) -> HttpResponse:
    """A file exactly as published. The report opens in the browser, under a policy that lets it run nothing."""
    there = reports.edition(pack, edition, asking(request).visible())
    found = reports.file(pack, edition, name) if there else None
    if found is None:
        raise Http404(f"The edition '{edition}' of '{pack}' has no file '{name}'.")
    data, content_type = found
    response = HttpResponse(data, content_type=content_type)
    shown = name.endswith((".html", ".pdf"))
    response["Content-Disposition"] = f'{"inline" if shown else "attachment"}; filename="{pack}-{edition}-{name}"'
    response["Content-Security-Policy"] = REPORT_POLICY
    return response
