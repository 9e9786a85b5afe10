"""What needs somebody first: the most urgent, the worst of each section, ratings that changed, ambitions that fall due.

The order is that of `core.report.say.order`, whose keys stand in columns.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, F, FilteredRelation, Min, OuterRef, Q, Subquery, Window
from django.db.models.functions import RowNumber

from outturn.core.report.say.order import MOST
from outturn.records.catalogue.models import Entry
from outturn.records.observations.queries import Moment

from .models import Assessment
from .newest import OFF, RATED, Rows, entries_at, find_newest
from .overview import Overview

URGENT = (F("now__urgency_band").desc(), F("now__urgency_share").desc(), F("now__exception_order").desc(), F("place"))
"""The most urgent first; those that are equal stand in the order of their framework."""


def find_first(moment: Moment, framework: str) -> list[Entry]:
    """Those off plan that need attention first, with their `rating`, `worsening` (for how many periods on end) and
    `kind` of period."""
    rows = entries_at(moment, framework).filter(OFF).order_by(*URGENT)
    said = {"rating": F("now__rating"), "worsening": F("now__worsening"), "kind": F("now__period_kind")}
    return list(rows.only("place", "name").annotate(**said)[:MOST])


def find_worst(moment: Moment, framework: str, overview: Overview) -> Rows:
    """Of each section with an entry that is off plan, the one that needs attention first: `place`, `name`, `section`,
    `rating`.

    `overview` tells how far off plan the worst ones are, so that only those that are as far off are held against each
    other.
    """
    nth = Window(RowNumber(), partition_by=[F("section")], order_by=URGENT)
    as_far = entries_at(moment, framework).filter(OFF, now__urgency_share__in=overview.worst_shares).order_by()
    rows: Rows = as_far.annotate(nth=nth, rating=F("now__rating")).filter(nth=1)
    return rows.values_list("place", "name", "section", "rating", named=True)


def find_turned(moment: Moment, before: Moment, framework: str) -> Rows:
    """Entries whose rating is another than at an earlier moment, the most urgent first: `place`, `name`, the `rating`
    of now, that of then as `was`, and how many there are in all, `total`.

    What had no assessment then turned from nothing, and is left out.
    """
    rows = entries_at(moment, framework)
    if moment.definitions == before.definitions:
        then = Q(assessment__id=Subquery(find_newest(before)))
        rows = rows.filter(now__act__gt=before.number)  # what was not assessed since cannot have turned
        rows = rows.annotate(earlier=FilteredRelation("assessment", condition=then), was=F("earlier__rating"))
    else:
        rows = rows.annotate(was=Subquery(_ratings_under(before), output_field=CharField()))
    rows = rows.annotate(rating=F("now__rating"))
    turned = rows.filter(Q(was__lt=F("rating")) | Q(was__gt=F("rating"))).order_by(*URGENT)
    counted: Rows = turned.annotate(total=Window(Count("id")))
    return counted.values_list("place", "name", "rating", "was", "total", named=True)


def _ratings_under(before: Moment) -> Rows:
    """The rating of an outer entry under the definitions of an earlier moment."""
    same = {f"entry__{name}": OuterRef(name) for name in ("framework", "indicator", "area")}
    known = Assessment.objects.filter(**same, entry__version__number=before.definitions, act__lte=before.number)
    return known.order_by("-act_id").values("rating")[:1]


@dataclass(frozen=True)
class DueDay:
    """`first`: the place of the first of the entries with an ambition that falls due on the day."""

    on: date
    total: int
    rated: int
    off: int
    first: int


def due_days(moment: Moment, framework: str, since: date, most: int = 2) -> list[DueDay]:
    """The next days on which ambitions fall due. One query."""
    rows = entries_at(moment, framework).filter(due__on__gte=since).order_by().values("due__on")
    counted = rows.annotate(
        total=Count("id"), rated=Count("id", filter=RATED), off=Count("id", filter=OFF), first=Min("place")
    )
    return [
        DueDay(row["due__on"], row["total"], row["rated"], row["off"], row["first"])
        for row in counted.order_by("due__on")[:most]
    ]
