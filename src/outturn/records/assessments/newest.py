"""The newest assessment of each entry, as known at a moment: what every question to this room begins from.

It is looked up from the entry: one step in an index for each, however often the entry was assessed. Why that, and not
a window over all that was ever assessed, is in the decision about results as rows.
"""

from typing import Any

from django.db.models import FilteredRelation, OuterRef, Q, QuerySet, Subquery

from outturn.records.catalogue.models import Entry, Version
from outturn.records.catalogue.scopes import entries_within
from outturn.records.observations.queries import Moment

from .lookup import select_with_lookups
from .models import Assessment

Rows = QuerySet[Any, Any]
"""Of entries with what was assessed of them: the checker of types cannot know of `now`."""


def entries_at(moment: Moment, framework: str | None = None) -> Rows:
    """The entries of the definitions of a moment, in order, each with its newest assessment then as `now`.

    One never assessed under these definitions has nothing in the columns of `now`.
    """
    version = Version.objects.filter(number=moment.definitions).order_by().values("id")
    rows = entries_within(select_with_lookups(Entry).filter(version=Subquery(version)), moment.sight)
    if framework is not None:
        rows = rows.filter(framework=framework)
    newest = Q(assessment__id=Subquery(find_newest(moment)))
    return rows.annotate(now=FilteredRelation("assessment", condition=newest)).order_by("framework", "place")


def find_newest(moment: Moment) -> QuerySet[Any, Any]:
    """The number of the newest assessment of an outer entry, up to a moment."""
    same = Assessment.objects.filter(entry=OuterRef("pk"), act__lte=moment.number)
    return same.order_by("-act_id").values("id")[:1]


def have_new_figure(moment: Moment) -> Q:
    """Entries whose figure came with the last release of the moment: what was assessed at an earlier one did not."""
    return Q(now__updated=True, now__release=moment.release)


MET, ADVERSE = "met", "adverse"
RATED_MEANINGS = (MET, ADVERSE)
OFF = Q(now__means=ADVERSE)
RATED = Q(now__means__in=RATED_MEANINGS)
RANKED = Q(now__rank__isnull=False)
