"""What is worst, decided once: among entries, among sections, and what needs attention first.

Pages, papers and the columns of the database go by these keys; larger is worse. `docs/method/worst-first.md` says the
rule with examples.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from outturn.core.assess.result import Result

BANDS = ("red", "amber", "yellow", "green", "blue", "grey")
"""Bands in the order of reading: the worst first, not rated last."""
MOVEMENTS = ("worsening", "", "steady", "improving")
"""Tones of a movement, the most alarming first; a change that neither is nor is not welcome stands before none."""
SEVERITY = {"red": 4, "amber": 3, "yellow": 2, "grey": 1, "green": 0, "blue": 0}
"""Among entries of equal standing: not to know is more urgent than good news."""
OFF = len(SEVERITY)
"""Added for what is off plan, so that it comes before all else, whatever its band is called."""
WHOLE = 100.0
"""The share by which a target of zero is missed: no percentage can be taken, so it counts as missed whole."""
MOST = 5

Key = tuple[int, float, float]
SectionKey = tuple[int, int, int, float]
Group = TypeVar("Group")


def urgency_key(rating_key: str, adverse_percent: float | None, off: bool, spc_order: float) -> Key:
    """Off plan before all else and the worst band first; then the largest share off plan; then what the chart says.

    `spc_order`: the exception order of the control chart, higher is more urgent.
    """
    return SEVERITY.get(rating_key, SEVERITY["grey"]) + (OFF if off else 0), share_off(adverse_percent, off), spc_order


def share_off(adverse_percent: float | None, off: bool) -> float:
    """The share of the plan, in percent, that a figure is off by; zero where it is not off plan."""
    if not off:
        return 0.0
    return WHOLE if adverse_percent is None else adverse_percent


def section_key(off: Mapping[str, int], largest_share: float) -> SectionKey:
    """Most Red first, then most Amber, then most of any other band; then the largest share that one is off plan by.

    `off`: how many entries of the section are off plan, by band.
    """
    red, amber = off.get("red", 0), off.get("amber", 0)
    return red, amber, sum(off.values()) - red - amber, largest_share


def place_band(rating_key: str) -> int:
    """Where a band stands in the order of reading; one of no known colour stands last."""
    return BANDS.index(rating_key) if rating_key in BANDS else len(BANDS)


def place_movement(tone: str, arrow: str) -> int:
    """Where a movement stands among others, the most alarming first; where no earlier figure is known, last.

    `tone` and `arrow` as `say.movement` has them.
    """
    return MOVEMENTS.index(tone) if arrow else len(MOVEMENTS)


def rank_key(rank: int | None, rank_of: int | None) -> float | None:
    """How far down the table a rank stands: 1.0 is last of all. None where there is no rank."""
    return rank / rank_of if rank and rank_of else None


def urgency_of(result: Result) -> Key:
    rating = result.rating
    return urgency_key(rating.key, rating.adverse_percent, rating.off, result.variation.order)


def pick_attention(results: Iterable[Result]) -> list[Result]:
    """Those off plan that need attention first, the most urgent first; never more than MOST. Ties stand as given."""
    return sorted((result for result in results if result.rating.off), key=urgency_of, reverse=True)[:MOST]


def pick_worst(results: Iterable[Result]) -> Result | None:
    """The one that needs attention first; None where nothing is off plan."""
    return next(iter(pick_attention(results)), None)


def sort_sections(sections: Iterable[tuple[Group, Sequence[Result]]]) -> list[tuple[Group, Sequence[Result]]]:
    """Sections with their results, the worst first; those that are equal stand as given."""
    return sorted(sections, key=lambda section: section_key_of(section[1]), reverse=True)


def section_key_of(results: Iterable[Result]) -> SectionKey:
    off = [result.rating for result in results if result.rating.off]
    largest = max((share_off(rating.adverse_percent, rating.off) for rating in off), default=0.0)
    return section_key(Counter(rating.key for rating in off), largest)
