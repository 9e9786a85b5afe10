"""A list as a page shows it: the rows of one page, and everything that stands round them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlsplit

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import QueryDict

from outturn.core.report.document import Chip
from outturn.core.report.say.counts import plural
from outturn.core.report.say.listed import say_download, say_listed, say_nothing_fits
from outturn.web.listing.counting import Counts, count_rows
from outturn.web.listing.filters import YES, AnyOf, Between, Filter, Flag, OneOf
from outturn.web.listing.listing import PAGE, Asked, Listing
from outturn.web.listing.sorts import order_rows

Row = TypeVar("Row", bound=Model)
GLANCE = 10
To = Callable[..., str]
"""The address of the list with these words: `partial(seen.to, "findings")`."""


@dataclass(frozen=True)
class Heading:
    """`sense` is the value of aria-sort: ascending, descending, or blank."""

    key: str
    title: str
    note: str
    number: bool
    href: str
    sense: str


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


@dataclass(frozen=True)
class Removable:
    words: str
    href: str


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """`pages`: what the pagination component takes; empty when all stands on one page."""

    listing: Listing
    asked: Asked
    rows: tuple[Row, ...]
    counts: Counts
    sentence: str
    nothing: str
    headings: tuple[Heading, ...]
    zones: tuple[Zone, ...]
    orders: tuple[Choice, ...]
    taken: tuple[Removable, ...]
    pages: dict[str, Any]
    clear: str
    action: str
    hidden: tuple[tuple[str, str], ...]  # words of the address that are not the list's
    download: str
    download_words: str

    @property
    def is_long(self) -> bool:
        """Whether it is more than one sees at a glance, so that filters are of use; or they are set."""
        return self.counts.total > GLANCE or self.asked.filtered

    @property
    def nouns(self) -> str:
        return self.listing.nouns or plural(self.listing.noun)


def list_rows(
    listing: Listing, rows: QuerySet[Row], query: QueryDict, to: To, download: To | None = None
) -> Listed[Row]:
    """Two questions to the database: how many, and which."""
    asked = listing.read(query)
    counts = count_rows(rows, listing.filters, asked.narrowed)
    paginator = Paginator(sort_rows(rows, asked), listing.per_page)
    paginator.count = counts.fitting
    page = paginator.get_page(asked.page)
    bare = to()
    return Listed(
        listing=listing,
        asked=asked,
        rows=tuple(page.object_list),
        counts=counts,
        sentence=say(listing, asked, counts, page.start_index(), page.end_index()),
        nothing=say_nothing_fits(listing.noun) if counts.total else listing.nothing,
        headings=make_headings(asked, to),
        zones=arrange_zones(asked, counts),
        orders=list_orders(asked),
        taken=list_taken(asked, to),
        pages=link_pages(asked, to, paginator, page.number),
        clear=bare,
        action=urlsplit(bare).path,
        hidden=tuple(parse_qsl(urlsplit(bare).query)),
        download=download(**asked.query()) if download and counts.fitting else "",
        download_words=say_download(counts.fitting, counts.total, listing.noun, listing.nouns),
    )


def sort_rows(rows: QuerySet[Row], asked: Asked) -> QuerySet[Row]:
    """The rows that fit, in the order that was asked for."""
    return rows.filter(asked.narrowed).order_by(*order_rows(asked.sort, asked.reverse, asked.listing.ties))


def say(listing: Listing, asked: Asked, counts: Counts, first: int, last: int) -> str:
    order = asked.sort.say(asked.reverse)
    return say_listed(first, last, counts.fitting, counts.total, listing.noun, order, listing.nouns)


def make_headings(asked: Asked, to: To) -> tuple[Heading, ...]:
    sorts = {sort.key: sort for sort in asked.listing.sorts}
    made = []
    for column in asked.listing.columns:
        sort = sorts.get(column.sort)
        href = to(**asked.turn_by(sort)) if sort else ""
        sense = sort.tell_sense(asked.reverse) if sort and sort == asked.sort else ""
        made.append(Heading(column.key, column.title, column.note, column.number, href, sense))
    return tuple(made)


def list_orders(asked: Asked) -> tuple[Choice, ...]:
    sorts = asked.listing.sorts
    return tuple(Choice("" if sort == sorts[0] else sort.key, sort.choice, 0, sort == asked.sort) for sort in sorts)


def list_taken(asked: Asked, to: To) -> tuple[Removable, ...]:
    every = (each for each_filter in asked.listing.filters for each in each_filter.list_taken(asked.chosen))
    return tuple(Removable(each.words, to(**asked.drop(each.word, each.value))) for each in every)


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


def link_pages(asked: Asked, to: To, paginator: "Paginator[Any]", number: int) -> dict[str, Any]:
    """Links to the pages beside this one, and to the first and the last."""
    if paginator.num_pages < 2:
        return {}

    def href(page: int) -> str:
        return to(**asked.query(**{PAGE: page if page > 1 else ""}))

    shown = paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    items = [
        {"number": page, "href": href(page), "current": page == number} if isinstance(page, int) else {"ellipsis": True}
        for page in shown
    ]
    return {
        "items": items,
        "previous": {"href": href(number - 1)} if number > 1 else {},
        "next": {"href": href(number + 1)} if number < paginator.num_pages else {},
    }
