"""Where the system stands among its peers: best and worst quarter, movement, and the local rating beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.report.document import Chip, anchor_of
from outturn.core.report.pictures import RankStrip
from outturn.core.report.say.ranks import quarters
from outturn.core.report.tables.ranks import read_rank
from outturn.web.components import drawings, figures
from outturn.web.components.line import Line, line
from outturn.web.components.notices import notices
from outturn.web.components.words import as_day
from outturn.web.scorecard.presenter import paired
from outturn.web.seen import Seen

UNRANKED = "Not ranked"


@dataclass(frozen=True)
class RankRow:
    line: Line
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
    ranked: bool
    strip: Markup
    narrow: Markup


@dataclass(frozen=True)
class Ranks:
    framework: Framework
    sentence: str
    notices: tuple[str, ...]
    tables: tuple[RankTable, ...]


def ranks(seen: Seen, framework: Framework, results: Sequence[Result], local: Mapping[str, Result]) -> Ranks:
    """`local`: results of the other frameworks by indicator, for the rating that is shown beside a rank."""
    rows = [row(seen, line(seen, entry, result), local) for entry, result in paired(framework, results)]
    groups = {title: [each for each in rows if group_of(each) == title] for title in dict.fromkeys(map(group_of, rows))}
    last = [title for title in groups if title == UNRANKED]
    titles = [title for title in groups if title != UNRANKED] + last
    day = as_day(seen.moment.on) if seen.moment.on else ""
    said = notices(seen, [each.line for each in rows])
    return Ranks(
        framework,
        sentence(rows, day),
        said,
        tuple(table(title, groups[title]) for title in titles),
    )


def group_of(row: RankRow) -> str:
    """The table the framework puts it in; rows without a rank stand apart."""
    return row.line.section if row.line.result.standing.rank else UNRANKED


def row(seen: Seen, shown: Line, local: Mapping[str, Result]) -> RankRow:
    entry = shown.entry
    made, rated = read_rank(seen.definitions, shown), local.get(entry.beside)
    return RankRow(
        line=shown,
        code=entry.number,
        level=seen.definitions.areas[entry.area].short,
        previous=made["previous"].text,
        good_is=made["good"].text,
        comparator=made["comparator"].text,
        comparator_is=made["comparator"].note,
        national=made["national"].text,
        rank=made["rank"].text,
        local=figures.chip(seen.definitions, rated.rating) if rated else None,
        local_href=seen.to("indicator-area", rated.indicator, rated.area) if rated else "",
    )


def table(title: str, rows: Sequence[RankRow]) -> RankTable:
    ranked = title != UNRANKED
    ordered = sorted(rows, key=lambda each: each.line.result.standing.rank or 0) if ranked else list(rows)
    strip = RankStrip(
        anchor=anchor_of("ranks", title),
        title=f"{title}: rank of each measure, best at the left",
        alt="; ".join(f"{each.line.name.text}, {each.rank}" for each in ordered),
        rows=tuple(strip_row(each) for each in ordered if each.line.result.standing.rank),
    )
    if not ranked:
        return RankTable(title, tuple(ordered), False, Markup(""), Markup(""))
    return RankTable(title, tuple(ordered), True, drawings.strip(strip, 960), drawings.strip(strip, drawings.NARROW))


def strip_row(row: RankRow) -> tuple[str, int, int, str]:
    standing = row.line.result.standing
    return (f"{row.line.name.text} ({row.level})", standing.rank or 0, standing.rank_of or 0, row.rank)


def sentence(rows: Sequence[RankRow], day: str) -> str:
    quartiles = [row.line.result.standing.quartile for row in rows if row.line.result.standing.rank]
    return quarters(len(quartiles), quartiles.count(1), quartiles.count(4), day)
