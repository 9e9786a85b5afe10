"""Finance indicators: the year to date and the full year side by side, each rated, printed ratings beside."""

from outturn.core.assess.result import Rating
from outturn.core.catalogue import Entry, Framework, PartKind
from outturn.core.report.document import (
    Block,
    Page,
    PageKind,
    Panel,
    PanelTone,
    Paragraph,
    Row,
    Run,
    Table,
)
from outturn.core.report.paper import Paper
from outturn.core.report.parts import said
from outturn.core.report.say.headline import headline_of
from outturn.core.report.tables.entries import read_entry
from outturn.core.report.tables.finance import COLUMNS, read_finance


def page(paper: Paper, framework: Framework, title: str) -> Page:
    rows = tuple(row(paper, entry) for entry in framework.entries)
    period = next((paper.result(e).latest.period for e in framework.entries if paper.result(e).latest.period), None)
    blocks: list[Block] = [
        Paragraph((Run(sentence(paper, framework)),), lead=True),
        Table(
            "finance-table",
            f"{framework.title}{f', {period.label}' if period else ''}",
            COLUMNS,
            rows,
            note="Every rating is worked out from the two figures beside it; where the source printed another, "
            "both are shown.",
        ),
    ]
    if argued := arguments(paper, framework):
        blocks.append(Panel(PanelTone.ARGUE, "Where the printed rating differs from its rule", argued))
    for section in framework.sections:
        blocks += said.of_table(paper, framework, section.slug)
    anchor = paper.part_anchor(PartKind.FINANCE, "finance", framework.slug)
    return Page(anchor, PageKind.FINANCE, title, tuple(blocks), section=framework.title, sheet="Finance")


def sentence(paper: Paper, framework: Framework) -> str:
    return f"{headline_of(framework.kind, paper.list_measures(framework))}."


def row(paper: Paper, entry: Entry) -> Row:
    line = read_entry(paper.catalogue, entry, paper.result(entry), paper.as_known)
    made = read_finance(paper.catalogue, line)
    return Row(tuple(made[column.key] for column in COLUMNS), anchor=paper.row_anchor(entry))


def arguments(paper: Paper, framework: Framework) -> tuple:
    found = []
    for entry in framework.entries:
        result = paper.result(entry)
        for rating, when in ((result.rating, "year to date"), (result.outturn_rating, "full year")):
            if rating.differs:
                found.append(_argument(paper.name(entry), rating, when))
    return tuple(found)


def _argument(name: str, rating: Rating, when: str) -> tuple[Run, ...]:
    return (Run(f"{name}, {when}: ", strong=True), Run(f"printed {rating.printed}. {rating.reason}"))
