"""Shapes the framework page: the list of its figures under bands and themes, and the totals that lead into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from django.http import QueryDict

from outturn.core.catalogue import Framework
from outturn.core.report.say.framework import say_standing, say_total
from outturn.core.report.say.tally import Tally
from outturn.records.assessments.newest import entries_at
from outturn.records.assessments.overview import Overview, look_over, tally_groups
from outturn.records.catalogue.models import Entry
from outturn.web.components.notices import Facts, notices
from outturn.web.listing.filters import YES
from outturn.web.listing.listing import Asked
from outturn.web.listing.showing import Listed, list_rows
from outturn.web.outcomes.lists import list_of_framework
from outturn.web.outcomes.rows import OutcomeRow, find_before, read_rows
from outturn.web.scorecard.presenter import Tab, tabs
from outturn.web.seen import Seen, address


@dataclass(frozen=True)
class Total:
    """A section as a way in: its name, how many of its figures are on target, and the page of it alone."""

    name: str
    met: int
    rated: int
    href: str
    current: bool


@dataclass(frozen=True)
class Theme:
    name: str
    rows: tuple[OutcomeRow, ...]


@dataclass(frozen=True)
class Group:
    """Rows under one band; no band when the order is not the framework's."""

    title: str
    total: str
    themes: tuple[Theme, ...]


@dataclass(frozen=True)
class FrameworkPage:
    """`here`: the state of the list as it stands in an address, for the way back."""

    framework: Framework
    title: str
    sentence: str
    notices: tuple[str, ...]
    tabs: tuple[Tab, ...]
    totals: tuple[Total, ...]
    listed: Listed[Entry]
    groups: tuple[Group, ...]
    here: str
    packs: tuple[tuple[str, str], ...]


def framework_page(seen: Seen, framework: Framework, query: QueryDict) -> FrameworkPage:
    before = find_before(seen, framework)
    listing = list_of_framework(seen.definitions, framework, before)
    to, download = (partial(seen.to, name, framework.slug) for name in ("outcomes-framework", "outcomes-csv"))
    listed = list_rows(listing, entries_at(seen.moment, framework.slug), query, to, download)
    rows, overview = read_rows(seen, listed.rows, before), look_over(seen.moment, framework.slug)
    changed = listed.counts.of("changed", YES)
    return FrameworkPage(
        framework=framework,
        title=framework.full_title,
        sentence=say_standing(framework.kind, overview.tally, changed, before.day if before else None),
        notices=notices(seen, framework, Facts.of(overview, [row.line for row in rows])),
        tabs=tabs(seen, framework),
        totals=list_totals(seen, framework, overview, listed.asked),
        listed=listed,
        groups=group_rows(framework, overview, rows) if listed.asked.as_declared else without_bands(rows),
        here=address("", listed.asked.here).lstrip("?"),
        packs=tuple(
            (pack.title, seen.to("pack", slug))
            for slug, pack in seen.definitions.packs.items()
            if any(part.framework == framework.slug for part in pack.parts)
        ),
    )


def list_totals(seen: Seen, framework: Framework, overview: Overview, asked: Asked) -> tuple[Total, ...]:
    """Following a section shows it alone; following it again shows all."""
    made, chosen = [], asked.chosen.get("section", ())
    for section in framework.sections:
        count, current = tally_section(overview, section.slug), section.slug in chosen
        query = asked.query(section="" if current else section.slug)
        href = seen.to("outcomes-framework", framework.slug, **query)
        made.append(Total(section.name, count.rated - count.off, count.rated, href, current))
    return tuple(made)


def tally_section(overview: Overview, section: str) -> Tally:
    return tally_groups(overview.of_section(section))


def group_rows(framework: Framework, overview: Overview, rows: Sequence[OutcomeRow]) -> tuple[Group, ...]:
    """Bands carry the total of the whole section, whatever is filtered and on whichever page."""
    return tuple(
        Group(name_section(framework, slug), say_total(tally_section(overview, slug)), list_themes(tuple(same)))
        for slug, same in groupby(rows, key=lambda row: row.line.entry.section)
    )


def name_section(framework: Framework, slug: str) -> str:
    section = framework.section(slug)
    return section.name if section else slug


def list_themes(rows: Sequence[OutcomeRow]) -> tuple[Theme, ...]:
    return tuple(Theme(name, tuple(same)) for name, same in groupby(rows, key=lambda row: row.line.entry.group))


def without_bands(rows: Sequence[OutcomeRow]) -> tuple[Group, ...]:
    return (Group("", "", (Theme("", tuple(rows)),)),)
