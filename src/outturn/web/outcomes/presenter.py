"""Shapes the framework page: bands with totals, themes, rows; filters with counts; headings that sort."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from outturn.core.catalogue import Framework
from outturn.core.report.document import Column, ColumnKind
from outturn.core.report.paper import Paper
from outturn.core.report.parts.outcomes import columns_of, sentence
from outturn.core.report.say.tally import tally
from outturn.core.report.wording import all_of, count_of
from outturn.records.assessments.overview import look_over
from outturn.web.components.notices import Facts, notices
from outturn.web.components.words import as_day
from outturn.web.outcomes.asked import SORT_WORDS, Asked, fits, ordered
from outturn.web.outcomes.rows import OutcomeRow, rows_of
from outturn.web.scorecard.presenter import Tab, tabs, title_of
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Choice:
    key: str
    word: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Heading:
    title: str
    kind: str
    note: str
    href: str = ""
    sorted: str = ""  # ascending, descending: the value of aria-sort


HEADINGS = {
    "number": "",
    "name": "name",
    "latest": "",
    "target": "",
    "rating": "target",
    "movement": "direction",
    "good": "",
    "trend": "",
    "workstream": "workstream",
    "updated": "",
}
"""The columns of the paper that the page has, by key, and what following their heading sorts by."""
SORT_CHOICES = (
    ("framework", "Framework order"),
    ("target", "Furthest off target"),
    ("direction", "Getting worse"),
    ("workstream", "Lead workstream"),
    ("name", "Name"),
)


@dataclass(frozen=True)
class Total:
    """A section as a way in: its name, how many of its figures are on target, and the page of it alone."""

    name: str
    met: int
    rated: int
    off: int
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
    framework: Framework
    title: str
    sentence: str
    notices: tuple[str, ...]
    since: str
    tabs: tuple[Tab, ...]
    totals: tuple[Total, ...]
    headings: tuple[Heading, ...]
    groups: tuple[Group, ...]
    shown: str
    asked: Asked
    off: int
    changed: int
    sections: tuple[Choice, ...]
    workstreams: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    clear: str
    action: str
    packs: tuple[tuple[str, str], ...]


def framework_page(seen: Seen, framework: Framework, paper: Paper, wanted: Asked) -> FrameworkPage:
    rows = rows_of(seen, framework, paper)
    chosen = ordered([row for row in rows if fits(row, wanted)], wanted)
    results = [row.line.result for row in rows]
    home = seen.to("outcomes-framework", framework.slug)
    areas = seen.definitions.areas
    return FrameworkPage(
        framework=framework,
        title=title_of(framework),
        sentence=sentence(paper, framework, tally(results)),
        notices=notices(seen, framework, Facts.of(look_over(seen.moment, framework.slug))),
        since=f"since the edition of {as_day(paper.before_date)}" if paper.before_date else "since the last edition",
        tabs=tabs(seen, framework),
        totals=totals(seen, framework, rows, wanted),
        headings=tuple(
            heading(seen, framework, wanted, column, HEADINGS[column.key])
            for column in columns_of(framework)
            if column.key in HEADINGS
        ),
        groups=grouped(framework, rows, chosen, wanted),
        shown=shown(len(chosen), len(rows), wanted),
        asked=wanted,
        off=sum(result.rating.off for result in results),
        changed=sum(row.updated for row in rows),
        sections=counted(rows, wanted.section, lambda row: (row.line.entry.section, row.line.section)),
        workstreams=counted(rows, wanted.workstream, lambda row: (row.line.entry.workstream,) * 2),
        areas=counted(rows, wanted.area, lambda row: (row.line.entry.area, areas[row.line.entry.area].short)),
        sorts=tuple(Choice(key, word, 0, key == wanted.sort) for key, word in SORT_CHOICES),
        clear=home,
        action=home.split("?")[0],
        packs=tuple(
            (pack.title, seen.to("pack", slug))
            for slug, pack in seen.definitions.packs.items()
            if any(part.framework == framework.slug for part in pack.parts)
        ),
    )


def totals(seen: Seen, framework: Framework, rows: Sequence[OutcomeRow], wanted: Asked) -> tuple[Total, ...]:
    """Following a section shows it alone; following it again shows all."""
    made = []
    for section in framework.sections:
        count = tally([row.line.result for row in rows if row.line.entry.section == section.slug])
        current = wanted.section == section.slug
        query = wanted.query(section="" if current else section.slug)
        href = seen.to("outcomes-framework", framework.slug, **query)
        made.append(Total(section.name, count.rated - count.off, count.rated, count.off, href, current))
    return tuple(made)


def heading(seen: Seen, framework: Framework, wanted: Asked, column: Column, sort: str) -> Heading:
    kind = "number" if column.kind is ColumnKind.NUMBER else ""
    if not sort:
        return Heading(column.title, kind, column.note)
    current = wanted.sort == sort
    query = wanted.query(sort=sort, order="reverse" if current and not wanted.reverse else "")
    sense = ("descending" if wanted.reverse else "ascending") if current else ""
    return Heading(column.title, kind, column.note, seen.to("outcomes-framework", framework.slug, **query), sense)


def grouped(
    framework: Framework, rows: Sequence[OutcomeRow], chosen: Sequence[OutcomeRow], wanted: Asked
) -> tuple[Group, ...]:
    """Bands carry the total of the whole section, whatever is filtered."""
    if wanted.sort != "framework" or wanted.reverse:
        return (Group("", "", (Theme("", tuple(chosen)),)),) if chosen else ()
    made = []
    for section in framework.sections:
        here = [row for row in chosen if row.line.entry.section == section.slug]
        count = tally([row.line.result for row in rows if row.line.entry.section == section.slug])
        if here:
            total = f"{count.rated - count.off} of {count.rated} on target"
            made.append(Group(section.name, total, themes(here)))
    return tuple(made)


def themes(rows: Sequence[OutcomeRow]) -> tuple[Theme, ...]:
    return tuple(Theme(name, tuple(part)) for name, part in groupby(rows, key=lambda row: row.line.entry.group))


def shown(number: int, total: int, wanted: Asked) -> str:
    """`3 of 59 figures, in the order of the framework`."""
    of = f"{number} of {count_of(total, 'figure')}" if number != total else all_of(total, "figure")
    return f"{of}, {SORT_WORDS[wanted.sort]}{', reversed' if wanted.reverse else ''}"


def counted(rows: Sequence[OutcomeRow], chosen: str, of) -> tuple[Choice, ...]:
    """Choices in the order of the framework, each with how many rows it has."""
    names = dict(of(row) for row in rows)
    counts = Counter(of(row)[0] for row in rows)
    return tuple(Choice(key, word, counts[key], key == chosen) for key, word in names.items())
