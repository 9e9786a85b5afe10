"""The table of ranks against peers: each figure as published beside those of others, and the place among them."""

from collections.abc import Iterable
from dataclasses import replace

from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Entry
from outturn.core.report import cells
from outturn.core.report.document import Cell, Column, ColumnKind
from outturn.core.report.pictures import RankStrip
from outturn.core.report.say.ranks import say_span
from outturn.core.report.tables.entries import Line

UNRANKED = "Not ranked"
"""Over the rows that have no rank, where a table holds both."""

COLUMNS = (
    Column("number", "Code", ColumnKind.TEXT, 7),
    Column("name", "Measure", ColumnKind.TEXT, 32),
    Column("area", "Measured at", ColumnKind.TEXT, 11),
    Column("period", "Period", ColumnKind.TEXT, 11),
    Column("previous", "Previous", ColumnKind.NUMBER, 9),
    Column("latest", "Latest", ColumnKind.NUMBER, 9),
    Column("movement", "Movement", ColumnKind.MOVEMENT, 10),
    Column("good", "Good is", ColumnKind.TEXT, 7),
    Column("comparator", "Target or average", ColumnKind.NUMBER, 10, "A national average is marked"),
    Column("national", "National", ColumnKind.NUMBER, 9),
    Column("rank", "Rank", ColumnKind.NUMBER, 8, "As published: position among all systems, 1 is best"),
    Column("quarter", "Quarter", ColumnKind.TEXT, 8, "1 is the best quarter of systems, 4 the last"),
)


def pick_ranks(*keys: str) -> tuple[Column, ...]:
    return tuple(column for key in keys for column in COLUMNS if column.key == key)


def read_rank(catalogue: Catalogue, line: Line) -> dict[str, Cell]:
    """The cells by the keys of COLUMNS."""
    result, indicator, standing = line.result, line.indicator, line.result.standing
    previous = result.movement.value if result.movement.basis == "as published" else None
    return {
        "number": line.number,
        "name": replace(line.name, text=catalogue.short(line.entry)),
        "area": Cell(catalogue.areas[line.entry.area].short),
        "period": line.period,
        "previous": cells.as_published(indicator, result, previous, "previous"),
        "latest": line.latest,
        "movement": line.movement,
        "good": cells.good_is(line.entry.direction),
        "comparator": cells.as_published(
            indicator, result, standing.comparator, "comparator", standing.comparator_text
        ),
        "national": cells.as_published(indicator, result, standing.national, "national"),
        "rank": line.rank if standing.rank else cells.DASH,
        "quarter": Cell(str(standing.quartile)) if standing.quartile else cells.DASH,
    }


def say_rating_here(catalogue: Catalogue, ranked: Result, here: Result | None) -> str:
    """The rating of the same subject in a local framework: Green here and 30th of 42 is a finding. Or nothing."""
    if here is None or not here.rating.scheme:
        return ""
    standing = ranked.standing
    word = catalogue.band(here.rating.scheme, here.rating.key).word
    place = f"; {standing.rank} of {standing.rank_of} among systems" if standing.rank else ""
    return f"Here: {word} on {catalogue.indicators[here.indicator].short}{place}"


def read_strip(
    catalogue: Catalogue, anchor: str, name: str, measures: Iterable[tuple[Entry, Result]]
) -> RankStrip | None:
    """The ranks of a table as a picture; nothing where none is ranked."""
    lines = tuple(
        (label(catalogue, entry), standing.rank, standing.rank_of, f"{standing.rank} of {standing.rank_of}")
        for entry, standing in ((entry, result.standing) for entry, result in measures)
        if standing.rank and standing.rank_of
    )
    if not lines:
        return None
    alt = say_span(name, [(rank, place, words) for words, rank, _, place in lines])
    return RankStrip(anchor, f"{name}: where the system stands", alt, lines)


def label(catalogue: Catalogue, entry: Entry) -> str:
    return f"{catalogue.short(entry)} ({catalogue.areas[entry.area].short})"
