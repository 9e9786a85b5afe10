"""How the ratings stand: in all, and by area of work with the worst measure of each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outturn.core.catalogue import Framework
from outturn.core.report.document import Chip
from outturn.core.report.say.order import BANDS, pick_worst
from outturn.web.components import drawings
from outturn.web.components.line import Line
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
    worst: Line | None


def tallies(seen: Seen, framework: Framework, lines: Sequence[Line]) -> tuple[Tally, ...]:
    counts = Counter(each.result.rating.key for each in lines)
    chips = {each.result.rating.key: each.chip for each in lines}
    keys = [key for key in BANDS if counts[key]]
    return tuple(
        Tally(chips[key], counts[key], seen.to("scorecard-framework", framework.slug, rating=key)) for key in keys
    )


def bar(lines: Sequence[Line], width: int = 160) -> Markup:
    counts = Counter(each.result.rating.key for each in lines)
    words = {each.result.rating.key: each.chip.word for each in lines}
    parts = [(key, counts[key]) for key in BANDS if counts[key]]
    return drawings.shares(parts, ", ".join(f"{words[key]} {count}" for key, count in parts), width)


def area_of_work(seen: Seen, framework: Framework, slug: str, name: str, lines: Sequence[Line]) -> AreaOfWork:
    mine = [each for each in lines if each.entry.section == slug]
    off = sum(1 for each in mine if each.result.rating.off)
    rated = sum(1 for each in mine if each.result.rating.rated)
    href = seen.to("scorecard-framework", framework.slug, section=slug)
    first = pick_worst(each.result for each in mine)
    worst = next((each for each in mine if first is not None and each.result.key == first.key), None)
    return AreaOfWork(name, href, off, rated, len(mine), bar(mine), worst)
