"""How the entries of a framework stand, counted by the database: what pages say before they show a single one."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce

from outturn.core.catalogue import Section
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.say.age import Newest
from outturn.core.report.say.faults import MOST
from outturn.core.report.say.order import Key, SectionKey, section_key, urgency_key
from outturn.core.report.say.tally import Tally
from outturn.records.observations.queries import Moment

from .newest import ADVERSE, RATED_MEANINGS, Rows, entries_at, have_new_figure

FAULTY = Q(now__isnull=False) & ~Q(now__fault="")
UNRATED = "grey"


@dataclass(frozen=True)
class Group:
    """Entries of a section that are in the same state, with their newest figure for the same period.

    `last`: the place of one of them; `share`: the largest share of the plan that one of them is off by.
    """

    section: str
    rating: str
    means: str
    newest: Newest | None
    total: int
    changed: int
    faulty: int
    last: int
    share: float


@dataclass(frozen=True)
class Overview:
    """`faulty`: names of some that could not be assessed, `n_faulty` of them in all."""

    groups: tuple[Group, ...]
    faulty: tuple[str, ...]

    @property
    def tally(self) -> Tally:
        return tally_groups(self.groups)

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def changed(self) -> int:
        return sum(group.changed for group in self.groups)

    @property
    def n_faulty(self) -> int:
        return sum(group.faulty for group in self.groups)

    @property
    def known(self) -> bool:
        return bool(self.newest)

    @property
    def newest(self) -> Counter[Newest]:
        """How many entries have their newest figure for the same period, and usually get one as late."""
        counts: Counter[Newest] = Counter()
        for group in self.groups:
            if group.newest:
                counts[group.newest] += group.total
        return counts

    @property
    def worst_shares(self) -> set[float]:
        """By what share of the plan the worst of each section is off."""
        worst: dict[str, Key] = {}
        for group in self.groups:
            if group.means == ADVERSE:
                key = urgency_key(group.rating, group.share, True, 0)
                worst[group.section] = max(worst.get(group.section, key), key)
        return {share for _, share, _ in worst.values()}

    def of_section(self, slug: str) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.section == slug)

    def sort_sections(self, sections: Iterable[Section]) -> list[Section]:
        """Those with entries, the worst first; those that are equal stand as given."""
        filled = [section for section in sections if self.of_section(section.slug)]
        return sorted(filled, key=lambda section: key_groups(self.of_section(section.slug)), reverse=True)


def key_groups(groups: Iterable[Group]) -> SectionKey:
    """How bad a section is; larger is worse."""
    off: Counter[str] = Counter()
    largest = 0.0
    for group in groups:
        if group.means == ADVERSE:
            off[group.rating] += group.total
            largest = max(largest, group.share)
    return section_key(off, largest)


def tally_groups(groups: Iterable[Group]) -> Tally:
    by_key: Counter[str] = Counter()
    rated = off = 0
    for group in groups:
        by_key[group.rating] += group.total
        rated += group.total if group.means in RATED_MEANINGS else 0
        off += group.total if group.means == ADVERSE else 0
    return Tally(by_key, rated, off)


def look_over(moment: Moment, framework: str) -> Overview:
    """One query; a second for the names of those that could not be assessed, where there are any."""
    rows = entries_at(moment, framework)
    groups = count_groups(rows, moment)
    faulty = any(group.faulty for group in groups)
    names = rows.filter(FAULTY).values_list("name", flat=True)[: MOST + 1] if faulty else ()
    return Overview(groups, tuple(names))


PERIOD = ("now__period_kind", "now__period_start", "now__period_end")
ALIKE = ("section", "now__rating", "now__means", "lag_months", *PERIOD)
"""Entries that agree in these are one group."""


def count_groups(rows: Rows, moment: Moment) -> tuple[Group, ...]:
    counts = {
        "total": Count("id"),
        "changed": Count("id", filter=have_new_figure(moment)),
        "faulty": Count("id", filter=FAULTY),
        "last": Max("place"),
        "share": Coalesce(Max("now__urgency_share"), 0.0),
    }
    counted = rows.order_by().values(*ALIKE).annotate(**counts).order_by("last")
    return tuple(
        Group(
            section=row["section"],
            rating=row["now__rating"] or UNRATED,
            means=row["now__means"] or "",
            newest=_newest(row["lag_months"], *(row[name] for name in PERIOD)),
            **{name: row[name] for name in counts},
        )
        for row in counted
    )


def _newest(lag: int, kind: str | None, start: date | None, end: date | None) -> Newest | None:
    return Newest(Period(PeriodKind(kind), start, end), lag) if kind and start and end else None
