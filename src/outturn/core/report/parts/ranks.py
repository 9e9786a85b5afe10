"""Ranks against peers: the tables as published, a strip of positions, and the local rating beside."""

from dataclasses import replace

from outturn.core.assess.result import Standing
from outturn.core.catalogue import Entry, Framework
from outturn.core.report import cells
from outturn.core.report.document import Cell, Column, ColumnKind, Page, PageKind, Paragraph, Row, Run, Table, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import said
from outturn.core.report.pictures import RankStrip
from outturn.core.report.say.ranks import table as of_table

COLUMNS = (
    Column("number", "Code", ColumnKind.TEXT, 7),
    Column("name", "Indicator", ColumnKind.TEXT, 32),
    Column("area", "Measured at", ColumnKind.TEXT, 11),
    Column("period", "Period", ColumnKind.TEXT, 11),
    Column("previous", "Previous", ColumnKind.NUMBER, 9),
    Column("latest", "Latest", ColumnKind.NUMBER, 9),
    Column("movement", "Movement", ColumnKind.MOVEMENT, 10),
    Column("good", "Good is", ColumnKind.TEXT, 7),
    Column("comparator", "Target or average", ColumnKind.NUMBER, 10, "A national average is marked"),
    Column("national", "England", ColumnKind.NUMBER, 9),
    Column("rank", "Rank", ColumnKind.NUMBER, 8, "As published: position among all systems, 1 is best"),
    Column("quarter", "Quarter", ColumnKind.TEXT, 8, "1 is the best quarter of systems, 4 the last"),
)
GOOD = {"higher": "High", "lower": "Low", "none": "–"}


def pages(paper: Paper, framework: Framework, title: str) -> list[Page]:
    """A page for each table, the first with the strip of all ranks."""
    made = []
    for number, section in enumerate(framework.sections):
        entries = paper.in_section(framework, section.slug)
        blocks = [
            Paragraph((Run(sentence(paper, entries, section.quarter)),), lead=True),
            strip(paper, entries, section.name),
            table(paper, entries, section.name),
            *said.of_table(paper, framework, section.slug),
        ]
        made.append(
            Page(
                anchor_of("ranks", section.slug),
                PageKind.RANKS,
                f"{title or framework.title}: {section.name[:1].lower()}{section.name[1:]}",
                tuple(block for block in blocks if block is not None),
                section=framework.title,
                sheet=f"Ranks {number + 1}",
            )
        )
    return made


def sentence(paper: Paper, entries: list[Entry], quarter: int | None) -> str:
    """`quarter`: that of all that are ranked which the table is to hold."""
    ranked = [paper.result(entry) for entry in entries if paper.result(entry).standing.rank]
    moved = sum(result.movement.welcome == "worsening" for result in ranked)
    outside = sum(quarter is not None and result.standing.quartile != quarter for result in ranked)
    return of_table(len(ranked), moved, outside)


def strip(paper: Paper, entries: list[Entry], name: str) -> RankStrip | None:
    rows = [(label(paper, entry), paper.result(entry).standing) for entry in entries]
    lines = tuple(
        (words, standing.rank, standing.rank_of, f"{standing.rank} of {standing.rank_of}")
        for words, standing in rows
        if standing.rank and standing.rank_of
    )
    if not lines:
        return None
    best, last = min(lines, key=lambda line: line[1]), max(lines, key=lambda line: line[1])
    alt = f"{name}: {len(lines)} indicators, from rank {best[3]} ({best[0]}) to rank {last[3]} ({last[0]})."
    return RankStrip(anchor_of("strip", entries[0].section), f"{name}: where the system stands", alt, lines)


def label(paper: Paper, entry: Entry) -> str:
    area = paper.catalogue.areas[entry.area]
    return f"{entry.short} ({area.short})"


def table(paper: Paper, entries: list[Entry], name: str) -> Table:
    return Table(
        anchor_of("ranks-table", entries[0].section if entries else name),
        name,
        COLUMNS,
        tuple(row(paper, entry) for entry in entries),
        empty="No ranks have been recorded yet.",
    )


def row(paper: Paper, entry: Entry) -> Row:
    indicator, result = paper.indicator(entry), paper.result(entry)
    standing, period = result.standing, result.latest.period
    stem = f"{result.indicator}/{result.area}"
    end = f"{period.kind.value}:{period.end.isoformat()}" if period else ""

    def known(value: float | None, role: str, note: str = "") -> Cell:
        if value is None:
            return cells.DASH
        cell = cells.figure(cells.as_fine_as(indicator, value), value, name=f"{stem}/{role}/{end}")
        return replace(cell, note=note)

    previous = result.movement.value if result.movement.basis == "as published" else None
    return Row(
        (
            Cell(entry.number),
            Cell(entry.short or indicator.short, note=local(paper, entry)),
            Cell(paper.catalogue.areas[entry.area].short),
            cells.period(result),
            known(previous, "previous"),
            cells.actual(indicator, result),
            cells.movement(result),
            Cell(GOOD[entry.direction.value]),
            known(standing.comparator, "comparator", standing.comparator_text),
            known(standing.national, "national"),
            rank(standing, f"{stem}/rank/{end}"),
            Cell(str(standing.quartile)) if standing.quartile else cells.DASH,
        ),
        anchor=paper.row_anchor(entry),
    )


def rank(standing: Standing, name: str) -> Cell:
    if not standing.rank:
        return cells.DASH
    return Cell(f"{standing.rank} of {standing.rank_of}", standing.rank, "count", key=name, of=standing.rank_of)


def local(paper: Paper, entry: Entry) -> str:
    """The rating of the same subject in the local priorities: Green here and 30th of 42 is a finding."""
    same = next((other for other in paper.results if entry.beside and other.indicator == entry.beside), None)
    if same is None or not same.rating.scheme:
        return ""
    band = paper.catalogue.band(same.rating.scheme, same.rating.key)
    rank = paper.result(entry).standing
    return f"Here: {band.word} on {paper.catalogue.indicators[same.indicator].short}" + (
        f"; {rank.rank} of {rank.rank_of} among systems" if rank.rank else ""
    )
