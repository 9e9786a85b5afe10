"""How the ratings stand: in all, and by area of work with the worst measure of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outturn.core.catalogue import Framework, Section
from outturn.core.report.document import Chip
from outturn.core.report.say.order import BANDS
from outturn.records.assessments.overview import Group, Overview, tally_groups
from outturn.web.components import drawings
from outturn.web.components.chips import Chips
from outturn.web.components.line import Mention
from outturn.web.seen import Seen


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
    worst: Mention | None


def tallies(seen: Seen, framework: Framework, overview: Overview, chips: Chips) -> tuple[Tally, ...]:
    counts = overview.tally.by_key
    keys = [key for key in BANDS if counts[key]]
    return tuple(
        Tally(chips[key], counts[key], seen.to("scorecard-framework", framework.slug, rating=key)) for key in keys
    )


def bar(groups: Sequence[Group], chips: Chips, width: int = 160) -> Markup:
    counts = tally_groups(groups).by_key
    parts = [(key, counts[key]) for key in BANDS if counts[key]]
    return drawings.shares(parts, ", ".join(f"{chips[key].word} {count:,d}" for key, count in parts), width)


def area_of_work(
    seen: Seen, framework: Framework, section: Section, groups: Sequence[Group], chips: Chips, worst: Mention | None
) -> AreaOfWork:
    count = tally_groups(groups)
    href = seen.to("scorecard-framework", framework.slug, section=section.slug)
    return AreaOfWork(section.name, href, count.off, count.rated, count.total, bar(groups, chips), worst)
