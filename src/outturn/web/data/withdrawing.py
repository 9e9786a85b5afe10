"""Withdrawing a release on the site: first what would change, then the reason, then the release that takes it back."""

from dataclasses import dataclass

import polars as pl
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from outturn.core.access import Permission
from outturn.core.catalogue import name_role
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.cells import show_in_role
from outturn.core.sense.figures import area_name
from outturn.records.cycle.actions import NotAssessed
from outturn.records.cycle.actions import withdraw as take_back
from outturn.records.observations import queries as observations
from outturn.records.observations.withdrawals import CannotWithdraw, Place, Reversal, reversal
from outturn.web.data.forms import WithdrawForm
from outturn.web.data.presenter import find_name
from outturn.web.needs import asking, needs, of_anything
from outturn.web.pages import needs_definitions, page
from outturn.web.seen import Seen, see

MOST_ROWS = 50
PLACE = ["indicator", "area", "role", "period_kind", "start", "end"]
NOTHING = "nothing known"


@dataclass(frozen=True)
class Returning:
    """A figure that would be taken back: what is known now, and what would be."""

    name: str
    area: str
    period: str
    role: str
    now: str
    then: str


@needs(Permission.RECORD, on=of_anything)
@needs_definitions
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """The page that says what would change, and its answer."""
    at = see(request)
    try:
        what = reversal(number)
    except CannotWithdraw as problem:
        raise Http404(str(problem)) from None
    asking(request).check(Permission.RECORD, on=what.subjects)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            done = take_back(release=number, because=form.cleaned_data["because"], by=asking(request))
        except (CannotWithdraw, NotAssessed) as problem:
            form.refuse(str(problem), field="because")
        else:
            messages.success(request, f"Release {done.release} withdraws release {number}: {done.sentence}")
            return redirect("data-release", done.release)
    rows = list_returning(at, what)
    rest = len(what.back) - len(rows)
    return page(request, "data/withdraw.jinja", at, what=what, rows=rows, rest=rest, form=form)


def list_returning(at: Seen, what: Reversal) -> list[Returning]:
    """The first figures that would be taken back, as they may be shown."""
    now, then = load_now(at, what), load_before(at, what)
    return [row_of(at, place, now, then) for place in what.places[:MOST_ROWS]]


def load_now(at: Seen, what: Reversal) -> dict[tuple, dict]:
    series = {(indicator, area) for indicator, area, *_ in what.places}
    return by_place(observations.load_shown(at.moment, series))


def load_before(at: Seen, what: Reversal) -> dict[tuple, dict]:
    return by_place(observations.load_shown_in(what.release.number - 1, at.moment))


def by_place(shown: pl.DataFrame) -> dict[tuple, dict]:
    return {tuple(row[name] for name in PLACE): row for row in shown.iter_rows(named=True)}


def row_of(at: Seen, place: Place, now: dict[tuple, dict], then: dict[tuple, dict]) -> Returning:
    indicator, area, role, kind, start, end = place
    name, _, unit = find_name(at, indicator, area)

    def words(row: dict | None) -> str:
        if row is None:
            return NOTHING
        return show_in_role(unit, role, row["value"], row["state"], row["text"]) if unit else row["printed"]

    period = Period(PeriodKind(kind), start, end).label
    said_of = name_role(role)
    where = area_name(area, at.definitions)
    return Returning(name, where, period, said_of, words(now.get(place)), words(then.get(place)))
