"""What changed and what needs someone: the first page of the morning."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outturn.core.catalogue import Framework
from outturn.core.report.document import Chip
from outturn.core.report.say.counts import blocking, say_updated
from outturn.core.report.say.nothing import none_off
from outturn.records.assessments.overview import Overview, look_over
from outturn.records.assessments.urgent import find_first, find_turned, find_worst
from outturn.records.findings.models import Sighting
from outturn.records.observations.models import Release
from outturn.records.observations.queries import Moment
from outturn.records.reports.queries import EditionRow
from outturn.web.components.chips import Chips, chips_of
from outturn.web.components.line import Line, Mention, mention, read_lines
from outturn.web.components.notices import Facts, first_sentence, notices
from outturn.web.components.words import as_day
from outturn.web.seen import Seen
from outturn.web.today.areas import AreaOfWork, Tally, area_of_work, bar, tallies
from outturn.web.today.coming import Coming, coming

TURNED, MORE = 6, 24


@dataclass(frozen=True)
class Turn:
    """A rating that is another than in the release before."""

    now: Mention
    before: Chip


@dataclass(frozen=True)
class Today:
    """`turned_more`: those that fold out; `turned_rest`: how many there are besides."""

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
    turned: tuple[Turn, ...]
    turned_more: tuple[Turn, ...]
    turned_rest: int
    areas: tuple[AreaOfWork, ...]
    coming: tuple[Coming, ...]
    findings: tuple[Sighting, ...]
    n_findings: int
    blocking: str
    edition: EditionRow | None


def today(
    seen: Seen,
    framework: Framework,
    before: Moment,
    releases: Sequence[Release],
    findings: Sequence[Sighting],
    severities: Counter[str],
    editions: Sequence[EditionRow],
) -> Today:
    """`before`: one release earlier; `releases`: the last two, newest first; `findings`: the worst of those that are
    open."""
    overview = look_over(seen.moment, framework.slug)
    first = find_first(seen.moment, framework.slug)
    chips = chips_of(seen, overview)
    turns, n_turned = turn_ratings(seen, framework, before)
    return Today(
        sentence=first_sentence(seen, framework, overview, first),
        notices=notices(seen, framework, Facts.of(overview)),
        framework=framework,
        tallies=tallies(seen, framework, overview, chips),
        bar=bar(overview.groups, chips, width=960),
        attention=tuple(read_lines(seen, first, points=True, table=False)),
        none_off=none_off(overview.tally, overview.known, as_day(seen.moment.on) if seen.moment.on else ""),
        since=f"release {releases[1].number} of {as_day(releases[1].at)}" if len(releases) > 1 else "",
        updated=say_updated(overview.changed, overview.total),
        n_restated=releases[0].n_restated if releases else 0,
        turned=turns[:TURNED],
        turned_more=turns[TURNED:],
        turned_rest=n_turned - len(turns),
        areas=areas_of_work(seen, framework, overview, chips),
        coming=coming(seen, framework.slug),
        findings=tuple(findings),
        n_findings=severities.total(),
        blocking=blocking(severities["blocking"], severities.total()),
        edition=editions[0] if editions else None,
    )


def turn_ratings(seen: Seen, framework: Framework, before: Moment) -> tuple[tuple[Turn, ...], int]:
    """Ratings that changed, the most urgent now first, as many as a page has room for; and how many there are."""
    rows = list(find_turned(seen.moment, before, framework.slug)[: TURNED + MORE])
    turns = (Turn(mention(seen, row, row.rating), mention(seen, row, row.was).chip) for row in rows)
    return tuple(turns), rows[0].total if rows else 0


def areas_of_work(seen: Seen, framework: Framework, overview: Overview, chips: Chips) -> tuple[AreaOfWork, ...]:
    """The worst first."""
    rows = find_worst(seen.moment, framework.slug, overview)
    worst = {row.section: mention(seen, row, row.rating) for row in rows}
    return tuple(
        area_of_work(seen, framework, section, overview.of_section(section.slug), chips, worst.get(section.slug))
        for section in overview.sort_sections(framework.sections)
    )
