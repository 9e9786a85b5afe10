"""Shapes results for the scorecard: lines under their area of work, and everything that stands round them."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Framework
from outturn.core.report.say.peers import find_peers
from outturn.core.report.wording import all_of, count_of
from outturn.web.components.line import Line, framework_href, line
from outturn.web.components.notices import first_sentence, notices
from outturn.web.scorecard import choices
from outturn.web.scorecard.asked import SORT_WORDS, Asked, fits, ordered
from outturn.web.scorecard.choices import Choice
from outturn.web.scorecard.columns import COLUMNS, Heading, heading
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
    beside = find_peers(seen.definitions, results)
    return [line(seen, entry, result, beside) for entry, result in paired(framework, results)]


def scorecard(seen: Seen, framework: Framework, results: Sequence[Result], wanted: Asked) -> Scorecard:
    lines = lines_of(seen, framework, results)
    chosen = ordered([each for each in lines if fits(each, wanted)], wanted)
    return Scorecard(
        framework=framework,
        title=title_of(framework),
        sentence=first_sentence(seen, framework, lines),
        notices=notices(seen, lines),
        tabs=tabs(seen, framework),
        headings=tuple(heading(seen, framework, wanted, *column) for column in COLUMNS),
        groups=grouped(chosen, wanted),
        shown=shown(len(chosen), len(lines), wanted),
        asked=wanted,
        ratings=choices.ratings(lines, wanted),
        sections=choices.sections(framework, lines, wanted),
        families=choices.families(lines, wanted),
        sorts=choices.sorts(wanted),
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
    return tuple(
        Tab(each.title.split(",")[0], tab_href(seen, each), each.slug == framework.slug) for each in frameworks
    )


def tab_href(seen: Seen, framework: Framework) -> str:
    """Ranks have a page of their own, and so has a framework on one page."""
    return seen.to("ranks") if framework.shows.ranked else framework_href(seen, framework)


def grouped(lines: Sequence[Line], wanted: Asked) -> tuple[Group, ...]:
    if wanted.sort != "framework" or wanted.reverse:
        return (Group("", tuple(lines)),) if lines else ()
    names = list(dict.fromkeys(each.section for each in lines))
    return tuple(Group(name, tuple(each for each in lines if each.section == name)) for name in names)


def shown(number: int, total: int, wanted: Asked) -> str:
    """`12 of 38 measures, worst rating first`."""
    of = f"{number} of {count_of(total, 'measure')}" if number != total else all_of(total, "measure")
    return f"{of}, {SORT_WORDS[wanted.sort]}{', reversed' if wanted.reverse else ''}"
