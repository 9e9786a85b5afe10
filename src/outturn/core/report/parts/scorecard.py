"""The priorities summary: one row for each entry, linked to its page."""

from dataclasses import replace

from outturn.core.catalogue import Entry, EntryKind, Framework, PartKind
from outturn.core.report.charts import worth_drawing
from outturn.core.report.document import Band, Cell, Page, PageKind, Paragraph, Row, Run, Table
from outturn.core.report.paper import Paper
from outturn.core.report.say.counts import plural, say_unrated, topic_of
from outturn.core.report.say.headline import headline_of
from outturn.core.report.say.tally import tally
from outturn.core.report.tables.columns import pick_columns
from outturn.core.report.tables.entries import read_entry

COLUMNS = pick_columns(
    "number", "name", "rating", "period", "target", "latest", "gap", "movement", "trend", "variation"
)
IN_WORDS = COLUMNS[[column.key for column in COLUMNS].index("latest") :]
"""The columns whose room is taken where an entry is described in words."""


def place(paper: Paper, framework: Framework) -> str:
    """Its anchor."""
    return paper.part_anchor(PartKind.SCORECARD, "scorecard", framework.slug)


def page(paper: Paper, framework: Framework, title: str) -> Page:
    return Page(
        anchor=place(paper, framework),
        kind=PageKind.SCORECARD,
        title=title,
        sheet="Summary",
        section=framework.title,
        blocks=(Paragraph((Run(sentence(paper, framework)),), lead=True), table(paper, framework, framework.entries)),
    )


def sentence(paper: Paper, framework: Framework) -> str:
    """`14 of 30 rated priorities are off plan; worse for ... . 8 of 38 are not rated.`"""
    measures = paper.list_measures(framework)
    left_out = say_unrated(tally(result for _, _, result in measures))
    return " ".join(f"{words}." for words in (headline_of(framework.kind, measures), left_out) if words)


def table(paper: Paper, framework: Framework, entries: tuple[Entry, ...] | list[Entry], anchor: str = "") -> Table:
    """Rows in the order given, with a band at each new section."""
    names = {section.slug: section.name for section in framework.sections}
    rows, last = [], ""
    for entry in entries:
        starts = entry.section in names and entry.section != last and not anchor
        last = entry.section
        rows.append(row(paper, entry, Band(names[entry.section]) if starts else None, anchored=not anchor))
    return Table(
        anchor=anchor or "scorecard-table",
        caption=f"{framework.title}: target, latest figure and rating",
        columns=COLUMNS,
        rows=tuple(rows),
        banded="Group",
        empty=f"No {plural(topic_of(framework.kind)[0])} are defined yet.",
    )


def row(paper: Paper, entry: Entry, band: Band | None, anchored: bool) -> Row:
    """An entry that is described in words has no gap, movement or trend: its words take their room."""
    line = read_entry(paper.catalogue, entry, paper.result(entry), paper.as_known)
    cells = {column.key: line.cell(column.key) for column in COLUMNS}
    cells["name"] = replace(line.name, link=paper.anchor(entry) if has_page(paper, entry) else "")
    if line.words:
        cells |= {column.key: Cell() for column in IN_WORDS}
        cells[IN_WORDS[0].key] = Cell(text=line.words, span=len(IN_WORDS))
    return Row(tuple(cells.values()), anchor=paper.row_anchor(entry) if anchored else "", band=band)


def has_page(paper: Paper, entry: Entry) -> bool:
    """A measure whose entry asks for a page, or whose series can be drawn."""
    return entry.kind is EntryKind.MEASURE and (entry.page or worth_drawing(paper.result(entry)))
