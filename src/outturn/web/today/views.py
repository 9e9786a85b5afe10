"""Today: the sentence, what changed, the worst by area of work, what comes next."""

from django.http import HttpRequest, HttpResponse

from outturn.records.findings.queries import worst_open
from outturn.records.observations.queries import before_release, select_releases
from outturn.records.reports.queries import describe_editions, select_editions
from outturn.web.pages import page, reading
from outturn.web.scorecard.views import first_framework
from outturn.web.seen import Seen
from outturn.web.today.presenter import today as present


@reading
def today(request: HttpRequest, seen: Seen) -> HttpResponse:
    framework, moment = first_framework(seen), seen.moment
    shown = present(
        seen,
        framework,
        before_release(moment),
        list(select_releases(up_to=moment.release)[:2]),
        *worst_open(moment),
        describe_editions(select_editions(up_to=moment.on, sight=moment.sight)[:1]),
    )
    return page(request, "today/page.jinja", seen, shown=shown)
