"""What assessment said of entries, as known at a moment: results, put together from their rows without computing."""

import logging
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from outturn.core.assess.keeping import CannotRead, put_together, read_points
from outturn.core.assess.result import Result, faulty
from outturn.records.catalogue.models import Entry
from outturn.records.observations.queries import Moment

from .columns import READ
from .newest import Rows, entries_at

KEY = ("framework", "indicator", "area")
UNREADABLE = "Not assessed: what was kept of this measure cannot be read. Assess everything again: outturn assess --all"
log = logging.getLogger(__name__)


def results(moment: Moment, framework: str | None = None, points: bool = True) -> list[Result]:
    """All that were assessed, in the order of their framework. One query however many there are.

    Papers and checks need all of them; a page asks for the rows that it shows: `results_of`.
    """
    rows = entries_at(moment, framework).filter(now__isnull=False)
    return [result for _, result in read_results(rows, moment, points)]


def result(moment: Moment, framework: str, indicator: str, area: str) -> Result | None:
    rows = entries_at(moment, framework).filter(indicator=indicator, area=area, now__isnull=False)
    return next((result for _, result in read_results(rows, moment)), None)


def of_indicator(moment: Moment, indicator: str) -> list[Result]:
    rows = entries_at(moment).filter(indicator=indicator, now__isnull=False)
    return [result for _, result in read_results(rows, moment)]


def of_indicators(moment: Moment, indicators: Collection[str]) -> list[Result]:
    """The results of some indicators in every framework and area, without points. One query; none for none."""
    if not indicators:
        return []
    rows = entries_at(moment).filter(indicator__in=indicators, now__isnull=False)
    return [result for _, result in read_results(rows, moment, points=False)]


def results_of(moment: Moment, rows: Iterable[Entry], points: bool = False) -> list[Result]:
    """The results of some entries, in the order given. One query."""
    wanted = list(rows)
    found = dict(read_results(entries_at(moment).filter(id__in=[row.pk for row in wanted]), moment, points))
    return [found[row.place] for row in wanted]


def read_results(rows: Rows, moment: Moment, points: bool = True) -> Iterator[tuple[int, Result]]:
    """The place of each entry in the definitions, and its result; an empty one where it was never assessed.

    `rows`: of `entries_at`. Without `points`, the results are without theirs.
    """
    columns = ("place", *KEY, "now__id", "now__release", "now__rest", *(f"now__{name}" for name in READ))
    columns += ("now__points__body",) if points else ()
    for place, framework, indicator, area, number, release, rest, *values in rows.values_list(*columns):
        key = (framework, indicator, area)
        if number is None:
            yield place, Result(*key)
            continue
        kept = dict(zip(READ, values, strict=False))
        kept["updated"] = kept["updated"] and release == moment.release  # an earlier one came with none of the last
        yield place, _read(number, key, kept, rest, values[-1] if points else None)


def _read(number: int, key: tuple[str, str, str], kept: dict[str, Any], rest: str, points: str | None) -> Result:
    """A row that cannot be read is an entry without an assessment: it never stops a page."""
    try:
        return put_together(key, kept, rest, read_points(points) if points else None)
    except CannotRead:
        log.exception("Assessment %s of %s cannot be read", number, " ".join(key))
        return faulty(*key, UNREADABLE)
