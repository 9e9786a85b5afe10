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

URGENT = (F("now__urgency_band").desc(), F("now__urgency_share").desc(), F("now__exception_order").desc(), F("place"))
"""The most urgent first; those that are equal stand in the order of their framework."""


@dataclass(frozen=True)
class Urgent:
    """`first`: those that need attention first; `worst`: of each section with an entry that is off plan, the first."""

    first: tuple[Entry, ...]
    worst: tuple[Entry, ...]


def find_urgent(moment: Moment, framework: str) -> Urgent:
    """The entries have their `rating`, `worsening` (for how many periods on end) and `kind` of period. One query."""
    rows = (
        entries_at(moment, framework)
        .filter(OFF)
        .annotate(
            nth=Window(RowNumber(), order_by=URGENT),
            nth_of_section=Window(RowNumber(), partition_by=[F("section")], order_by=URGENT),
            rating=F("now__rating"),
            worsening=F("now__worsening"),
            kind=F("now__period_kind"),
        )
    )
    some = list(rows.filter(Q(nth__lte=MOST) | Q(nth_of_section=1)).order_by("nth"))
    return Urgent(tuple(row for row in some if row.nth <= MOST), tuple(row for row in some if row.nth_of_section == 1))


def find_turned(moment: Moment, before: Moment, framework: str) -> Rows:
    """Entries whose rating is another than at an earlier moment, the most urgent first, with the `rating` of now, that
    of then as `was`, and `total`, how many there are. What had no assessment then turned from nothing, and is left out.
    """
    rows = entries_at(moment, framework)
    if moment.definitions == before.definitions:
        then = Q(assessment__id=Subquery(find_newest(before)))
        rows = rows.annotate(earlier=FilteredRelation("assessment", condition=then), was=F("earlier__rating"))
    else:
        rows = rows.annotate(was=Subquery(_ratings_under(before), output_field=CharField()))
    turned: Rows = rows.filter(was__isnull=False).exclude(was=F("now__rating")).order_by(*URGENT)
    turned = turned.annotate(rating=F("now__rating"), total=Window(Count("id")))
    return turned


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
