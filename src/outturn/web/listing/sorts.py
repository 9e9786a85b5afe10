"""Orders of a list, as the database keeps them: the same on SQLite and PostgreSQL, with what cannot be placed last."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Func
from django.db.models.expressions import Combinable, OrderBy

from outturn.core.report.say.orders import Order


class Letters(Func):
    """Text in the order of its letters, great or small. PostgreSQL left alone goes by the language of its host."""

    function = "LOWER"
    output_field = CharField()

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        return self.as_sql(compiler, connection, template='%(function)s(%(expressions)s COLLATE "C")')


@dataclass(frozen=True)
class By:
    """A column, or an expression, to order by. Rows without a value for it come last, in either sense of the order."""

    what: str | Combinable
    down: bool = False

    def order(self, reverse: bool = False) -> OrderBy:
        what: Any = F(self.what) if isinstance(self.what, str) else self.what
        return OrderBy(what, descending=self.down != reverse, nulls_last=True)


@dataclass(frozen=True)
class Sort:
    """`key` stands in the address; `order` is how it is said."""

    key: str
    order: Order
    by: tuple[By, ...]

    def tell_sense(self, reverse: bool) -> str:
        """The value of aria-sort: what the figures of the column do down the page."""
        return "descending" if self.by[0].down != reverse else "ascending"


def order_rows(sort: Sort, reverse: bool, ties: Sequence[By]) -> list[OrderBy]:
    """What to give to `order_by`. Ties keep their fixed order in both senses, to the last key, so that no row stands on
    two pages, or on none."""
    return [*(by.order(reverse) for by in sort.by), *(by.order() for by in ties), OrderBy(F("pk"))]
