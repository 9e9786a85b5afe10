"""What has to be assessed: entries whose figures changed since, or that never were."""

from collections.abc import Mapping

from django.db.models import Max

from outturn.core.catalogue import Entry
from outturn.core.suppress.declared import families
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.observations.queries import Moment

from .models import Assessment

KEY = ("entry__framework", "entry__indicator", "entry__area")


def stale(moment: Moment) -> tuple[Entry, ...]:
    """Entries never assessed under these definitions, or with values in a later release than their assessment.

    None of them at any moment of a site that brings in by `records.cycle`.
    """
    current = catalogue.at(moment.definitions)
    last, together = last_releases(moment), families(current)
    changed = changes_since(min(last.values(), default=0), moment.release, together)
    return tuple(
        entry
        for entry in current.entries()
        if entry.key not in last or changed.get(_series(entry.indicator, entry.area, together), 0) > last[entry.key]
    )


def last_releases(moment: Moment) -> dict[tuple[str, str, str], int]:
    """Entry -> the last release it was assessed at."""
    known = Assessment.objects.filter(entry__version__number=moment.definitions, act__lte=moment.number)
    rows = known.values(*KEY).annotate(last=Max("release")).order_by()
    return {tuple(row[name] for name in KEY): row["last"] for row in rows}


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
