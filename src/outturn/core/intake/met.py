"""What has been met in a file so far: names, periods and words are numbered; each distinct one is looked up once."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

import polars as pl

from outturn.core.intake.unit_info import UnitInfo
from outturn.core.periods import Period

T = TypeVar("T", bound=Hashable)
NUMBER = pl.UInt32()


class Said(NamedTuple):
    """The words that name a period, as a row holds them."""

    kind: str = ""
    label: str = ""
    start: str = ""
    end: str = ""
    within: str = ""


class Numbers(Generic[T]):
    """Things numbered in the order in which they were first met."""

    def __init__(self) -> None:
        self._numbers: dict[T, int] = {}
        self._things: list[T] = []

    def number(self, thing: T) -> int:
        return self._numbers.setdefault(thing, len(self._numbers))

    def __len__(self) -> int:
        return len(self._numbers)

    @property
    def things(self) -> list[T]:
        """By their numbers. The list is kept until something new is met: it is asked for cell by cell."""
        if len(self._things) < len(self._numbers):
            self._things = list(self._numbers)
        return self._things

    def column(self, numbers: pl.Series, of: Callable[[T], object], dtype: pl.DataType) -> pl.Series:
        """What is told of each thing, for a column of numbers."""
        return pl.Series([of(thing) for thing in self._numbers], dtype=dtype).gather(numbers)

    def words(self, numbers: pl.Series) -> pl.Series:
        return self.column(numbers, lambda thing: thing, pl.String())


@dataclass
class Met:
    """The numbers of one sheet. `periods` tells what `found` the words were read as; None is no period."""

    indicators: Numbers[str] = field(default_factory=Numbers)
    areas: Numbers[str] = field(default_factory=Numbers)
    measures: Numbers[UnitInfo] = field(default_factory=Numbers)
    roles: Numbers[str] = field(default_factory=Numbers)
    columns: Numbers[str] = field(default_factory=Numbers)
    said: Numbers[Said] = field(default_factory=Numbers)
    periods: Numbers[Period] = field(default_factory=Numbers)


def number_each(words: pl.Series, number: Callable[[str], int | None]) -> pl.Series:
    """The number of every cell's words, each distinct cell looked up once; null where there is none."""
    return translate(words, lambda distinct: [number(word) for word in distinct])


def translate(keys: pl.Series, work: Callable[[list], list[int | None]]) -> pl.Series:
    """A number for every key, worked out for the distinct keys at once."""
    distinct = keys.unique()
    numbers = pl.Series(work(distinct.to_list()), dtype=NUMBER)
    if len(distinct) == 1:
        return pl.repeat(numbers[0], len(keys), dtype=NUMBER, eager=True)
    return keys.replace_strict(distinct, numbers, return_dtype=NUMBER)
