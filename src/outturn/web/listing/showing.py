"""A list as a page shows it: the rows of one page, and everything that stands round them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl, urlsplit

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.http import QueryDict

from outturn.core.report.say.listed import say_download, say_listed, say_way_back
from outturn.web.listing.counting import Counts, count_rows
from outturn.web.listing.fields import Choice, Zone, arrange_zones, list_orders
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
class Removable:
    words: str
    href: str


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """`way_back`: to all rows, where there are any. `pages`: what the pagination component takes; empty when all stands
    on one page."""

    listing: Listing
    asked: Asked
    rows: tuple[Row, ...]
    counts: Counts
    sentence: str
    way_back: str
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
        way_back=say_way_back(counts.total, listing.noun, listing.nouns) if counts.total else "",
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


def list_taken(asked: Asked, to: To) -> tuple[Removable, ...]:
    every = (each for each_filter in asked.listing.filters for each in each_filter.list_taken(asked.chosen))
    return tuple(Removable(each.words, to(**asked.drop(each.word, each.value))) for each in every)


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
