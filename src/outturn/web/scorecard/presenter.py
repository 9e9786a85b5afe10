"""Shapes a list of entries for the scorecard: lines under their area of work, and everything that stands round them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import QueryDict

from outturn.core.catalogue import Framework, shorten_titles, sort_frameworks
from outturn.records.assessments.newest import Rows, entries_at
from outturn.records.assessments.orders import FAMILY
from outturn.records.assessments.overview import Overview, look_over
from outturn.records.assessments.urgent import find_first
from outturn.records.catalogue.models import Entry
from outturn.web.components.chips import chips_of
from outturn.web.components.line import Line, framework_href, read_lines
from outturn.web.components.notices import Facts, first_sentence, notices
from outturn.web.listing.listing import Listing
from outturn.web.listing.showing import Listed, list_rows
from outturn.web.scorecard.lists import list_of_entries
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Group:
    """Lines under one heading; no heading when the order is not the framework's."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tab:
    word: str
    href: str
    current: bool


@dataclass(frozen=True)
class Scorecard:
    framework: Framework
    title: str
    sentence: str
    notices: tuple[str, ...]
    tabs: tuple[Tab, ...]
    listed: Listed[Entry]
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for group in self.groups for line in group.lines)


def scorecard(seen: Seen, framework: Framework, query: QueryDict) -> Scorecard:
    overview = look_over(seen.moment, framework.slug)
    listing, rows = list_entries(seen, framework, overview)
    listed = list_rows(listing, rows, query, address_of(seen, framework), address_of(seen, framework, "scorecard-csv"))
    lines = read_lines(seen, listed.rows, points=True, beside=True)
    return Scorecard(
        framework=framework,
        title=framework.full_title,
        sentence=first_sentence(seen, framework, overview, find_first(seen.moment, framework.slug)),
        notices=notices(seen, framework, Facts.of(overview, lines)),
        tabs=tabs(seen, framework),
        listed=listed,
        groups=group_lines(lines) if listed.asked.as_declared else (Group("", tuple(lines)),),
    )


def list_entries(seen: Seen, framework: Framework, overview: Overview) -> tuple[Listing, Rows]:
    """The list, and the rows that it is of."""
    listing = list_of_entries(seen.moment, framework, chips_of(seen, overview))
    return listing, entries_at(seen.moment, framework.slug).annotate(family=FAMILY)


def address_of(seen: Seen, framework: Framework, name: str = "scorecard-framework") -> Callable[..., str]:
    return lambda **words: seen.to(name, framework.slug, **words)


def tabs(seen: Seen, framework: Framework) -> tuple[Tab, ...]:
    frameworks = sort_frameworks(seen.definitions.frameworks.values())
    titles = shorten_titles(frameworks)
    return tuple(Tab(titles[each.slug], tab_href(seen, each), each.slug == framework.slug) for each in frameworks)


def tab_href(seen: Seen, framework: Framework) -> str:
    """Ranks have a page of their own, and so has a framework on one page."""
    return seen.to("ranks") if framework.shows.ranked else framework_href(seen, framework)


def group_lines(lines: Sequence[Line]) -> tuple[Group, ...]:
    return tuple(Group(name, tuple(mine)) for name, mine in groupby(lines, key=lambda line: line.section))
