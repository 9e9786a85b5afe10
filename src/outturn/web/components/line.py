"""One entry as a line of a page: what `core.report.tables` shows of it, with its address and its picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from markupsafe import Markup

from outturn.core.assess.result import Rating, Result
from outturn.core.catalogue import Entry, Framework
from outturn.core.report.cells import show_chip
from outturn.core.report.document import Chip
from outturn.core.report.say.peers import Peers, find_peers
from outturn.core.report.tables import entries
from outturn.core.report.tables.entries import read_entry
from outturn.records.assessments.beside import first_rank_beside
from outturn.records.assessments.queries import results_of
from outturn.records.catalogue.models import Entry as EntryRow
from outturn.web.components import drawings
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Line(entries.Line):
    href: str = ""
    spark: Markup = Markup("")


def line(seen: Seen, entry: Entry, result: Result, beside: Peers | None = None, table: bool = True) -> Line:
    """`beside`: ranks of the same subjects among all systems. `table`: False where figures stand in sentences."""
    read = read_entry(seen.definitions, entry, result, seen.day, beside, table)
    return Line(**vars(read), href=entry_href(seen, entry), spark=drawings.spark(read.trend))


def read_lines(
    seen: Seen, rows: Sequence[EntryRow], points: bool = False, beside: bool = False, table: bool = True
) -> list[Line]:
    """The lines of some entries, in the order given. `points`: with their sparklines; `beside`: with the rank of the
    same subject. One query, and two for the ranks."""
    results = results_of(seen.moment, rows, points)
    peers = find_peers(seen.definitions, first_rank_beside(seen.moment, rows)) if beside else None
    return [
        line(seen, seen.entry_at(row.place), result, peers, table) for row, result in zip(rows, results, strict=True)
    ]


@dataclass(frozen=True)
class Mention:
    """A measure named with its rating, and the way to it."""

    name: str
    href: str
    chip: Chip


class Placed(Protocol):
    """An entry of the definitions, by its place."""

    @property
    def place(self) -> int: ...


def mention(seen: Seen, row: Placed, rating: str) -> Mention:
    entry = seen.entry_at(row.place)
    chip = show_chip(seen.definitions, Rating(key=rating, scheme=entry.scheme))
    return Mention(entry_name(seen, entry), entry_href(seen, entry), chip)


def entry_name(seen: Seen, entry: Entry) -> str:
    return seen.definitions.name(entry)


def entry_href(seen: Seen, entry: Entry) -> str:
    """The page of the indicator, in this framework; the first framework it stands in needs no saying."""
    first = next(iter(seen.definitions.find_uses(entry.indicator)), entry)
    named = {"in": entry.framework} if first.framework != entry.framework else {}
    return seen.to("indicator-area", entry.indicator, entry.area, **named)


def framework_href(seen: Seen, framework: Framework, **query: Any) -> str:
    """The page that shows all of a framework: a one-page framework has its own."""
    name = "outcomes-framework" if framework.shows.on_one_page else "scorecard-framework"
    return seen.to(name, framework.slug, **query)
