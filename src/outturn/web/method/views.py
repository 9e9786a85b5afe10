"""How figures are made: short pages in plain words."""

from django.http import HttpRequest, HttpResponse

from outturn.core.report.say.method import list_icons
from outturn.web.method.presenter import rule_sets, schemes
from outturn.web.pages import page, reading
from outturn.web.seen import Seen


@reading
def method(request: HttpRequest, seen: Seen) -> HttpResponse:
    return page(request, "method/page.jinja", seen)


@reading
def ratings(request: HttpRequest, seen: Seen) -> HttpResponse:
    return page(request, "method/ratings.jinja", seen, schemes=schemes(seen))


@reading
def charts(request: HttpRequest, seen: Seen) -> HttpResponse:
    names, rows = rule_sets()
    return page(request, "method/charts.jinja", seen, names=names, rows=rows, icons=list_icons())


@reading
def time(request: HttpRequest, seen: Seen) -> HttpResponse:
    return page(request, "method/as-known.jinja", seen)


@reading
def suppression(request: HttpRequest, seen: Seen) -> HttpResponse:
    hidden = [unit for unit in seen.definitions.indicators.values() if unit.suppression]
    return page(request, "method/suppression.jinja", seen, hidden=hidden)
