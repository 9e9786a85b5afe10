"""The scorecard: every measure of a framework in one table."""

from django.http import Http404, HttpRequest, HttpResponse

from outturn.core.catalogue import Framework
from outturn.records.assessments.queries import results
from outturn.records.commentary import queries as commentary
from outturn.web.components.said import of_sections
from outturn.web.pages import page, reading
from outturn.web.scorecard.asked import asked, fits, ordered
from outturn.web.scorecard.finance import is_finance, money
from outturn.web.scorecard.presenter import lines_of
from outturn.web.scorecard.presenter import scorecard as present
from outturn.web.scorecard.sheet import sheet
from outturn.web.seen import Seen


def framework_of(seen: Seen, slug: str) -> Framework:
    frameworks = seen.definitions.frameworks
    if slug and slug not in frameworks:
        raise Http404(f"There is no framework called '{slug}'.")
    return frameworks[slug] if slug else first_framework(seen)


def first_framework(seen: Seen) -> Framework:
    """The priorities, where there are any; else the first framework."""
    frameworks = list(seen.definitions.frameworks.values())
    if not frameworks:
        raise Http404("No framework is defined yet.")
    return next((each for each in frameworks if each.kind == "priorities"), frameworks[0])


@reading
def scorecard(request: HttpRequest, seen: Seen, framework: str = "") -> HttpResponse:
    chosen = framework_of(seen, framework)
    found, wanted = results(seen.moment), asked(request.GET)
    card = present(seen, chosen, found, wanted)
    texts = of_sections(seen, chosen, commentary.notes(seen.moment, chosen.slug), found, wanted.section)
    lines = [line for group in card.groups for line in group.lines]
    kind = "finance" if chosen.kind == "finance" and is_finance(lines) else "page"
    rows = [money(seen, line) for line in lines] if kind == "finance" else []
    return page(request, f"scorecard/{kind}.jinja", seen, card=card, rows=rows, texts=texts)


@reading
def download(request: HttpRequest, seen: Seen, framework: str) -> HttpResponse:
    chosen, wanted = framework_of(seen, framework), asked(request.GET)
    lines = ordered([line for line in lines_of(seen, chosen, results(seen.moment)) if fits(line, wanted)], wanted)
    response = HttpResponse("\ufeff" + sheet(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = (
        f'attachment; filename="scorecard-{chosen.slug}-release-{seen.moment.release}.csv"'
    )
    return response
