"""Deliveries that wait for an answer: the list of all, and the first of them for the pages that lead there."""

from dataclasses import dataclass

from outturn.core.access import Actor
from outturn.core.report.say import orders
from outturn.records.observations import held
from outturn.records.observations.held import Waiting
from outturn.web.listing.filters import Between, OneOf, Search
from outturn.web.listing.listing import Column, Listing
from outturn.web.listing.sorts import By, Sort

FEW = 5

LIST_OF_HELD = Listing(
    noun="delivery",
    nouns="deliveries",
    columns=(
        Column("files", "Files"),
        Column("at", "Brought in", sort="new"),
        Column("by", "By"),
        Column("note", "Note"),
    ),
    sorts=(Sort("new", orders.NEWEST, (By("at", down=True),)),),
    ties=(By("id", down=True),),
    filters=(
        Search(("note", "by"), "Find a word"),
        OneOf("by", "Brought in by"),
        Between("at", "Brought in", "at", moments=True),
    ),
    nothing="No delivery waits for an answer.",
)


@dataclass(frozen=True)
class First:
    """The newest of those that wait, and how many there are."""

    rows: tuple[Waiting, ...]
    total: int


def first_waiting(by: Actor) -> First:
    rows = held.select_waiting(by)
    return First(tuple(held.describe_waiting(rows[:FEW])), rows.count())
