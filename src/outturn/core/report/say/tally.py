"""Counting ratings: how many there are of each band, how many are rated at all, how many are off plan."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from outturn.core.assess.result import Result


@dataclass(frozen=True)
class Tally:
    """`by_key`: how many entries carry each band; `rated`: how many have a rating at all."""

    by_key: Counter[str]
    rated: int
    off: int

    @property
    def total(self) -> int:
        return sum(self.by_key.values())


def tally(results: Iterable[Result]) -> Tally:
    ratings = [result.rating for result in results]
    return Tally(
        Counter(rating.key for rating in ratings),
        sum(rating.rated for rating in ratings),
        sum(rating.off for rating in ratings),
    )
