"""Frameworks: which measures somebody answers for, with their numbers, wording and targets."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outturn.core.catalogue.indicators import Direction
from outturn.core.catalogue.packs import PartKind
from outturn.core.catalogue.targets import Ambition, Target


class FrameworkKind(StrEnum):
    PRIORITIES = "priorities"
    FINANCE = "finance"
    RANKS = "ranks"
    OUTCOMES = "outcomes"
    APPENDIX = "appendix"


@dataclass(frozen=True)
class Shows:
    """What pages, papers and checks do with a framework of a kind. Ask this, not which kind it is."""

    answered: bool = False  # whoever is off plan writes a risk and a mitigation
    ranked: bool = False  # its figures are places among others
    on_one_page: bool = False  # it has a sheet that holds all of it
    in_full: bool = False  # every figure of its series stands in the appendix
    full_year: bool = False  # a position for the full year stands beside the newest one
    texts_in: PartKind = PartKind.SECTIONS  # the part of a paper that prints what is written about it


SHOWS: dict[FrameworkKind, Shows] = {
    FrameworkKind.PRIORITIES: Shows(answered=True, in_full=True),
    FrameworkKind.FINANCE: Shows(full_year=True, texts_in=PartKind.FINANCE),
    FrameworkKind.OUTCOMES: Shows(on_one_page=True, texts_in=PartKind.MEASURES),
    FrameworkKind.RANKS: Shows(ranked=True, texts_in=PartKind.RANKS),
    FrameworkKind.APPENDIX: Shows(in_full=True, texts_in=PartKind.APPENDIX),
}
"""In the order in which frameworks are offered: see `sort_frameworks`."""


class EntryKind(StrEnum):
    MEASURE = "measure"
    MILESTONE = "milestone"
    NARRATIVE = "narrative"


@dataclass(frozen=True)
class Entry:
    """An indicator, for one area, in a framework."""

    framework: str
    section: str
    indicator: str
    area: str
    number: str
    wording: str
    short: str
    direction: Direction
    target: Target
    scheme: str
    kind: EntryKind = EntryKind.MEASURE
    ambitions: tuple[Ambition, ...] = ()
    text: str = ""  # what a narrative or milestone says now
    workstream: str = ""
    note: str = ""
    group: str = ""  # a table inside the section ("best quarter")
    page: bool = True  # has a page of its own in packs
    beside: str = ""  # indicator of the same subject whose local rating is shown beside this rank
    sub_label: str = ""  # which of several rows under one number: a sex, a place
    good_is_printed: Direction | None = None  # what the source prints, where that is not `direction` or is in doubt
    direction_reason: str = ""  # why good is another way here than for the indicator itself

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.framework, self.indicator, self.area)


@dataclass(frozen=True)
class Section:
    slug: str
    name: str
    colour: str = ""
    quarter: int | None = None  # of a list of ranks: only what stands in this quarter of it, 1 the best and 4 the worst


@dataclass(frozen=True)
class Framework:
    slug: str
    title: str
    kind: FrameworkKind
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    short: str = ""  # its title where it stands beside others; blank, the title itself
    source: str = ""
    year: str = ""
    figures_from: date | None = None  # periods that end before this day belong to another paper
    figures_to: date | None = None  # and so do those that end after this one
    rows_by: str = ""  # what tells the rows under one number apart, in words: "sex, place, CCG or trust"

    @property
    def shows(self) -> Shows:
        return SHOWS[self.kind]

    @property
    def full_title(self) -> str:
        """With its year, where the title does not say it."""
        return self.title if self.year in self.title else f"{self.title}, {self.year}"

    def section(self, slug: str) -> Section | None:
        return next((section for section in self.sections if section.slug == slug), None)


def shorten_titles(frameworks: Iterable[Framework]) -> dict[str, str]:
    """By slug: the short title of each, or all of it with its year where that would leave two the same."""
    short = [(framework, framework.short or framework.title) for framework in frameworks]
    times = Counter(title for _, title in short)
    return {each.slug: title if times[title] == 1 else each.full_title for each, title in short}


def sort_frameworks(frameworks: Iterable[Framework]) -> list[Framework]:
    """In the order of their kinds, and of one kind as they are defined: the first is the one that a site opens with."""
    order = list(SHOWS)
    return sorted(frameworks, key=lambda framework: order.index(framework.kind))
