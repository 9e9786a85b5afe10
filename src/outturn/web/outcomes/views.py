"""The one-page outcomes framework on screen."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse

from outturn.core.catalogue import Framework
from outturn.records.assessments.newest import entries_at
from outturn.records.commentary import queries as commentary
from outturn.web.components.said import of_sections
from outturn.web.listing.download import download_rows
from outturn.web.outcomes.lists import list_of_framework
from outturn.web.outcomes.presenter import framework_page
from outturn.web.outcomes.rows import find_before, read_rows
from outturn.web.pages import page, reading
from outturn.web.seen import Seen


def framework_of(seen: Seen, slug: str) -> Framework:
    """The one asked for, else the first; 404 says when there is none."""
    found = [each for each in seen.definitions.frameworks.values() if each.shows.on_one_page]
    if slug:
        found = [each for each in found if each.slug == slug]
    if not found:
        called = f" called '{slug}'" if slug else ""
        raise Http404(f"There is no outcomes framework{called}.")
    return found[0]


@reading
def outcomes(request: HttpRequest, seen: Seen, framework: str = "") -> HttpResponse:
    chosen = framework_of(seen, framework)
    card = framework_page(seen, chosen, request.GET)
    texts = of_sections(seen, chosen, commentary.notes(seen.moment, chosen.slug), card.listed)
    return page(request, "outcomes/page.jinja", seen, card=card, texts=texts)


@reading
def download(request: HttpRequest, seen: Seen, framework: str) -> StreamingHttpResponse:
    chosen = framework_of(seen, framework)
    before, rows = find_before(seen, chosen), entries_at(seen.moment, chosen.slug)
    listing = list_of_framework(seen.definitions, chosen, before)
    name = f"{chosen.slug}-release-{seen.moment.release}"
    return download_rows(listing, rows, request.GET, name, partial(read_rows, seen, before=before))
