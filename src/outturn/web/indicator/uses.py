"""Where a measure is used: frameworks, other areas, papers, and its neighbours in the framework."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Framework
from outturn.core.report.document import Chip, anchor_of
from outturn.records.reports.queries import EditionRow
from outturn.web.components import figures
from outturn.web.components.line import Line, framework_href, line
from outturn.web.outcomes.asked import asked
from outturn.web.seen import Seen

Found = Mapping[tuple[str, str, str], Result]


@dataclass(frozen=True)
class Use:
    framework: str
    section: str
    wording: str
    number: str
    area: str
    chip: Chip | None
    href: str
    current: bool


def use(seen: Seen, entry: Entry, found: Found, current: Entry) -> Use:
    framework = seen.definitions.frameworks[entry.framework]
    result = found.get(entry.key)
    section = next((each.name for each in framework.sections if each.slug == entry.section), "")
    chip = figures.chip(seen.definitions, result.rating) if result else None
    href = seen.to("indicator-area", entry.indicator, entry.area, **{"in": entry.framework})
    several = any(each.area != current.area for each in seen.definitions.used_in(entry.indicator))
    area = seen.definitions.areas[entry.area].short if several else ""
    return Use(framework.title, section, entry.wording, entry.number, area, chip, href, entry.key == current.key)


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


def neighbours(seen: Seen, framework: Framework, entry: Entry, found: Found) -> tuple[Line | None, Line | None]:
    """The measures before and after in the framework, for reading it through."""
    entries = list(framework.entries)
    place = entries.index(entry)
    before = entries[place - 1] if place else None
    after = entries[place + 1] if place + 1 < len(entries) else None

    def shown(each: Entry | None) -> Line | None:
        return line(seen, each, found.get(each.key) or Result(*each.key)) if each else None

    return shown(before), shown(after)


def way_back(seen: Seen, framework: Framework, entry: Entry, came_from: str) -> tuple[tuple[str, str], ...]:
    """The framework's page, and the section there; of a one-page framework, the very row, filtered as it was left."""
    section = next((each.name for each in framework.sections if each.slug == entry.section), "")
    if not framework.shows.on_one_page:
        home = framework_href(seen, framework)
        return ("Scorecard", home), (section, framework_href(seen, framework, section=entry.section))
    row = anchor_of("row", entry.framework, entry.indicator, entry.area)
    left = asked(QueryDict(came_from)).query()
    home = framework_href(seen, framework)
    return ("Outcomes", home), ("Back to the row", f"{framework_href(seen, framework, **left)}#{row}")
