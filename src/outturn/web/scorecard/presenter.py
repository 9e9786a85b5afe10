"""Shapes results for the scorecard: lines under their area of work, totals, filters with counts, sortable headings."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Framework
from outturn.core.report.document import Chip
from outturn.web.components import figures
from outturn.web.components.headline import headline
from outturn.web.components.line import Line, framework_href, line
from outturn.web.components.peers import peers
from outturn.web.components.words import count_of
from outturn.web.scorecard.asked import FAMILIES, RATINGS, SORT_WORDS, Asked, family, fits, ordered
from outturn.web.seen import Seen

COLUMNS = (
    ("Measure", "name", "", "What is measured. The full wording of the framework is on its page."),
    ("Rating", "rating", "", "The state by the framework's rating scheme: a word and a shape as well as a colour."),
    ("Latest", "", "number", "The newest figure and the period it is about."),
    ("Target", "", "number", "The plan for that period. Where the plan is for another period, that is said."),
    (
        "Gap",
        "gap",
        "number",
        "The newest figure less its plan, in the unit of the measure; the share of plan when it is missed.",
    ),
    ("Movement", "movement", "", "What the figure did since the period before, and whether that is welcome."),
    ("24 months", "", "", "The last 24 months. The dashed line is the plan; the pale side of it is the good side."),
    ("Variation", "urgency", "", "Left: has it changed more than chance would? Right: can the target be relied on?"),
    ("Rank", "rank", "number", "Where the system stands among all systems, 1 is best."),
    ("Data", "lag", "", "How many months the newest figure is behind."),
)
SORT_CHOICES = (
    ("framework", "Framework order"),
    ("rating", "Worst rating"),
    ("gap", "Furthest from plan"),
    ("movement", "Getting worse"),
    ("urgency", "Most urgent"),
    ("rank", "Worst rank"),
    ("lag", "Oldest figure"),
    ("name", "Name"),
)


@dataclass(frozen=True)
class Heading:
    title: str
    kind: str
    note: str
    href: str = ""
    sorted: str = ""  # ascending, descending: the value of aria-sort


@dataclass(frozen=True)
class Choice:
    key: str
    word: str
    count: int
    chosen: bool
    chip: Chip | None = None


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
    tabs: tuple[Tab, ...]
    headings: tuple[Heading, ...]
    groups: tuple[Group, ...]
    shown: str
    asked: Asked
    ratings: tuple[Choice, ...]
    sections: tuple[Choice, ...]
    families: tuple[Choice, ...]
    sorts: tuple[Choice, ...]
    download: str
    clear: str
    action: str


def paired(framework: Framework, results: Sequence[Result]) -> list[tuple[Entry, Result]]:
    """Entries of the framework with their results, in its order; an entry not assessed yet has an empty result."""
    found = {result.key: result for result in results}
    return [(entry, found.get(entry.key) or Result(*entry.key)) for entry in framework.entries]


def lines_of(seen: Seen, framework: Framework, results: Sequence[Result]) -> list[Line]:
    """`results`: those of every framework, so that ranks can stand beside ratings."""
    beside = peers(seen, results)
    return [line(seen, entry, result, beside) for entry, result in paired(framework, results)]


def scorecard(seen: Seen, framework: Framework, results: Sequence[Result], wanted: Asked) -> Scorecard:
    lines = lines_of(seen, framework, results)
    chosen = ordered([each for each in lines if fits(each, wanted)], wanted)
    return Scorecard(
        framework=framework,
        title=title_of(framework),
        sentence=headline(lines, "priority" if framework.kind == "priorities" else "measure"),
        tabs=tabs(seen, framework),
        headings=tuple(heading(seen, framework, wanted, *column) for column in COLUMNS),
        groups=grouped(chosen, wanted),
        shown=shown(len(chosen), len(lines), wanted),
        asked=wanted,
        ratings=ratings(seen, lines, wanted),
        sections=sections(framework, lines, wanted),
        families=families(lines, wanted),
        sorts=tuple(Choice(key, word, 0, key == wanted.sort) for key, word in SORT_CHOICES),
        download=seen.to("scorecard-csv", framework.slug, **wanted.query()),
        clear=seen.to("scorecard-framework", framework.slug),
        action=seen.to("scorecard-framework", framework.slug).split("?")[0],
    )


KINDS = ("priorities", "finance", "outcomes", "ranks")


def title_of(framework: Framework) -> str:
    return framework.title if framework.year in framework.title else f"{framework.title}, {framework.year}"


def by_kind(framework: Framework) -> int:
    return KINDS.index(framework.kind) if framework.kind in KINDS else len(KINDS)


def tabs(seen: Seen, framework: Framework) -> tuple[Tab, ...]:
    frameworks = sorted(seen.definitions.frameworks.values(), key=by_kind)
    return tuple(Tab(each.title.split(",")[0], tab_href(seen, each), each.slug == framework.slug) for each in frameworks)


def tab_href(seen: Seen, framework: Framework) -> str:
    """Ranks have a page of their own, and so has a framework on one page."""
    return seen.to("ranks") if framework.kind == "ranks" else framework_href(seen, framework)


def heading(seen: Seen, framework: Framework, wanted: Asked, title: str, sort: str, kind: str, note: str) -> Heading:
    if not sort:
        return Heading(title, kind, note)
    current = wanted.sort == sort
    query = wanted.query(sort=sort, order="reverse" if current and not wanted.reverse else "")
    sense = ("descending" if wanted.reverse else "ascending") if current else ""
    return Heading(title, kind, note, seen.to("scorecard-framework", framework.slug, **query), sense)


def grouped(lines: Sequence[Line], wanted: Asked) -> tuple[Group, ...]:
    if wanted.sort != "framework" or wanted.reverse:
        return (Group("", tuple(lines)),) if lines else ()
    names = list(dict.fromkeys(each.section for each in lines))
    return tuple(Group(name, tuple(each for each in lines if each.section == name)) for name in names)


def shown(number: int, total: int, wanted: Asked) -> str:
    """`12 of 38 measures, worst rating first`."""
    of = f"{number} of {count_of(total, 'measure')}" if number != total else f"All {count_of(total, 'measure')}"
    return f"{of}, {SORT_WORDS[wanted.sort]}{', turned round' if wanted.reverse else ''}"


def ratings(seen: Seen, lines: Sequence[Line], wanted: Asked) -> tuple[Choice, ...]:
    counts = Counter(each.result.rating.key for each in lines)
    chips = {each.result.rating.key: each.chip for each in lines} | {"grey": figures.NOT_RATED}
    keys = [key for key in RATINGS if counts[key]]
    return tuple(Choice(key, chips[key].word, counts[key], key in wanted.ratings, chips[key]) for key in keys)


def sections(framework: Framework, lines: Sequence[Line], wanted: Asked) -> tuple[Choice, ...]:
    counts = Counter(each.entry.section for each in lines)
    return tuple(
        Choice(each.slug, each.name, counts[each.slug], each.slug == wanted.section) for each in framework.sections
    )


def families(lines: Sequence[Line], wanted: Asked) -> tuple[Choice, ...]:
    counts = Counter(family(each.result) for each in lines)
    return tuple(
        Choice(key, word, counts[key], key == wanted.variation) for key, word in FAMILIES.items() if counts[key]
    )
