"""The page of one indicator."""

from django.http import Http404, HttpRequest, HttpResponse

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry
from outturn.records.assessments import queries as assessments
from outturn.records.assessments.beside import ranks_beside
from outturn.records.commentary import queries as commentary
from outturn.records.observations import queries as observations
from outturn.records.reports import queries as reports
from outturn.web.indicator.history import said
from outturn.web.indicator.presenter import portrait
from outturn.web.pages import page, reading
from outturn.web.seen import Seen


def entry_of(seen: Seen, indicator: str, area: str, framework: str) -> Entry:
    """The entry asked for; without a framework, the first one the indicator stands in."""
    uses = seen.definitions.find_uses(indicator)
    fits = [use for use in uses if (not area or use.area == area) and (not framework or use.framework == framework)]
    if not fits:
        where = f" for '{area}'" if area else ""
        raise Http404(f"There is no measure called '{indicator}'{where}. Find it on the scorecard.")
    return fits[0]


@reading
def indicator(request: HttpRequest, seen: Seen, indicator: str, area: str = "") -> HttpResponse:
    entry = entry_of(seen, indicator, area, request.GET.get("in", ""))
    unit, moment = seen.definitions.indicators[entry.indicator], seen.moment
    shown = portrait(
        seen,
        entry,
        assessments.result(moment, *entry.key) or Result(*entry.key),
        assessments.of_indicators(moment, {indicator}),
        ranks_beside(moment, {indicator}),
        commentary.notes(moment, indicator=indicator),
        reports.editions(up_to=moment.on, sight=moment.sight),
        said(observations.history(moment, indicator, entry.area), unit),
        request.GET.get("from", "")[:400],
    )
    return page(request, "indicator/page.jinja", seen, shown=shown)
