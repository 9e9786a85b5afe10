"""Where a measure is used: frameworks, other areas, papers, and its neighbours in the framework."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Framework
from outturn.core.report.cells import show_chip
from outturn.core.report.document import Chip
from outturn.core.report.paper import anchor_of_row
from outturn.records.reports.queries import EditionRow
from outturn.web.components.line import entry_href, entry_name, framework_href
from outturn.web.outcomes.lists import list_of_framework
from outturn.web.seen import Seen


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


def list_uses(seen: Seen, current: Entry, results: Sequence[Result]) -> tuple[Use, ...]:
    """`results`: those of the indicator."""
    by_key = {result.key: result for result in results}
    uses = seen.definitions.find_uses(current.indicator)
    several = any(each.area != current.area for each in uses)
    return tuple(describe_use(seen, each, by_key.get(each.key), current, several) for each in uses)


def describe_use(seen: Seen, entry: Entry, result: Result | None, current: Entry, several: bool) -> Use:
    """`several`: the indicator is used for several areas, so that each is named."""
    framework = seen.definitions.frameworks[entry.framework]
    section = next((each.name for each in framework.sections if each.slug == entry.section), "")
    chip = show_chip(seen.definitions, result.rating) if result else None
    href = seen.to("indicator-area", entry.indicator, entry.area, **{"in": entry.framework})
    area = seen.definitions.areas[entry.area].short if several else ""
    return Use(framework.title, section, entry.wording, entry.number, area, chip, href, entry.key == current.key)


def other_areas(seen: Seen, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(name, address) of the other areas that this indicator is held for in the framework."""
    areas = [each.area for each in seen.definitions.find_uses(entry.indicator) if each.framework == entry.framework]
    others = [slug for slug in dict.fromkeys(areas) if slug != entry.area]
    return tuple(
        (seen.definitions.areas[slug].name, seen.to("indicator-area", entry.indicator, slug)) for slug in others
    )


def list_prints(seen: Seen, entry: Entry, editions: Sequence[EditionRow]) -> tuple[tuple[str, str], ...]:
    packs = {
        slug
        for slug, pack in seen.definitions.packs.items()
        if any(part.framework == entry.framework for part in pack.parts)
    }
    return tuple(
        (f"{row.title}, {row.name}", seen.to("edition", row.pack, row.name)) for row in editions if row.pack in packs
    )


@dataclass(frozen=True)
class Link:
    name: str
    href: str


def link_to(seen: Seen, entry: Entry | None) -> Link | None:
    """To a measure before or after, for reading a framework through."""
    return Link(entry_name(seen, entry), entry_href(seen, entry)) if entry else None


def way_back(seen: Seen, framework: Framework, entry: Entry, came_from: str) -> tuple[tuple[str, str], ...]:
    """The framework's page, and the section there; of a one-page framework, the very row, filtered as it was left."""
    section = next((each.name for each in framework.sections if each.slug == entry.section), "")
    if not framework.shows.on_one_page:
        home = framework_href(seen, framework)
        return ("Scorecard", home), (section, framework_href(seen, framework, section=entry.section))
    row = anchor_of_row(entry)
    left = list_of_framework(seen.definitions, framework).read(QueryDict(came_from)).here
    home = framework_href(seen, framework)
    return ("Outcomes", home), ("Back to the row", f"{framework_href(seen, framework, **left)}#{row}")
