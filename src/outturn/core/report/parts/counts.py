"""Counting ratings: how many on plan, off plan, not rated; and which section is worst."""

from collections import Counter
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Section
from outturn.core.report.paper import Paper

URGENCY = {"red": 3, "amber": 2, "yellow": 2, "grey": 1, "green": 0}


@dataclass(frozen=True)
class Tally:
    """`by_key`: how many entries carry each band; `rated`: how many have a rating at all."""

    by_key: Counter
    rated: int
    off: int

    @property
    def total(self) -> int:
        return sum(self.by_key.values())


def tally(results: list[Result]) -> Tally:
    return Tally(
        Counter(result.rating.key for result in results),
        sum(result.rating.rated for result in results),
        sum(result.rating.off for result in results),
    )


def worst_first(paper: Paper, framework: str) -> list[tuple[Section, list[Entry]]]:
    """Sections with entries, those with most and worst adverse ratings first; otherwise in their own order."""
    found = paper.framework(framework)
    sections = [(section, paper.in_section(found, section.slug)) for section in found.sections]
    filled = [(section, entries) for section, entries in sections if entries]
    return sorted(filled, key=lambda pair: badness(paper, pair[1]), reverse=True)


def badness(paper: Paper, entries: list[Entry]) -> tuple[int, int, float]:
    """Reds, then yellows, then the largest adverse share of plan."""
    results = [paper.result(entry) for entry in entries]
    keys = Counter(result.rating.key for result in results)
    shares = [result.rating.adverse_percent or 0 for result in results if result.rating.off]
    return keys["red"], keys["amber"] + keys["yellow"], max(shares, default=0)


def worst_entry(paper: Paper, entries: list[Entry]) -> Entry | None:
    """The entry that needs most attention, if any is off plan."""
    off = [entry for entry in entries if paper.result(entry).rating.off]
    return max(off, key=lambda entry: urgency(paper.result(entry)), default=None)


def urgency(result: Result) -> tuple[int, float, float]:
    """Worst band first; a zero target that is missed has no share and counts as missed whole; then the SPC order."""
    share = result.rating.adverse_percent
    size = 100.0 if share is None and result.rating.off else share or 0.0
    return URGENCY.get(result.rating.key, 1), size, result.variation.order
