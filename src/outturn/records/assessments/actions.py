"""Assessing what changed."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from outturn.core.access import Actor, Permission
from outturn.core.assess.keeping import CannotKeep
from outturn.core.assess.result import Result, faulty
from outturn.core.assess.series import assess as assess_series
from outturn.core.catalogue import Entry
from outturn.core.subject import Subject
from outturn.records.audit import actions as audit
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.observations.hiding import decide
from outturn.records.sequence import actions as sequence
from outturn.records.sequence.models import Act

from .columns import fill_row
from .models import Assessment, Points
from .stale import stale


@dataclass(frozen=True)
class Assessed:
    """How many entries were assessed, of how many, at which release."""

    done: int
    entries: int
    release: int


@transaction.atomic
def assess(*, by: Actor, everything: bool = False, at: datetime | None = None, act: Act | None = None) -> Assessed:
    """Assesses the entries whose series changed since they were last assessed, or all of them.

    The results become known by the act given (of the release or the definitions that they follow from), or by one of
    their own.
    """
    by.check(Permission.ASSESS)
    decide()
    moment = observations.moment()
    current = catalogue.current()
    entries = current.entries()
    due = entries if everything else stale(moment)
    if not due:
        return Assessed(0, len(entries), moment.release)
    values = observations.load_shown(moment, {(entry.indicator, entry.area) for entry in due})
    results = assess_series(values, current, due, moment.release)
    act = act or sequence.take(by=by, verb="assessed", at=at)
    _keep(due, results, moment, act)
    audit.note(
        by=by, verb="assessed", subject=Subject(release=str(moment.release)), after={"entries": len(due)}, at=act.at
    )
    return Assessed(len(due), len(entries), moment.release)


UNKEPT = "Not assessed: the assessment gave no number where one belongs ({}). Tell whoever looks after Outturn."
log = logging.getLogger(__name__)


def _fill(entries: tuple[Entry, ...], results: list[Result]) -> Iterator[tuple[Entry, dict[str, Any], str]]:
    """Each entry with its columns and points. What could not be read back is kept as a fault: the others are not held
    up by it."""
    for entry, result in zip(entries, results, strict=True):
        try:
            yield entry, *fill_row(entry, result)
        except CannotKeep as problem:
            log.exception("The assessment of %s cannot be kept", " ".join(result.key))
            yield entry, *fill_row(entry, faulty(*result.key, UNKEPT.format(problem)))


def _keep(entries: tuple[Entry, ...], results: list[Result], moment: observations.Moment, act: Act) -> None:
    ids = catalogue.entry_ids(moment.definitions)
    points: list[tuple[int, str]] = []
    rows = []
    for entry, columns, series in _fill(entries, results):
        rows.append(Assessment(act=act, release=moment.release, entry_id=ids[entry.key], **columns))
        points += [(ids[entry.key], series)] if series else []
    Assessment.objects.bulk_create(rows, batch_size=500)
    kept = dict(Assessment.objects.filter(act=act).values_list("entry_id", "id"))
    Points.objects.bulk_create((Points(assessment_id=kept[entry], body=body) for entry, body in points), batch_size=500)
