"""What changed in the one-page framework since the edition before: figures, ratings, targets, measures."""

from collections.abc import Iterable
from dataclasses import replace

from outturn.core.catalogue import Entry, Framework, Indicator
from outturn.core.report import cells
from outturn.core.report.document import Block, Cell, Column, ColumnKind, Page, PageKind, Paragraph, Row, Run, Table
from outturn.core.report.paper import Paper
from outturn.core.report.parts.changes import figure_before, was_and_is
from outturn.core.report.say.changes import say_changes
from outturn.core.report.say.nothing import NO_EARLIER_EDITION
from outturn.core.report.tables import outcome_cells as shown

NUMBER = Column("number", "No.", ColumnKind.TEXT, 5)
MEASURE = Column("name", "Measure", ColumnKind.LINK, 34)
RATINGS = (
    NUMBER,
    MEASURE,
    Column("rating_before", "Was", ColumnKind.CHIP, 10),
    Column("rating_now", "Is", ColumnKind.CHIP, 10),
    Column("figure_before", "Figure was", ColumnKind.NUMBER, 12),
    Column("figure_now", "Figure is", ColumnKind.NUMBER, 12),
)
VALUES = (
    NUMBER,
    MEASURE,
    Column("period_before", "Period was", ColumnKind.TEXT, 12),
    Column("figure_before", "Figure was", ColumnKind.NUMBER, 12),
    Column("period_now", "Period is", ColumnKind.TEXT, 12),
    Column("figure_now", "Figure is", ColumnKind.NUMBER, 12),
    Column("rating", "On target?", ColumnKind.CHIP, 10),
)
TARGETS = (
    NUMBER,
    MEASURE,
    Column("target_before", "Target was", ColumnKind.NUMBER, 14),
    Column("target_now", "Target is", ColumnKind.NUMBER, 14),
)
RESTATED = (
    NUMBER,
    Column("name", "Measure", ColumnKind.TEXT, 30),
    Column("period", "Period", ColumnKind.TEXT, 12),
    Column("figure_before", "It was", ColumnKind.NUMBER, 10),
    Column("figure_now", "It is", ColumnKind.NUMBER, 10),
    Column("why", "Why", ColumnKind.TEXT, 34),
)
MEASURES = (
    NUMBER,
    MEASURE,
    Column("target", "Target", ColumnKind.NUMBER, 14),
    Column("workstream", "Lead workstream", ColumnKind.TEXT, 20),
)


def page(paper: Paper, framework: Framework, title: str) -> Page:
    return Page(
        "changes",
        PageKind.CHANGES,
        title,
        tuple(blocks(paper, framework)),
        section=framework.title,
        sheet="What changed",
    )


def blocks(paper: Paper, framework: Framework) -> list[Block]:
    if not paper.before_date:
        return [lead(NO_EARLIER_EDITION)]
    ratings, values, targets, again, added, retired = (
        rows(paper, framework)
        for rows in (rating_rows, value_rows, target_rows, restatement_rows, new_rows, retirement_rows)
    )
    words = say_changes(
        (len(values), "figure changed", "figures changed"),
        (len(ratings), "rating changed", "ratings changed"),
        (len(targets), "target changed", "targets changed"),
        (len(again), "figure was restated", "figures were restated"),
        (len(added), "measure is new", "measures are new"),
        (len(retired), "measure was retired", "measures were retired"),
        since=f" since {paper.before_date.day} {paper.before_date:%B %Y}",
    )
    return [
        lead(words),
        Table("changed-ratings", "Ratings that changed", RATINGS, ratings, empty="No rating changed."),
        Table("changed-targets", "Targets that changed", TARGETS, targets, empty="No target changed."),
        Table("restated", "Figures restated", RESTATED, again, empty="No figure was restated."),
        Table("added", "Measures added", MEASURES, added, empty="No measure was added."),
        Table("retired", "Measures retired", MEASURES, retired, empty="No measure was retired."),
        Table("changed-figures", "Figures that changed", VALUES, values, empty="No figure changed."),
    ]


def lead(words: str) -> Paragraph:
    return Paragraph((Run(words),), lead=True)


