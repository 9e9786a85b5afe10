"""Assessing what changed."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from outturn.core.access import Actor, Permission
from outturn.core.assess.keeping import CannotKeep, to_json
from outturn.core.assess.result import Result, faulty
from outturn.core.assess.series import assess as assess_series
from outturn.core.catalogue import Catalogue, Entry
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.observations.models import Observation

from .models import Assessment
from .queries import assessed_up_to


@dataclass(frozen=True)
class Assessed:
    """How many entries were assessed, of how many, at which release."""

    done: int
    entries: int
    release: int


@transaction.atomic
def assess(*, by: Actor, everything: bool = False, at: datetime | None = None) -> Assessed:
    """Assesses the entries whose series changed since they were last assessed, or all of them."""
    by.check(Permission.ASSESS)
    moment = observations.moment()
    current = catalogue.current()
    entries = current.entries()
    due = entries if everything else stale(current, moment.definitions)
    if not due:
        return Assessed(0, len(entries), moment.release)
    values = observations.shown(moment, {(entry.indicator, entry.area) for entry in due})
    results = assess_series(values, current, due, moment.release)
    _keep(results, current, moment)
    audit.note(
        by=by, verb="assessed", subject=f"release:{moment.release}", after={"entries": len(due)}, at=at or moment.at
    )
    return Assessed(len(due), len(entries), moment.release)


def stale(current: Catalogue, definitions: int) -> tuple[Entry, ...]:
    """Entries never assessed under these definitions, or with values in a later release than their assessment."""
    last = assessed_up_to(definitions)
    changed = changes_since(min(last.values(), default=0), current)
    return tuple(
        entry
        for entry in current.entries()
        if entry.key not in last or changed.get(_series(entry.indicator, entry.area, current), 0) > last[entry.key]
    )


def changes_since(release: int, current: Catalogue) -> dict[tuple[str, str], int]:
    """Series -> the last release after this one that said something about it."""
    newer = Observation.objects.filter(release__number__gt=release)
    newest = newer.values_list("indicator__slug", "area__slug").annotate(last=Max("release__number"))
    found: dict[tuple[str, str], int] = {}
    for indicator, area, number in newest.order_by():
        series = _series(indicator, area, current)
        found[series] = max(number, found.get(series, 0))
    return found


def _series(indicator: str, area: str, current: Catalogue) -> tuple[str, str]:
    """What changes together: where small counts are hidden, a figure of one area can hide or show that of another."""
    known = current.indicators.get(indicator)
    return (indicator, "") if known and known.suppression else (indicator, area)


UNKEPT = "Not assessed: the assessment gave no number where one belongs ({}). Tell whoever looks after Outturn."
log = logging.getLogger(__name__)


def _written(results: list[Result]) -> Iterator[tuple[Result, str]]:
    """Each result with its text. What could not be read back is kept as a fault: the others are not held up by it."""
    for result in results:
        try:
            yield result, to_json(result)
        except CannotKeep as problem:
            log.exception("The assessment of %s cannot be kept", " ".join(result.key))
            fault = faulty(*result.key, UNKEPT.format(problem))
            yield fault, to_json(fault)


def _keep(results: list[Result], current: Catalogue, moment: observations.Moment) -> None:
    position = {entry.key: number for number, entry in enumerate(current.entries())}
    Assessment.objects.bulk_create(
        [
            Assessment(
                release=moment.release,
                definitions=moment.definitions,
                framework=result.framework,
                indicator=result.indicator,
                area=result.area,
                position=position[result.key],
                rating=result.rating.key,
                body=body,
            )
            for result, body in _written(results)
        ],
        update_conflicts=True,
        unique_fields=["definitions", "framework", "indicator", "area", "release"],
        update_fields=["rating", "body", "position"],
        batch_size=500,
    )
