"""The scorecard: every measure of a framework in one table."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse

from outturn.core.catalogue import Framework, sort_frameworks
from outturn.core.report.tables.finance import HALVES
from outturn.records.assessments.overview import look_over
from outturn.records.commentary import queries as commentary
from outturn.web.components.line import read_lines
from outturn.web.components.said import of_sections
from outturn.web.listing.download import download_rows
from outturn.web.pages import page, reading
from outturn.web.scorecard.finance import is_finance, money
from outturn.web.scorecard.presenter import list_entries
from outturn.web.scorecard.presenter import scorecard as present
from outturn.web.seen import Seen


def framework_of(seen: Seen, slug: str) -> Framework:
    frameworks = seen.definitions.frameworks
    if slug and slug not in frameworks:
        raise Http404(f"There is no framework called '{slug}'.")
    return frameworks[slug] if slug else first_framework(seen)


def first_framework(seen: Seen) -> Framework:
    """The priorities, where there are any; else what comes after them."""
    frameworks = sort_frameworks(seen.definitions.frameworks.values())
    if not frameworks:
        raise Http404("No framework is defined yet.")
    return frameworks[0]


@reading
def scorecard(request: HttpRequest, seen: Seen, framework: str = "") -> HttpResponse:
    chosen = framework_of(seen, framework)
    card = present(seen, chosen, request.GET)
    texts = of_sections(seen, chosen, commentary.notes(seen.moment, chosen.slug), card.listed)
    kind = "finance" if chosen.shows.full_year and is_finance(card.lines) else "page"
    rows = [money(seen, line) for line in card.lines] if kind == "finance" else []
    return page(request, f"scorecard/{kind}.jinja", seen, card=card, rows=rows, halves=HALVES, texts=texts)


@reading
def download(request: HttpRequest, seen: Seen, framework: str) -> StreamingHttpResponse:
    chosen = framework_of(seen, framework)
    listing, rows = list_entries(seen, chosen, look_over(seen.moment, chosen.slug))
    name = f"scorecard-{chosen.slug}-release-{seen.moment.release}"
    return download_rows(listing, rows, request.GET, name, partial(read_lines, seen, beside=True))