def before_of(paper: Paper, framework: Framework) -> dict[tuple[str, str, str], Entry]:
    """Entries of the framework in the edition before, by key."""
    earlier = paper.before_catalogue.frameworks.get(framework.slug) if paper.before_catalogue else None
    return {entry.key: entry for entry in earlier.entries} if earlier else {}


def both(paper: Paper, framework: Framework) -> Iterable[tuple[Entry, Entry]]:
    """(as it was, as it is) of entries that stand in both editions."""
    before = before_of(paper, framework)
    return ((before[entry.key], entry) for entry in framework.entries if entry.key in before)


def name_cells(paper: Paper, entry: Entry) -> tuple[Cell, Cell]:
    return Cell(entry.number), Cell(paper.name(entry), link=paper.anchor(entry))


def rating_rows(paper: Paper, framework: Framework) -> tuple[Row, ...]:
    rows = []
    for _, entry in both(paper, framework):
        was, now = paper.before_by_key.get(entry.key), paper.result(entry)
        if was is None or not was.rating.scheme or was.rating.key == now.rating.key:
            continue
        indicator = paper.indicator(entry)
        chips = (
            cells.chip(paper.before_catalogue or paper.catalogue, was.rating),
            cells.chip(paper.catalogue, now.rating),
        )
        figures = figure_before(indicator, was), cells.actual(indicator, now)
        rows.append(Row((*name_cells(paper, entry), *chips, *figures)))
    return tuple(rows)


def value_rows(paper: Paper, framework: Framework) -> tuple[Row, ...]:
    rows = []
    for _, entry in both(paper, framework):
        if not shown.is_updated(paper, entry):
            continue
        indicator, was, now = paper.indicator(entry), paper.before_by_key.get(entry.key), paper.result(entry)
        there = was is not None and was.latest.period is not None
        earlier = cells.actual(indicator, was) if was and there else cells.DASH
        period = cells.period(was) if was and there else cells.DASH
        newer = cells.period(now), cells.actual(indicator, now), cells.chip(paper.catalogue, now.rating)
        rows.append(Row((*name_cells(paper, entry), period, earlier, *newer)))
    return tuple(rows)


def target_rows(paper: Paper, framework: Framework) -> tuple[Row, ...]:
    changed = [(was, now) for was, now in both(paper, framework) if was.target != now.target]
    return tuple(Row((*name_cells(paper, now), target_of(paper, was), target_of(paper, now))) for was, now in changed)


def target_of(paper: Paper, entry: Entry) -> Cell:
    """The target without the key of a figure: the one of the edition before is no figure of this one."""
    found = shown.target(indicator_of(paper, entry), entry, paper.result(entry))
    return replace(found, key="", note="")


def indicator_of(paper: Paper, entry: Entry) -> Indicator:
    """A retired measure is known to the definitions of its time only."""
    known = paper.catalogue.indicators.get(entry.indicator)
    return known or (paper.before_catalogue or paper.catalogue).indicators[entry.indicator]


def restatement_rows(paper: Paper, framework: Framework) -> tuple[Row, ...]:
    entries = {(entry.indicator, entry.area): entry for entry in framework.entries}
    rows = []
    for said in paper.restated:
        entry = entries.get((said.indicator, said.area))
        if entry is None:
            continue
        indicator = paper.indicator(entry)
        figures = was_and_is(indicator, said)
        rows.append(Row((*name_cells(paper, entry), Cell(said.period_label), *figures, Cell(said.why or "Not said."))))
    return tuple(rows)


def new_rows(paper: Paper, framework: Framework) -> tuple[Row, ...]:
    before = before_of(paper, framework)
    added = [entry for entry in framework.entries if entry.key not in before]
    return tuple(Row((*name_cells(paper, entry), target_of(paper, entry), Cell(entry.workstream))) for entry in added)


def retirement_rows(paper: Paper, framework: Framework) -> tuple[Row, ...]:
    here = {entry.key for entry in framework.entries}
    gone = [entry for key, entry in before_of(paper, framework).items() if key not in here]
    return tuple(
        Row(
            (
                Cell(entry.number),
                Cell((paper.before_catalogue or paper.catalogue).name(entry), note=entry.note),
                target_of(paper, entry),
                Cell(entry.workstream),
            )
        )
        for entry in gone
    )
