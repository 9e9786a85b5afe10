"""What changed and what needs someone: the first page of the morning."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.report.document import Chip
from outturn.records.findings.queries import FindingRow
from outturn.records.observations.queries import ReleaseRow
from outturn.records.reports.queries import EditionRow
from outturn.web.components import drawings, figures
from outturn.web.components.headline import headline, off_plan
from outturn.web.components.line import Line, line
from outturn.web.components.words import as_day, count_of
from outturn.web.scorecard.asked import RATINGS, by_gap
from outturn.web.scorecard.presenter import paired
from outturn.web.seen import Seen

MOST = 5
TURNED = 6


@dataclass(frozen=True)
class Tally:
    """How many measures stand in one state; a link to them."""

    chip: Chip
    count: int
    href: str


@dataclass(frozen=True)
class AreaOfWork:
    name: str
    href: str
    off: int
    rated: int
    total: int
    bar: Markup
    worst: Line | None


@dataclass(frozen=True)
class Turned:
    """A rating that is another than in the release before."""

    line: Line
    before: Chip


@dataclass(frozen=True)
class Coming:
    on: str
    what: str
    href: str


@dataclass(frozen=True)
class Today:
    sentence: str
    framework: Framework
    tallies: tuple[Tally, ...]
    bar: Markup
    attention: tuple[Line, ...]
    since: str
    n_updated: int
    n_total: int
    n_restated: int
    turned: tuple[Turned, ...]
    turned_more: tuple[Turned, ...]
    areas: tuple[AreaOfWork, ...]
    coming: tuple[Coming, ...]
    findings: tuple[FindingRow, ...]
    n_findings: int
    n_blocking: int
    edition: EditionRow | None


def today(
    seen: Seen,
    framework: Framework,
    results: Sequence[Result],
    before: Sequence[Result],
    releases: Sequence[ReleaseRow],
    findings: Sequence[FindingRow],
    editions: Sequence[EditionRow],
) -> Today:
    """`before`: results of the framework one release earlier; `releases`: newest first."""
    lines = [line(seen, entry, result, table=False) for entry, result in paired(framework, results)]
    day = seen.moment.on or (seen.moment.at.date() if seen.moment.at else None)
    turns = turned(seen, lines, before)
    return Today(
        sentence=headline(lines, "priority" if framework.kind == "priorities" else "measure"),
        framework=framework,
        tallies=tallies(seen, framework, lines),
        bar=bar(lines, width=960),
        attention=tuple(sorted(off_plan(lines), key=urgency)[:MOST]),
        since=f"release {releases[1].number} of {as_day(releases[1].at)}" if len(releases) > 1 else "",
        n_updated=sum(1 for each in lines if each.changed),
        n_total=len(lines),
        n_restated=releases[0].n_restated if releases else 0,
        turned=turns[:TURNED],
        turned_more=turns[TURNED:],
        areas=tuple(
            area_of_work(seen, framework, slug, name, lines)
            for slug, name in ((s.slug, s.name) for s in framework.sections)
        ),
        coming=coming(seen, lines, day) if day else (),
        findings=tuple(findings[:3]),
        n_findings=len(findings),
        n_blocking=sum(1 for each in findings if each.severity == "blocking"),
        edition=editions[0] if editions else None,
    )


def urgency(line: Line) -> tuple[int, float, float]:
    """Red before the rest, then the chart's order of exceptions, then the distance from plan."""
    place = RATINGS.index(line.result.rating.key) if line.result.rating.key in RATINGS else len(RATINGS)
    return place, -line.result.variation.order, by_gap(line)


def tallies(seen: Seen, framework: Framework, lines: Sequence[Line]) -> tuple[Tally, ...]:
    counts = Counter(each.result.rating.key for each in lines)
    chips = {each.result.rating.key: each.chip for each in lines}
    keys = [key for key in RATINGS if counts[key]]
    return tuple(
        Tally(chips[key], counts[key], seen.to("scorecard-framework", framework.slug, rating=key)) for key in keys
    )


def bar(lines: Sequence[Line], width: int = 160) -> Markup:
    counts = Counter(each.result.rating.key for each in lines)
    words = {each.result.rating.key: each.chip.word for each in lines}
    parts = [(key, counts[key]) for key in RATINGS if counts[key]]
    return drawings.shares(parts, ", ".join(f"{words[key]} {count}" for key, count in parts), width)


def turned(seen: Seen, lines: Sequence[Line], before: Sequence[Result]) -> tuple[Turned, ...]:
    """Ratings that changed, those that got worse first."""
    was = {result.key: result.rating for result in before}
    changed = [each for each in lines if each.result.key in was and was[each.result.key].key != each.result.rating.key]
    found = [Turned(each, figures.chip(seen.definitions, was[each.result.key])) for each in changed]
    return tuple(sorted(found, key=lambda each: urgency(each.line)))


def area_of_work(seen: Seen, framework: Framework, slug: str, name: str, lines: Sequence[Line]) -> AreaOfWork:
    mine = [each for each in lines if each.entry.section == slug]
    off = sorted(off_plan(mine), key=urgency)
    rated = sum(1 for each in mine if each.result.rating.met is not None)
    href = seen.to("scorecard-framework", framework.slug, section=slug)
    return AreaOfWork(name, href, len(off), rated, len(mine), bar(mine), off[0] if off else None)


def coming(seen: Seen, lines: Sequence[Line], day: date) -> tuple[Coming, ...]:
    """The next days on which an ambition falls due, with the measures that it concerns."""
    due = sorted({aim.by for each in lines for aim in each.entry.ambitions if aim.by >= day})[:2]
    return tuple(
        Coming(as_day(on), due_words(mine), mine[0].href)
        for on in due
        for mine in [[each for each in lines if any(aim.by == on for aim in each.entry.ambitions)]]
    )


def due_words(lines: Sequence[Line]) -> str:
    if len(lines) == 1:
        return f"{lines[0].name}: the ambition falls due"
    missed = sum(1 for each in lines if each.result.rating.met is False)
    off = f"{missed or 'none'} of these measures {'is' if missed < 2 else 'are'} off plan now"
    return f"{count_of(len(lines), 'ambition')} fall due; {off}"
