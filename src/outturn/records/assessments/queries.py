"""What assessment said, as known at a moment."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.db.models import Max, OuterRef, QuerySet, Subquery

from outturn.core.assess.keeping import CannotRead, from_json
from outturn.core.assess.result import Result, faulty
from outturn.core.catalogue import Entry
from outturn.core.suppress.declared import families
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.observations.queries import Moment
from outturn.records.scopes import within

from .models import Assessment

ENTRY = ("definitions", "framework", "indicator", "area")
BODY = ("release", "id", "body", "framework", "indicator", "area")
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


def _told(moment: Moment, release: int, *row: Any) -> Result:
    """A result as it stands at a moment: what was assessed at an earlier release came with none of the last one."""
    found = _parsed(*row)
    if release == moment.release or not found.latest.updated:
        return found
    return replace(found, latest=replace(found.latest, updated=False))


def known(moment: Moment) -> QuerySet[Assessment]:
    """Every assessment under the definitions of a moment, up to it."""
    rows = Assessment.objects.filter(definitions=moment.definitions, act__lte=moment.number)
    return within(rows, moment.sight, {name: name for name in ("framework", "indicator", "area")})


def newest(moment: Moment) -> QuerySet[Assessment]:
    """The newest assessment of each entry, up to a moment."""
    same = known(moment).filter(**{name: OuterRef(name) for name in ENTRY}).order_by("-act_id")
    return known(moment).filter(id=Subquery(same.values("id")[:1]))


def results(moment: Moment, framework: str | None = None) -> list[Result]:
    """In the order of the framework. One query however many there are."""
    rows = newest(moment) if framework is None else newest(moment).filter(framework=framework)
    return [_told(moment, *row) for row in rows.order_by("framework", "position").values_list(*BODY)]


def result(moment: Moment, framework: str, indicator: str, area: str) -> Result | None:
    row = newest(moment).filter(framework=framework, indicator=indicator, area=area).values_list(*BODY).first()
    return _told(moment, *row) if row else None


def of_indicator(moment: Moment, indicator: str) -> list[Result]:
    rows = newest(moment).filter(indicator=indicator).order_by("framework", "position")
    return [_told(moment, *row) for row in rows.values_list(*BODY)]


def stale(moment: Moment) -> tuple[Entry, ...]:
    """Entries never assessed under these definitions, or with values in a later release than their assessment.

    None of them at any moment of a site that brings in by `records.cycle`.
    """
    current = catalogue.at(moment.definitions)
    last, together = assessed_up_to(moment), families(current)
    changed = changes_since(min(last.values(), default=0), moment.release, together)
    return tuple(
        entry
        for entry in current.entries()
        if entry.key not in last or changed.get(_series(entry.indicator, entry.area, together), 0) > last[entry.key]
    )


def assessed_up_to(moment: Moment) -> dict[tuple[str, str, str], int]:
    """Entry -> the last release it was assessed at."""
    rows = known(moment).values("framework", "indicator", "area").annotate(last=Max("release")).order_by()
    return {(row["framework"], row["indicator"], row["area"]): row["last"] for row in rows}


def changes_since(release: int, up_to: int, together: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """Series -> the last release after this one, up to another, that said something about it."""
    found: dict[tuple[str, str], int] = {}
    for indicator, area, number in observations.list_spoken_of(release, up_to):
        series = _series(indicator, area, together)
        found[series] = max(number, found.get(series, 0))
    return found


def _series(indicator: str, area: str, together: Mapping[str, str]) -> tuple[str, str]:
    """What changes together: where small counts are hidden, any figure they hang on can hide another."""
    return (together[indicator], "") if indicator in together else (indicator, area)
