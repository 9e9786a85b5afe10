"""How many rows there are, how many fit, and how many each choice holds: one question to the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast

from outturn.web.listing.filters import YES, Filter, Flag, OneOf


@dataclass(frozen=True)
class Counts:
    """`by_choice`: of all rows, whatever is chosen: word of the address -> value -> how many."""

    total: int
    fitting: int
    by_choice: dict[str, dict[str, int]]

    def of(self, word: str, value: str) -> int:
        return self.by_choice.get(word, {}).get(value, 0)


def count_rows(rows: QuerySet[Any], filters: Iterable[Filter], narrowed: Q) -> Counts:
    """The rows are gone through once, however many filters there are: counted by every choice together, then summed."""
    words = {f"choice_{number}": (each.key, _choice(each)) for number, each in enumerate(filters) if _can_count(each)}
    columns = {name: Cast(choice, CharField()) for name, (_, choice) in words.items()}
    fits = Case(When(narrowed, then=Value(1)), default=Value(0)) if narrowed else Value(1)
    grouped = rows.order_by().values(**columns, fits_=fits).annotate(number_=Count("pk"))
    by_choice: dict[str, dict[str, int]] = {word: {} for word, _ in words.values()}
    total = fitting = 0
    for fit, number, *values in grouped.values_list("fits_", "number_", *columns):
        total, fitting = total + number, fitting + fit * number
        for counts, value in zip(by_choice.values(), values, strict=True):
            if value is not None:
                counts[value] = counts.get(value, 0) + number
    return Counts(total, fitting, by_choice)


def _can_count(each: Filter) -> bool:
    return isinstance(each, (OneOf, Flag))


def _choice(each: Filter) -> Any:
    if isinstance(each, OneOf):
        return F(each.column or each.key)
    assert isinstance(each, Flag)
    return Case(When(each.condition, then=Value(YES)), default=None, output_field=CharField())
