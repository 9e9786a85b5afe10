"""What assessment said, as known at a moment."""

import logging
from functools import lru_cache

from django.db.models import Max, OuterRef, QuerySet, Subquery

from outturn.core.assess.keeping import CannotRead, from_json
from outturn.core.assess.result import Result, faulty
from outturn.records.observations.queries import Moment

from .models import Assessment

ENTRY = ("definitions", "framework", "indicator", "area")
BODY = ("id", "body", "framework", "indicator", "area")
UNREADABLE = "Not assessed: what was kept of this measure cannot be read. Assess everything again: outturn assess --all"
log = logging.getLogger(__name__)


@lru_cache(maxsize=4096)
def _parsed(assessment: int, body: str, framework: str, indicator: str, area: str) -> Result:
    """A row that cannot be read is an entry without an assessment: it never stops a page."""
    try:
        return from_json(body)
    except CannotRead:
        log.exception("Assessment %s of %s for %s cannot be read", assessment, indicator, area)
        return faulty(framework, indicator, area, UNREADABLE)


def newest(moment: Moment) -> QuerySet[Assessment]:
    """The newest assessment of each entry, up to a moment."""
    known = Assessment.objects.filter(definitions=moment.definitions, release__lte=moment.release)
    same = known.filter(**{name: OuterRef(name) for name in ENTRY}).order_by("-release")
    return known.filter(id=Subquery(same.values("id")[:1]))


def results(moment: Moment, framework: str | None = None) -> list[Result]:
    """In the order of the framework. One query however many there are."""
    rows = newest(moment) if framework is None else newest(moment).filter(framework=framework)
    return [_parsed(*row) for row in rows.order_by("framework", "position").values_list(*BODY)]


def result(moment: Moment, framework: str, indicator: str, area: str) -> Result | None:
    row = newest(moment).filter(framework=framework, indicator=indicator, area=area).values_list(*BODY).first()
    return _parsed(*row) if row else None


def of_indicator(moment: Moment, indicator: str) -> list[Result]:
    rows = newest(moment).filter(indicator=indicator).order_by("framework", "position")
    return [_parsed(*row) for row in rows.values_list(*BODY)]


def trail(framework: str, indicator: str, area: str, up_to: int) -> list[tuple[int, Result]]:
    """(release, result) of one entry, newest first."""
    rows = Assessment.objects.filter(framework=framework, indicator=indicator, area=area, release__lte=up_to)
    newest_first = rows.order_by("-release", "-definitions").values_list("release", *BODY)
    return [(release, _parsed(*row)) for release, *row in newest_first]


def assessed_up_to(definitions: int) -> dict[tuple[str, str, str], int]:
    """Entry -> the last release it was assessed at, under these definitions."""
    rows = Assessment.objects.filter(definitions=definitions).values("framework", "indicator", "area")
    return {
        (row["framework"], row["indicator"], row["area"]): row["last"]
        for row in rows.annotate(last=Max("release")).order_by()
    }
