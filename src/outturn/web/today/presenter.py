"""What changed and what needs someone: the first page of the morning."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.report.document import Chip
from outturn.core.report.say.counts import blocking, updated
from outturn.core.report.say.nothing import none_off
from outturn.core.report.say.order import pick_attention, urgency_of
from outturn.core.report.say.tally import tally
from outturn.records.findings.queries import FindingRow
from outturn.records.observations.queries import ReleaseRow
from outturn.records.reports.queries import EditionRow
from outturn.web.components import figures
from outturn.web.components.line import Line, line
from outturn.web.components.notices import first_sentence, known, notices
from outturn.web.components.words import as_day
from outturn.web.scorecard.presenter import paired
from outturn.web.seen import Seen
from outturn.web.today.areas import AreaOfWork, Tally, area_of_work, bar, tallies
from outturn.web.today.coming import Coming, coming

TURNED = 6


@dataclass(frozen=True)
class Turned:
    """A rating that is another than in the release before."""

    line: Line
    before: Chip


@dataclass(frozen=True)
class Today:
    sentence: str
    notices: tuple[str, ...]
    framework: Framework
    tallies: tuple[Tally, ...]
    bar: Markup
    attention: tuple[Line, ...]
    none_off: str
    since: str
    updated: str
    n_restated: int
    turned: tuple[Turned, ...]
    turned_more: tuple[Turned, ...]
    areas: tuple[AreaOfWork, ...]
    coming: tuple[Coming, ...]
    findings: tuple[FindingRow, ...]
    n_findings: int
    blocking: str
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
    day = as_day(seen.moment.on) if seen.moment.on else ""
    turns = turned(seen, lines, before)
    return Today(
        sentence=first_sentence(seen, framework, lines),
        notices=notices(seen, lines),
        framework=framework,
        tallies=tallies(seen, framework, lines),
        bar=bar(lines, width=960),
        attention=attention(lines),
        none_off=none_off(tally([each.result for each in lines]), known(lines), day),
        since=f"release {releases[1].number} of {as_day(releases[1].at)}" if len(releases) > 1 else "",
        updated=updated(sum(1 for each in lines if each.changed), len(lines)),
        n_restated=releases[0].n_restated if releases else 0,
        turned=turns[:TURNED],
        turned_more=turns[TURNED:],
        areas=tuple(
            area_of_work(seen, framework, slug, name, lines)
            for slug, name in ((s.slug, s.name) for s in framework.sections)
        ),
        coming=coming(lines, seen.day),
        findings=tuple(findings[:3]),
        n_findings=len(findings),
        blocking=blocking(sum(1 for each in findings if each.severity == "blocking"), len(findings)),
        edition=editions[0] if editions else None,
    )


def attention(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that need attention first: among them is the one that the sentence names."""
    by_key = {each.result.key: each for each in lines}
    return tuple(by_key[result.key] for result in pick_attention([each.result for each in lines]))


def turned(seen: Seen, lines: Sequence[Line], before: Sequence[Result]) -> tuple[Turned, ...]:
    """Ratings that changed, those that got worse first."""
    was = {result.key: result.rating for result in before}
    changed = [each for each in lines if each.result.key in was and was[each.result.key].key != each.result.rating.key]
    found = [Turned(each, figures.chip(seen.definitions, was[each.result.key])) for each in changed]
    return tuple(sorted(found, key=lambda each: urgency_of(each.line.result), reverse=True))
