"""What stands beside an entry: ranks of its subject, and the rating of the subject of a rank."""

from collections.abc import Iterable, Sequence

from django.db.models import Count, Q

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry as Defined
from outturn.records.catalogue.models import Entry
from outturn.records.observations.queries import Moment

from .newest import RANKED, entries_at
from .queries import read_results, results_of


def ranks_beside(moment: Moment, indicators: Iterable[str]) -> list[Result]:
    """The ranks that the definitions put beside some indicators, in the order of the definitions. One query."""
    ranked = entries_at(moment).filter(RANKED, beside__in=set(indicators)).order_by("place")
    return [result for _, result in read_results(ranked, moment, points=False)]


def first_rank_beside(moment: Moment, rows: Iterable[Entry]) -> list[Result]:
    """Of the ranks beside each of some entries, the first that is shown: of the same area, else the first of any. In
    the order of the definitions. Two queries, and no more results than entries."""
    wanted: dict[str, list[str]] = {}
    for row in rows:
        wanted.setdefault(row.indicator, []).append(row.area)
    ranked = entries_at(moment).filter(RANKED, beside__in=wanted).order_by("place")
    there: dict[str, dict[str, Entry]] = {}
    for rank in ranked.only("place", "beside", "area"):
        there.setdefault(rank.beside, {}).setdefault(rank.area, rank)
    chosen = {
        near.place: near
        for indicator, areas in wanted.items()
        if (by_area := there.get(indicator))
        for area in areas
        for near in [by_area.get(area) or next(iter(by_area.values()))]
    }
    return results_of(moment, [chosen[place] for place in sorted(chosen)])


def ratings_beside(moment: Moment, entries: Sequence[Defined]) -> dict[tuple[str, str, str], Result]:
    """The result of the indicator that each of these entries stands beside, in another framework: of the same area
    where there is one, else the first. Two queries."""
    wanted = {entry.beside for entry in entries if entry.beside}
    if not wanted:
        return {}
    framework = entries[0].framework
    there = entries_at(moment).filter(indicator__in=wanted, now__isnull=False).exclude(framework=framework)
    there = there.only("place", "indicator", "area")
    uses: dict[str, list[Entry]] = {}
    for row in there:
        uses.setdefault(row.indicator, []).append(row)
    rows = {entry.key: _pick(entry, uses.get(entry.beside, ())) for entry in entries if entry.beside}
    chosen = {key: row for key, row in rows.items() if row is not None}
    return dict(zip(chosen, results_of(moment, chosen.values()), strict=True))


def _pick(entry: Defined, rows: Iterable[Entry]) -> Entry | None:
    return min(rows, key=lambda row: row.area != entry.area, default=None)


def count_quarters(moment: Moment, framework: str) -> tuple[int, int, int]:
    """How many are ranked, how many of them in the best quarter, and how many in the worst."""
    counted = entries_at(moment, framework).aggregate(
        ranked=Count("id", filter=RANKED),
        best=Count("id", filter=RANKED & Q(now__quartile=1)),
        worst=Count("id", filter=RANKED & Q(now__quartile=4)),
    )
    return counted["ranked"], counted["best"], counted["worst"]
