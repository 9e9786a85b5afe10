"""How far the data of a paper reach: said on its cover, so it must hold for most of what stands in it."""

from collections.abc import Iterable
from typing import Protocol, Self, TypeVar


class Ordered(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...


End = TypeVar("End", bound=Ordered)


def reach(ends: Iterable[End]) -> End | None:
    """The newest end that more than half of the measures have reached or passed; None without any.

    One measure that is a month ahead of the others does not carry them with it: of September and October it is
    September, which both have; of September, October and October it is October. `ends`: one for each measure with data.
    """
    newest_first = sorted(ends, reverse=True)
    return newest_first[len(newest_first) // 2] if newest_first else None
