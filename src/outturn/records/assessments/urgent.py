"""What needs somebody first: the most urgent, the worst of each section, ratings that changed, ambitions that fall due.

The order is that of `core.report.say.order`, whose keys stand in columns.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, F, Min, OuterRef, Subquery, Window
from django.db.models.functions import RowNumber

from outturn.core.report.say.order import MOST
from outturn.records.catalogue.models import Entry
from outturn.records.observations.queries import Moment

from .models import Assessment
from .newest import OFF, RATED, Rows, entries_at

URGENT = (F("now__urgency_band").desc(), F("now__urgency_share").desc(), F("now__exception_order").desc(), F("place"))
"""The most urgent first; those that are equal stand in the order of their framework."""


def most_urgent(moment: Moment, framework: str) -> list[Entry]:
    """Those off plan that need attention first, with `worsening` (for how many periods on end) and `kind` of period."""
    rows = entries_at(moment, framework).filter(OFF).order_by(*URGENT)
    return list(rows.annotate(worsening=F("now__worsening"), kind=F("now__period_kind"))[:MOST])


def worst_of_sections(moment: Moment, framework: str) -> list[Entry]:
    """Of each section with an entry that is off plan, the one that needs attention first. One query."""
    place = Window(RowNumber(), partition_by=[F("section")], order_by=URGENT)
    return list(entries_at(moment, framework).filter(OFF).annotate(nth=place).filter(nth=1))


def find_turned(moment: Moment, before: Moment, framework: str) -> Rows:
    """Entries whose rating is another than at an earlier moment, the most urgent first, with the rating of then as
    `was`. What had no assessment then turned from nothing, and is left out."""
    rows = entries_at(moment, framework)
    if moment.definitions == before.definitions:
        rows = rows.filter(now__act__gt=before.number)
    same = {name: OuterRef(name) for name in ("framework", "indicator", "area")}
    earlier = Assessment.objects.filter(
        **{f"entry__{name}": outer for name, outer in same.items()},
        entry__version__number=before.definitions,
        act__lte=before.number,
    )
    was = Subquery(earlier.order_by("-act_id").values("rating")[:1], output_field=CharField())
    return rows.annotate(was=was).exclude(was=None).exclude(was=F("now__rating")).order_by(*URGENT)


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
