"""Where the system stands among its peers: best and worst quarter, movement, and the local rating beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.http import QueryDict
from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.report.cells import show_chip
from outturn.core.report.document import Chip, Column, anchor_of
from outturn.core.report.say.ranks import quarters
from outturn.core.report.tables.ranks import UNRANKED, pick_ranks, read_rank, read_strip
from outturn.records.assessments.beside import count_quarters, ratings_beside
from outturn.records.assessments.newest import entries_at
from outturn.records.assessments.overview import look_over
from outturn.records.catalogue.models import Entry
from outturn.web.components import drawings
from outturn.web.components.line import Line, read_lines
from outturn.web.components.notices import Facts, notices
from outturn.web.components.words import as_day
from outturn.web.listing.showing import Listed, list_rows
from outturn.web.ranks.lists import list_of_ranks
from outturn.web.seen import Seen

HEADINGS = pick_ranks(
    "name", "area", "period", "previous", "latest", "movement", "good", "comparator", "national", "rank"
)
"""The columns of the page; the rating of the same subject here stands behind them."""
WIDE = 960


@dataclass(frozen=True)
class RankRow:
    line: Line
    name: str
    code: str
    level: str
    previous: str
    good_is: str
    comparator: str
    comparator_is: str
    national: str
    rank: str
    local: Chip | None
    local_href: str


@dataclass(frozen=True)
class RankTable:
    title: str
    rows: tuple[RankRow, ...]
    strip: Markup
    narrow: Markup


@dataclass(frozen=True)
class Ranks:
    framework: Framework
    headings: tuple[Column, ...]
    sentence: str
    notices: tuple[str, ...]
    listed: Listed[Entry]
    tables: tuple[RankTable, ...]


def ranks(seen: Seen, framework: Framework, query: QueryDict) -> Ranks:
    listed = list_rows(
        list_of_ranks(framework), entries_at(seen.moment, framework.slug), query, partial(seen.to, "ranks")
    )
    rows = read_rows(seen, listed.rows)
    groups: dict[str, list[RankRow]] = {}
    for each in rows:
        groups.setdefault(group_of(each), []).append(each)
    day = as_day(seen.moment.on) if seen.moment.on else ""
    return Ranks(
        framework=framework,
        headings=HEADINGS,
        sentence=quarters(*count_quarters(seen.moment, framework.slug), day),
        notices=notices(seen, framework, Facts.of(look_over(seen.moment, framework.slug))),
        listed=listed,
        tables=tuple(table(seen, title, group) for title, group in groups.items()),
    )


def read_rows(seen: Seen, rows: Sequence[Entry]) -> list[RankRow]:
    lines = read_lines(seen, rows)
    local = ratings_beside(seen.moment, [each.entry for each in lines])
    return [row(seen, each, local.get(each.entry.key)) for each in lines]


def group_of(row: RankRow) -> str:
    """The table the framework puts it in; rows without a rank stand apart."""
    return row.line.section if row.line.result.standing.rank else UNRANKED


def row(seen: Seen, shown: Line, rated: Result | None) -> RankRow:
    """`rated`: the result of the subject of the rank in another framework."""
    entry, made = shown.entry, read_rank(seen.definitions, shown)
    return RankRow(
        line=shown,
        name=made["name"].text,
        code=entry.number,
        level=seen.definitions.areas[entry.area].short,
        previous=made["previous"].text,
        good_is=made["good"].text,
        comparator=made["comparator"].text,
        comparator_is=made["comparator"].note,
        national=made["national"].text,
        rank=made["rank"].text,
        local=show_chip(seen.definitions, rated.rating) if rated else None,
        local_href=seen.to("indicator-area", rated.indicator, rated.area) if rated else "",
    )


def table(seen: Seen, title: str, rows: Sequence[RankRow]) -> RankTable:
    """`rows`: in their order."""
    measures = [(each.line.entry, each.line.result) for each in rows]
    strip = read_strip(seen.definitions, anchor_of("ranks", title), title, measures)
    drawn = [drawings.strip(strip, width) if strip else Markup("") for width in (WIDE, drawings.NARROW)]
    return RankTable(title, tuple(rows), *drawn)
