"""What the reader asked of the scorecard: filters, search and order, all held in the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from outturn.core.assess.result import Result
from outturn.core.report.say.order import BANDS, place_band, place_movement, rank_key, share_off
from outturn.render.look import variation
from outturn.web.components.line import Line

FAMILIES = {
    "concern": "Getting worse",
    "improvement": "Getting better",
    "common": "No significant change",
    "none": "No icon",
}
LAST = float("inf")


@dataclass(frozen=True)
class Asked:
    """Empty means everything. `order` turns the sense of the sort round."""

    section: str = ""
    ratings: tuple[str, ...] = ()
    variation: str = ""
    changed: bool = False
    words: str = ""
    sort: str = "framework"
    reverse: bool = False

    @property
    def filtered(self) -> bool:
        return bool(self.section or self.ratings or self.variation or self.changed or self.words)

    def query(self, **instead: Any) -> dict[str, Any]:
        """The address of this state, with some of it changed."""
        state = {
            "section": self.section,
            "rating": list(self.ratings),
            "variation": self.variation,
            "changed": "yes" if self.changed else "",
            "q": self.words,
            "sort": self.sort if self.sort != "framework" else "",
            "order": "reverse" if self.reverse else "",
        }
        return state | instead


def asked(query: QueryDict) -> Asked:
    """Reads the address; what it does not know it leaves out, so an old link still shows a page."""
    sort = query.get("sort", "framework")
    return Asked(
        section=query.get("section", ""),
        ratings=tuple(key for key in query.getlist("rating") if key in BANDS),
        variation=query.get("variation", "") if query.get("variation") in FAMILIES else "",
        changed=query.get("changed") == "yes",
        words=" ".join(query.get("q", "").split())[:80],
        sort=sort if sort in SORTS else "framework",
        reverse=query.get("order") == "reverse",
    )


def family(result: Result) -> str:
    return variation(result.variation.variation) if result.variation.variation else "none"


def fits(line: Line, wanted: Asked) -> bool:
    text = f"{line.name.text} {line.entry.wording} {line.entry.number} {line.section}".lower()
    return (
        (not wanted.section or line.entry.section == wanted.section)
        and (not wanted.ratings or line.result.rating.key in wanted.ratings)
        and (not wanted.variation or family(line.result) == wanted.variation)
        and (not wanted.changed or line.changed)
        and all(word in text for word in wanted.words.lower().split())
    )


def by_gap(line: Line) -> float:
    """Furthest from plan first, as a share of plan; then those on plan; then those not compared."""
    rating = line.result.rating
    if rating.off:
        return -share_off(rating.adverse_percent, rating.off)
    return 1.0 if rating.on else LAST


def by_lag(line: Line) -> float:
    return line.result.date.toordinal() if line.result.date else LAST


def by_rank(line: Line) -> float:
    held = line.ranked[0].standing if line.ranked else None
    place = rank_key(held.rank, held.rank_of) if held else None
    return LAST if place is None else -place


SORTS: dict[str, Callable[[Line], Any]] = {
    "framework": lambda line: 0,
    "name": lambda line: line.name.text.lower(),
    "rating": lambda line: place_band(line.result.rating.key),
    "gap": by_gap,
    "movement": lambda line: place_movement(line.movement.tone, line.movement.arrow),
    "urgency": lambda line: -line.result.variation.order if line.variation.marks else LAST,
    "rank": by_rank,
    "lag": by_lag,
}
"""Worst, or most behind, first; what cannot be placed goes last."""

SORT_WORDS = {
    "framework": "in the order of the framework",
    "name": "by name",
    "rating": "worst rating first",
    "gap": "furthest from plan first",
    "movement": "getting worse first",
    "urgency": "most urgent first",
    "rank": "worst rank first",
    "lag": "oldest figure first",
}


def ordered(lines: Sequence[Line], wanted: Asked) -> list[Line]:
    """Sorted as asked; what cannot be placed stays last either way."""
    key = SORTS[wanted.sort]
    placed = [line for line in lines if key(line) != LAST]
    return sorted(placed, key=key, reverse=wanted.reverse) + [line for line in lines if key(line) == LAST]
