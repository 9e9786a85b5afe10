"""What changed since the edition before: ratings, figures, restatements."""

from dataclasses import replace

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Indicator
from outturn.core.report import cells
from outturn.core.report.document import Block, Cell, Column, ColumnKind, Page, PageKind, Paragraph, Row, Run, Table
from outturn.core.report.paper import Paper, Said
from outturn.core.report.say.changes import say_changes
from outturn.core.report.say.nothing import NO_EARLIER_EDITION
from outturn.core.report.tables.outcome_cells import figure_of

RATINGS = (
    Column("name", "Measure", ColumnKind.LINK, 30),
    Column("rating_before", "Rating before", ColumnKind.CHIP, 10),
    Column("rating_now", "Rating now", ColumnKind.CHIP, 10),
    Column("figure_before", "Figure before", ColumnKind.NUMBER, 12),
    Column("figure_now", "Figure now", ColumnKind.NUMBER, 12),
)
RESTATED = (
    Column("name", "Measure", ColumnKind.TEXT, 34),
    Column("period", "Period", ColumnKind.TEXT, 14),
    Column("figure_before", "It was", ColumnKind.NUMBER, 12),
    Column("figure_now", "It is", ColumnKind.NUMBER, 12),
)


def page(paper: Paper, title: str) -> Page:
    ratings, figures = compare(paper)
    blocks: list[Block] = [Paragraph((Run(lead(paper, ratings, figures)),), lead=True)]
    if paper.before_date:
        note = f"Compared with what was known on {paper.before_date.day} {paper.before_date:%B %Y}."
        blocks += [
            Table("changed-ratings", "Ratings that changed", RATINGS, ratings, note, "No rating changed."),
            Table(
                "changed-figures",
                "New figures, the rating unchanged",
                RATINGS,
                figures,
                note,
                "No other figure changed.",
            ),
            Table("restated", "Figures restated", RESTATED, list_restatements(paper), note, "No figure was restated."),
        ]
    return Page("changes", PageKind.CHANGES, title, tuple(blocks), sheet="What changed")


def lead(paper: Paper, ratings: tuple[Row, ...], figures: tuple[Row, ...]) -> str:
    if not paper.before_date:
        return NO_EARLIER_EDITION
    return say_changes(
        (len(ratings), "rating changed", "ratings changed"),
        (len(figures), "other measure has a new figure", "other measures have a new figure"),
        (len(paper.restated), "figure was restated", "figures were restated"),
    )


def compare(paper: Paper) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Rows of entries whose rating changed, and of those with only a new figure."""
    ratings, figures = [], []
    for entry in paper.entries:
        now, before = paper.by_key.get(entry.key), paper.before_by_key.get(entry.key)
        if now is None or before is None or (now.latest.period is None and before.latest.period is None):
            continue
        if now.rating.key != before.rating.key:
            ratings.append(_row(paper, entry, before, now))
        elif figure_of(now) != figure_of(before):
            figures.append(_row(paper, entry, before, now))
    return tuple(ratings), tuple(figures)


def _row(paper: Paper, entry: Entry, before: Result, now: Result) -> Row:
    indicator = paper.indicator(entry)
    period = before.latest.period.short if before.latest.period else ""
    return Row(
        (
            Cell(paper.name(entry), link=paper.anchor(entry)),
            cells.chip(paper.before_catalogue or paper.catalogue, before.rating),
            cells.chip(paper.catalogue, now.rating),
            replace(figure_before(indicator, before), note=period),
            replace(cells.actual(indicator, now), note=now.latest.period.short if now.latest.period else ""),
        )
    )


def figure_before(indicator: Indicator, before: Result) -> Cell:
    """Without the key of a figure: the one of the edition before is no figure of this one."""
    latest = before.latest
    return cells.figure(indicator, latest.value, state=latest.state, text=latest.text)


def was_and_is(indicator: Indicator, said: Said) -> tuple[Cell, Cell]:
    return (
        cells.figure(indicator, said.was, state=said.was_state, text=said.was_text),
        cells.figure(indicator, said.now, state=said.now_state, text=said.now_text, name=said.key),
    )


def list_restatements(paper: Paper) -> tuple[Row, ...]:
    rows = []
    for said in paper.restated:
        indicator = paper.catalogue.indicators[said.indicator]
        rows.append(
            Row(
                (
                    Cell(f"{indicator.short}, {paper.catalogue.areas[said.area].short}"),
                    Cell(said.period_label),
                    *was_and_is(indicator, said),
                )
            )
        )
    return tuple(rows)
