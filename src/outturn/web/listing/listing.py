"""What a page declares of its list, and what a reader asked of it. All that is asked stands in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import QueryDict

from outturn.web.kept import WORDS
from outturn.web.listing.filters import Chosen, Filter
from outturn.web.listing.sorts import By, Sort

PAGE = "page"
SORT, ORDER, REVERSE = "sort", "order", "reverse"


@dataclass(frozen=True)
class Column:
    """A heading. `sort`: the key of the order that it leads to; `note`: what stands in the column, for who asks."""

    key: str
    title: str
    note: str = ""
    number: bool = False
    sort: str = ""


@dataclass(frozen=True)
class Cell:
    """A column of the download: its heading, and the figure or words of a row."""

    title: str
    value: Callable[[Any], object]


@dataclass(frozen=True)
class Listing:
    """A list, as a page declares it. The first of `sorts` is the order without asking; `ties` stay as they are in
    every order. `nothing`: what is said where there is no row at all; `cells`: the columns of its download."""

    noun: str
    columns: tuple[Column, ...]
    sorts: tuple[Sort, ...]
    filters: tuple[Filter, ...] = ()
    ties: tuple[By, ...] = ()
    nouns: str = ""
    nothing: str = ""
    per_page: int = 50
    cells: tuple[Cell, ...] = ()

    def __post_init__(self) -> None:
        assert self.words_of_address <= WORDS, f"name them in web.kept: {self.words_of_address - WORDS}"
        assert {column.sort for column in self.columns} <= {"", *(sort.key for sort in self.sorts)}

    @property
    def words_of_address(self) -> set[str]:
        return {SORT, ORDER, PAGE, *(word for each in self.filters for word in each.words_of_address)}

    def read(self, query: QueryDict) -> "Asked":
        """What it does not know it leaves out, so that an old link still shows the page."""
        chosen: dict[str, tuple[str, ...]] = {}
        for each in self.filters:
            chosen |= each.read(query)
        page = query.get(PAGE, "")
        return Asked(
            listing=self,
            chosen=chosen,
            sort=next((sort for sort in self.sorts if sort.key == query.get(SORT)), self.sorts[0]),
            reverse=query.get(ORDER) == REVERSE,
            page=int(page) if page.isdecimal() and len(page) < 9 else 1,
        )


@dataclass(frozen=True)
class Asked:
    listing: Listing
    chosen: Chosen
    sort: Sort
    reverse: bool = False
    page: int = 1

    @property
    def filtered(self) -> bool:
        return bool(self.chosen)

    @property
    def as_declared(self) -> bool:
        """Whether the rows stand in the order without asking: then they can stand under bands."""
        return self.sort == self.listing.sorts[0] and not self.reverse

    @property
    def narrowed(self) -> Q:
        narrowed = Q()
        for each in self.listing.filters:
            narrowed &= each.narrow(self.chosen)
        return narrowed

    def query(self, **instead: Any) -> dict[str, Any]:
        """The words of the address of this list, from its first page, some of them changed."""
        words: dict[str, Any] = {word: list(values) for word, values in self.chosen.items()}
        words[SORT] = "" if self.sort == self.listing.sorts[0] else self.sort.key
        words[ORDER] = REVERSE if self.reverse else ""
        return words | instead

    @property
    def here(self) -> dict[str, Any]:
        """The address of this very page."""
        return self.query(**{PAGE: self.page if self.page > 1 else ""})

    def drop(self, word: str, value: str) -> dict[str, Any]:
        """The address without one of the choices."""
        return self.query(**{word: [each for each in self.chosen.get(word, ()) if each != value]})

    def turn_by(self, sort: Sort) -> Mapping[str, Any]:
        """The address that a heading leads to: its order, and the other sense of it when it is the order already."""
        key = "" if sort == self.listing.sorts[0] else sort.key
        return self.query(sort=key, order=REVERSE if self.sort == sort and not self.reverse else "")
