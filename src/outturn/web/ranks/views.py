"""Ranks against peers."""

from django.http import Http404, HttpRequest, HttpResponse

from outturn.records.commentary import queries as commentary
from outturn.web.components.said import of_sections
from outturn.web.pages import page, reading
from outturn.web.ranks.presenter import ranks as present
from outturn.web.seen import Seen


@reading
def ranks(request: HttpRequest, seen: Seen) -> HttpResponse:
    framework = next((each for each in seen.definitions.frameworks.values() if each.shows.ranked), None)
    if framework is None:
        raise Http404("No framework of ranks is defined. Add one to the definitions and load them again.")
    shown = present(seen, framework, request.GET)
    texts = of_sections(seen, framework, commentary.notes(seen.moment, framework.slug), shown.listed)
    return page(request, "ranks/page.jinja", seen, shown=shown, texts=texts)
