"""Everything about one indicator in one area, in the order a reader asks: finding, picture, numbers, why, source."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Area, Entry, Framework, Indicator
from outturn.core.commentary import Note, NoteKind
from outturn.core.live import Figures, resolve
from outturn.core.report.charts import chart
from outturn.core.report.document import Chart, Chip, anchor_of
from outturn.records.reports.queries import EditionRow
from outturn.web.components import drawings, figures
from outturn.web.components.line import Line, framework_href, line
from outturn.web.components.peers import arguments, peers
from outturn.web.indicator import aims
from outturn.web.indicator.history import Said
from outturn.web.indicator.series import Series, series
from outturn.web.outcomes.asked import asked
from outturn.web.seen import Seen

KINDS = {
    NoteKind.HIGHLIGHT: "In short",
    NoteKind.RISK: "Risks",
    NoteKind.MITIGATION: "What is being done",
    NoteKind.GOOD_NEWS: "Good news",
    NoteKind.OUTCOME: "What it means for patients",
    NoteKind.STORY: "Story",
}


@dataclass(frozen=True)
class Words:
    """Commentary of one kind."""

    kind: str
    title: str
    notes: tuple[tuple[Note, str], ...]  # with the text, live figures filled in


@dataclass(frozen=True)
class Use:
    framework: str
    section: str
    wording: str
    number: str
    chip: Chip | None
    href: str
    current: bool


@dataclass(frozen=True)
class Portrait:
    title: str
    line: Line
    entry: Entry
    unit: Indicator
    area: Area
    framework: Framework
    crumbs: tuple[tuple[str, str], ...]
    picture: Markup
    narrow: Markup
    has_chart: bool
    instead: str
    note: str
    series: Series
    target: str
    ambitions: list[str]
    forecast: list[str]
    words: tuple[Words, ...]
    uses: tuple[Use, ...]
    areas: tuple[tuple[str, str], ...]
    editions: tuple[tuple[str, str], ...]
    history: list[Said]
    restated: int
    previous: Line | None
    next: Line | None
    arguments: tuple[str, ...]
    national: str
    comparator: str


def portrait(
    seen: Seen,
    entry: Entry,
    results: Sequence[Result],
    notes: Sequence[Note],
    editions: Sequence[EditionRow],
    history: list[Said],
    came_from: str = "",
) -> Portrait:
    """`results`: those of the entry's framework, and every other one of the indicator."""
    known = seen.definitions
    unit, area, framework = (
        known.indicators[entry.indicator],
        known.areas[entry.area],
        known.frameworks[entry.framework],
    )
    found = {result.key: result for result in results}
    result = found.get(entry.key) or Result(*entry.key)
    beside = peers(seen, results)
    shown = line(seen, entry, result, beside, table=False)
    drawn = chart(unit, entry, area, result)
    before, after = neighbours(seen, framework, entry, found)
    return Portrait(
        title=drawn.title,
        line=shown,
        entry=entry,
        unit=unit,
        area=area,
        framework=framework,
        crumbs=way_back(seen, framework, entry, came_from),
        picture=drawings.chart(drawn),
        narrow=drawings.chart(drawn, drawings.NARROW, 300),
        has_chart=has_points(drawn),
        instead=instead_of_chart(result),
        note=sentence_of(result.variation.note) if result.variation.n else "",
        series=series(seen, entry, unit, result),
        target=aims.target_sentence(entry, unit, result),
        ambitions=aims.ambitions(entry, unit),
        forecast=aims.forecast_sentences(result.forecast, unit),
        words=commentary(seen, notes, results),
        uses=tuple(use(seen, each, found, entry) for each in known.used_in(entry.indicator)),
        areas=other_areas(seen, entry),
        editions=printed_in(seen, entry, editions),
        history=history,
        restated=sum(1 for each in history if each.was),
        previous=before,
        next=after,
        arguments=tuple(filter(None, (result.variation.agreement, *arguments(result, shown.ranked)))),
        national=figures.figure(result.standing.national, unit) if result.standing.national is not None else "",
        comparator=result.standing.comparator_text,
    )


def instead_of_chart(result: Result) -> str:
    """What stands where the chart would be."""
    if "suppressed" in result.points.state:
        return "Every figure so far is suppressed: the numbers are too small to show."
    if result.latest.text:
        return result.latest.text
    return "There is nothing to draw yet. The chart appears with the first figure of this measure."


def sentence_of(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}{'' if note.endswith('.') else '.'}" if note else ""


def has_points(drawn: Chart) -> bool:
    return sum(1 for value in drawn.values if value is not None) > 0


def way_back(seen: Seen, framework: Framework, entry: Entry, came_from: str) -> tuple[tuple[str, str], ...]:
    """The framework's page, and the section there; of a one-page framework, the very row, filtered as it was left."""
    section = next((each.name for each in framework.sections if each.slug == entry.section), "")
    if framework.kind != "outcomes":
        home = framework_href(seen, framework)
        return ("Scorecard", home), (section, framework_href(seen, framework, section=entry.section))
    row = anchor_of("row", entry.framework, entry.indicator, entry.area)
    left = asked(QueryDict(came_from)).query()
    return ("Outcomes", framework_href(seen, framework)), ("Back to the row", f"{framework_href(seen, framework, **left)}#{row}")


def neighbours(seen: Seen, framework: Framework, entry: Entry, found: dict) -> tuple[Line | None, Line | None]:
    """The measures before and after in the framework, for reading it through."""
    entries = list(framework.entries)
    place = entries.index(entry)
    before = entries[place - 1] if place else None
    after = entries[place + 1] if place + 1 < len(entries) else None

    def shown(each: Entry | None) -> Line | None:
        return line(seen, each, found.get(each.key) or Result(*each.key)) if each else None

    return shown(before), shown(after)


def commentary(seen: Seen, notes: Sequence[Note], results: Sequence[Result]) -> tuple[Words, ...]:
    live = Figures.of(seen.definitions, list(results))
    kinds = [kind for kind in KINDS if any(note.kind == kind for note in notes)]
    return tuple(
        Words(kind.value, KINDS[kind], tuple((note, resolve(note.text, live)) for note in notes if note.kind == kind))
        for kind in kinds
    )


def use(seen: Seen, entry: Entry, found: dict, current: Entry) -> Use:
    framework = seen.definitions.frameworks[entry.framework]
    result = found.get(entry.key)
    section = next((each.name for each in framework.sections if each.slug == entry.section), "")
    chip = figures.chip(seen.definitions, result.rating) if result else None
    href = seen.to("indicator-area", entry.indicator, entry.area, **{"in": entry.framework})
    return Use(framework.title, section, entry.wording, entry.number, chip, href, entry.key == current.key)


def other_areas(seen: Seen, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(name, address) of the other areas that this indicator is held for in the framework."""
    areas = [each.area for each in seen.definitions.used_in(entry.indicator) if each.framework == entry.framework]
    others = [slug for slug in dict.fromkeys(areas) if slug != entry.area]
    return tuple(
        (seen.definitions.areas[slug].name, seen.to("indicator-area", entry.indicator, slug)) for slug in others
    )


def printed_in(seen: Seen, entry: Entry, editions: Sequence[EditionRow]) -> tuple[tuple[str, str], ...]:
    packs = {
        slug
        for slug, pack in seen.definitions.packs.items()
        if any(part.framework == entry.framework for part in pack.parts)
    }
    return tuple(
        (f"{row.title}, {row.name}", seen.to("edition", row.pack, row.name)) for row in editions if row.pack in packs
    )
