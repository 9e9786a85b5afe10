"""What the reader asked of the framework page: filters that combine, search and order, all held in the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from outturn.core.report.say.order import place_movement, share_off
from outturn.web.outcomes.rows import OutcomeRow
from outturn.web.seen import address

LONGEST = 80


@dataclass(frozen=True)
class Asked:
    """Empty means everything. `order` turns the sense of the sort round."""

    section: str = ""
    workstream: str = ""
    area: str = ""
    off: bool = False
    changed: bool = False
    words: str = ""
    sort: str = "framework"
    reverse: bool = False

    @property
    def filtered(self) -> bool:
        return bool(self.section or self.workstream or self.area or self.off or self.changed or self.words)

    def query(self, **instead: Any) -> dict[str, Any]:
        """The address of this state, with some of it changed."""
        state = {
            "section": self.section,
            "workstream": self.workstream,
            "area": self.area,
            "off": "yes" if self.off else "",
            "changed": "yes" if self.changed else "",
            "q": self.words,
            "sort": self.sort if self.sort != "framework" else "",
            "order": "reverse" if self.reverse else "",
        }
        return state | instead

    @property
    def address(self) -> str:
        """The state as it stands in an address, for the way back."""
        return address("", self.query()).lstrip("?")


def asked(query: QueryDict) -> Asked:
    """Reads the address; what it does not know it leaves out, so an old link still shows a page."""
    sort = query.get("sort", "framework")
    return Asked(
        section=query.get("section", "")[:LONGEST],
        workstream=query.get("workstream", "")[:LONGEST],
        area=query.get("area", "")[:LONGEST],
        off=query.get("off") == "yes",
        changed=query.get("changed") == "yes",
        words=" ".join(query.get("q", "").split())[:LONGEST],
        sort=sort if sort in SORTS else "framework",
        reverse=query.get("order") == "reverse",
    )


def fits(row: OutcomeRow, wanted: Asked) -> bool:
    entry = row.line.entry
    said = (row.line.name.text, entry.wording, entry.number, entry.group, entry.sub_label, row.line.section)
    text = " ".join(said).lower()
    return (
        (not wanted.section or entry.section == wanted.section)
        and (not wanted.workstream or entry.workstream == wanted.workstream)
        and (not wanted.area or entry.area == wanted.area)
        and (not wanted.off or row.line.result.rating.off)
        and (not wanted.changed or row.updated)
        and all(word in text for word in wanted.words.lower().split())
    )


def by_target(row: OutcomeRow) -> tuple[int, float]:
    """Off target first, the furthest before the nearer; then on target; then not rated."""
    rating = row.line.result.rating
    return (0 if rating.off else 1 if rating.on else 2), -share_off(rating.adverse_percent, rating.off)


SORTS: dict[str, Callable[[OutcomeRow], Any]] = {
    "framework": lambda row: 0,
    "target": by_target,
    "direction": lambda row: place_movement(row.line.movement.tone, row.line.movement.arrow),
    "name": lambda row: row.line.name.text.lower(),
    "workstream": lambda row: row.line.entry.workstream.lower(),
}
SORT_WORDS = {
    "framework": "in the order of the framework",
    "target": "furthest off target first",
    "direction": "getting worse first",
    "name": "by name",
    "workstream": "by lead workstream",
}


def ordered(rows: Sequence[OutcomeRow], wanted: Asked) -> list[OutcomeRow]:
    return sorted(rows, key=SORTS[wanted.sort], reverse=wanted.reverse)
