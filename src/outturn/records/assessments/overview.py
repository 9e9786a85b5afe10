"""How the entries of a framework stand, counted by the database: what pages say before they show a single one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Max, Q

from outturn.core.periods import Period, PeriodKind
from outturn.core.report.say.age import Newest
from outturn.core.report.say.faults import MOST
from outturn.core.report.say.tally import Tally
from outturn.records.observations.queries import Moment

from .newest import ADVERSE, RATED_MEANINGS, Rows, entries_at, have_new_figure

FAULTY = Q(now__isnull=False) & ~Q(now__fault="")
UNRATED = "grey"


@dataclass(frozen=True)
class Group:
    """Entries of a section that are in the same state. `dated`: those with a figure of some period; `last`: the place
    of one of them."""

    section: str
    rating: str
    means: str
    total: int
    changed: int
    dated: int
    faulty: int
    last: int


@dataclass(frozen=True)
class Overview:
    """`newest`: how many entries have their newest figure for a period; `faulty`: names of some that could not be
    assessed, `n_faulty` of them in all."""

    groups: tuple[Group, ...]
    newest: Counter[Newest]
    faulty: tuple[str, ...]

    @property
    def tally(self) -> Tally:
        return tally_groups(self.groups)

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def have_new_figure(self) -> int:
        return sum(group.changed for group in self.groups)

    @property
    def n_faulty(self) -> int:
        return sum(group.faulty for group in self.groups)

    @property
    def known(self) -> bool:
        return any(group.dated for group in self.groups)

    def of_section(self, slug: str) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.section == slug)


def tally_groups(groups: Iterable[Group]) -> Tally:
    by_key: Counter[str] = Counter()
    rated = off = 0
    for group in groups:
        by_key[group.rating] += group.total
        rated += group.total if group.means in RATED_MEANINGS else 0
        off += group.total if group.means == ADVERSE else 0
    return Tally(by_key, rated, off)


def look_over(moment: Moment, framework: str) -> Overview:
    """Two queries; a third for the names of those that could not be assessed, where there are any."""
    rows = entries_at(moment, framework)
    groups = count_groups(rows, moment)
    faulty = any(group.faulty for group in groups)
    names = rows.filter(FAULTY).values_list("name", flat=True)[: MOST + 1] if faulty else ()
    return Overview(groups, count_periods(rows), tuple(names))


def count_groups(rows: Rows, moment: Moment) -> tuple[Group, ...]:
    grouped = rows.order_by().values("section", "now__rating", "now__means")
    counted = grouped.annotate(
        total=Count("id"),
        changed=Count("id", filter=have_new_figure(moment)),
        dated=Count("now__period_end"),
        faulty=Count("id", filter=FAULTY),
        last=Max("place"),
    )
    return tuple(
        Group(row.pop("section"), row.pop("now__rating") or UNRATED, row.pop("now__means") or "", **row)
        for row in counted.order_by("last")
    )


PERIOD = ("now__period_kind", "now__period_start", "now__period_end", "lag_months")


def count_periods(rows: Rows) -> Counter[Newest]:
    """How many entries have their newest figure for the same period, and usually get one as late."""
    dated = rows.order_by().filter(now__period_end__isnull=False).values_list(*PERIOD).annotate(total=Count("id"))
    return Counter({Newest(Period(PeriodKind(kind), start, end), lag): total for kind, start, end, lag, total in dated})
