"""Today: the sentence, what changed, the worst by area of work, what comes next."""

from django.http import HttpRequest, HttpResponse

from outturn.records.findings.queries import worst_open
from outturn.records.observations.queries import before_release, releases
from outturn.records.reports.queries import editions
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
        releases(up_to=moment.release),
        *worst_open(moment),
        editions(up_to=moment.on, sight=moment.sight),
    )
    return page(request, "today/page.jinja", seen, shown=shown)
