"""The filters and orders of a list as fields of a form, each choice with how many rows it holds."""

from dataclasses import dataclass

from outturn.core.report.document import Chip
from outturn.web.listing.counting import Counts
from outturn.web.listing.filters import YES, AnyOf, Between, Filter, Flag, OneOf
from outturn.web.listing.listing import Asked


@dataclass(frozen=True)
class Choice:
    value: str
    word: str
    count: int
    chosen: bool
    mark: Chip | None = None


@dataclass(frozen=True)
class Field:
    """A filter with what is chosen in it. `kind`: search, list, buttons, boxes, flag, days."""

    kind: str
    key: str
    label: str
    choices: tuple[Choice, ...] = ()
    values: tuple[tuple[str, str, str], ...] = ()  # word of the address, label, what was typed


@dataclass(frozen=True)
class Zone:
    """Fields that are drawn side by side. `orders`: the list of orders stands among them."""

    kind: str
    fields: tuple[Field, ...]
    orders: bool


def list_orders(asked: Asked) -> tuple[Choice, ...]:
    sorts = asked.listing.sorts
    return tuple(
        Choice("" if sort == sorts[0] else sort.key, sort.order.choice, 0, sort == asked.sort) for sort in sorts
    )


def arrange_zones(asked: Asked, counts: Counts) -> tuple[Zone, ...]:
    """The filters in the order in which they are declared; neighbours of one kind stand in one row."""
    grouped: dict[str, list[Field]] = {}
    for each in asked.listing.filters:
        grouped.setdefault(each.zone, []).append(make_field(each, asked, counts))
    if len(asked.listing.sorts) > 1:
        grouped.setdefault("fields", [])
    some = {zone: tuple(field for field in fields if is_a_choice(field)) for zone, fields in grouped.items()}
    orders = len(asked.listing.sorts) > 1
    return tuple(
        Zone(zone.split()[0], fields, orders and zone == "fields")
        for zone, fields in some.items()
        if fields or (orders and zone == "fields")
    )


def is_a_choice(field: Field) -> bool:
    """A filter with one choice narrows nothing; one that is chosen stays, so that it can be taken off."""
    return field.kind in ("search", "days", "flag") or len(field.choices) > 1 or any(c.chosen for c in field.choices)


def make_field(each: Filter, asked: Asked, counts: Counts) -> Field:
    if isinstance(each, Flag):
        choice = Choice(YES, each.label, counts.of(each.key, YES), each.key in asked.chosen)
        return Field("flag", each.key, each.label, (choice,))
    if isinstance(each, OneOf):
        kind = "boxes" if isinstance(each, AnyOf) else "buttons" if each.buttons else "list"
        return Field(kind, each.key, each.label, list_choices(each, asked, counts))
    labels = ("from", "to") if isinstance(each, Between) else ("",)
    typed = tuple(
        (word, label, asked.chosen.get(word, ("",))[0])
        for word, label in zip(each.words_of_address, labels, strict=True)
    )
    return Field("days" if isinstance(each, Between) else "search", each.key, each.label, values=typed)


def list_choices(each: OneOf, asked: Asked, counts: Counts) -> tuple[Choice, ...]:
    """Those that hold a row, in the order of their words; one that is chosen is always among them."""
    chosen, marks = asked.chosen.get(each.key, ()), each.marks if isinstance(each, AnyOf) else {}
    present = [value for value, number in counts.by_choice.get(each.key, {}).items() if value and number]
    values = sorted({*present, *chosen}) if each.words is None else each.words
    return tuple(
        Choice(value, each.word(value), counts.of(each.key, value), value in chosen, marks.get(value))
        for value in values
        if value in present or value in chosen
    )
