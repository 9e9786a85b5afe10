"""The one-page outcomes framework on screen."""

from django.http import Http404, HttpRequest, HttpResponse

from outturn.core.catalogue import Framework
from outturn.records.commentary import queries as commentary
from outturn.web.components.said import of_sections
from outturn.web.outcomes.asked import asked
from outturn.web.outcomes.presenter import framework_page
from outturn.web.outcomes.rows import paper_of
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
    paper, wanted = paper_of(seen, chosen), asked(request.GET)
    shown = framework_page(seen, chosen, paper, wanted)
    texts = of_sections(seen, chosen, commentary.notes(seen.moment, chosen.slug), wanted.section)
    return page(request, "outcomes/page.jinja", seen, card=shown, texts=texts)
