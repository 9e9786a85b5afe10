"""How many rows there are, how many fit, and how many each choice holds: one question to the database."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.functions import Cast

from outturn.web.listing.filters import YES, Filter, Flag, OneOf

TOTAL, FITTING = "(total)", "(fitting)"
"""No word of an address is written like these."""


@dataclass(frozen=True)
class Counts:
    """`by_choice`: of all rows, whatever is chosen: word of the address -> value -> how many."""

    total: int
    fitting: int
    by_choice: dict[str, dict[str, int]]

    def of(self, word: str, value: str) -> int:
        return self.by_choice.get(word, {}).get(value, 0)


def count_rows(rows: QuerySet[Any], filters: Iterable[Filter], narrowed: Q) -> Counts:
    arms = [*_arms(rows.order_by(), filters), _arm(rows.order_by().filter(narrowed), FITTING, Value(""))]
    counted: dict[str, dict[str, int]] = {}
    for word, value, number in _arm(rows.order_by(), TOTAL, Value("")).union(*arms, all=True):
        if value is not None:
            counted.setdefault(word, {})[value] = number
    total, fitting = (sum(counted.pop(word, {}).values()) for word in (TOTAL, FITTING))
    return Counts(total, fitting, counted)


def _arms(rows: QuerySet[Any], filters: Iterable[Filter]) -> Iterator[QuerySet[Any]]:
    for each in filters:
        if isinstance(each, OneOf):
            yield _arm(rows, each.key, F(each.column or each.key))
        elif isinstance(each, Flag):
            yield _arm(rows.filter(each.condition), each.key, Value(YES))


def _arm(rows: QuerySet[Any], word: str, value: Any) -> QuerySet[Any]:
    """(word, value, number) of one filter."""
    kinds = {"word_": Value(word, CharField()), "value_": Cast(value, CharField())}
    counted: QuerySet[Any] = rows.values(**kinds).annotate(number_=Count("pk"))
    return counted.values_list("word_", "value_", "number_")
