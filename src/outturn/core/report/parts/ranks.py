"""Ranks against peers: the tables as published, a strip of positions, and the local rating beside."""

from dataclasses import replace

from outturn.core.catalogue import Entry, Framework
from outturn.core.report.document import Page, PageKind, Paragraph, Row, Run, Table, anchor_of
from outturn.core.report.paper import Paper
from outturn.core.report.parts import said
from outturn.core.report.pictures import RankStrip
from outturn.core.report.say.headline import name_inside
from outturn.core.report.say.ranks import table as of_table
from outturn.core.report.tables.entries import read_entry
from outturn.core.report.tables.ranks import COLUMNS, read_rank, read_strip, say_rating_here


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
                f"{title}: {name_inside(section.name)}",
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
    if not entries:
        return None
    measures = [(entry, paper.result(entry)) for entry in entries]
    return read_strip(paper.catalogue, anchor_of("strip", entries[0].section), name, measures)


def table(paper: Paper, entries: list[Entry], name: str) -> Table:
    return Table(
        anchor_of("ranks-table", entries[0].section if entries else name),
        name,
        COLUMNS,
        tuple(row(paper, entry) for entry in entries),
        empty="No ranks have been recorded yet.",
    )


def row(paper: Paper, entry: Entry) -> Row:
    result = paper.result(entry)
    made = read_rank(paper.catalogue, read_entry(paper.catalogue, entry, result, paper.as_known))
    here = next((other for other in paper.results if entry.beside and other.indicator == entry.beside), None)
    made["name"] = replace(made["name"], note=say_rating_here(paper.catalogue, result, here))
    return Row(tuple(made[column.key] for column in COLUMNS), anchor=paper.row_anchor(entry))
