"""The one-page outcomes framework: sections, themes, numbers and their rows, each with target, direction and trend."""

from dataclasses import replace

from outturn.core.catalogue import Entry, Framework, PackPart, PartKind, Section
from outturn.core.report import cells
from outturn.core.report.document import (
    Band,
    Block,
    Cell,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Layout,
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
from outturn.core.report.say.framework import say_standing, say_total
from outturn.core.report.say.tally import Tally, tally
from outturn.core.report.tables import outcome_cells as shown
from outturn.core.report.tables.outcomes import COLUMNS, columns_of, read_outcome
from outturn.core.report.wording import lower_first

TABLE, TOTALS = "framework-table", "framework-totals"

TOTAL_COLUMNS = (
    Column("section", "Section", ColumnKind.TEXT, 40),
    Column("figures", "Figures", ColumnKind.NUMBER, 8),
    Column("on_target", "On target", ColumnKind.NUMBER, 9),
    Column("off_target", "Off target", ColumnKind.NUMBER, 9),
    Column("not_rated", "Not rated", ColumnKind.NUMBER, 9),
    Column("updated", "Updated", ColumnKind.NUMBER, 9),
)


def place(paper: Paper, framework: Framework) -> str:
    """Its anchor."""
    return paper.part_anchor(PartKind.OUTCOMES, "framework", framework.slug)


def page(paper: Paper, framework: Framework, part: PackPart) -> Page:
    return Page(
        anchor=place(paper, framework),
        kind=PageKind.OUTCOMES,
        title=part.title or framework.title,
        section=framework.title,
        sheet=part.sheet or part.title or framework.title,
        blocks=tuple(blocks(paper, framework)),
        layout=Layout.ONE_PAGE_A3,
    )


def blocks(paper: Paper, framework: Framework) -> list[Block]:
    results = [paper.result(entry) for entry in framework.entries]
    return [
        Paragraph((Run(sentence(paper, framework, tally(results))),), lead=True),
        title_block(paper),
        table(paper, framework),
        totals(paper, framework),
        legend(paper, framework),
    ]


def sentence(paper: Paper, framework: Framework, count: Tally) -> str:
    changed = sum(shown.is_updated(paper, entry) for entry in framework.entries)
    return say_standing(framework.kind, count, changed, paper.before_date)


def title_block(paper: Paper) -> Facts:
    pack = paper.pack
    said = (
        ("Report", pack.report_id),
        ("Client", pack.client),
        ("Version", pack.version),
        ("Data sources", "; ".join(pack.sources)),
        ("Contact", pack.contact),
        ("Date", f"{paper.as_known.day} {paper.as_known:%B %Y}"),
    )
    return Facts(tuple(Fact(label, Cell(text=words)) for label, words in said if words))


def table(paper: Paper, framework: Framework) -> Table:
    """A band with its total before each section; theme, number and wording stand in every row."""
    rows: list[Row] = []
    for section in framework.sections:
        entries = paper.in_section(framework, section.slug)
        for number, entry in enumerate(entries):
            rows.append(row(paper, entry, band(paper, section, entries) if number == 0 else None))
    return Table(
        TABLE,
        framework.title,
        columns_of(framework),
        tuple(rows),
        empty="The framework has no measures yet.",
        banded="Section",
    )


def band(paper: Paper, section: Section, entries: list[Entry]) -> Band:
    return Band(section.name, total(paper, entries))


def total(paper: Paper, entries: list[Entry]) -> str:
    return say_total(tally([paper.result(entry) for entry in entries]))


def row(paper: Paper, entry: Entry, begins: Band | None) -> Row:
    made = read_outcome(paper.catalogue, entry, paper.result(entry))
    made["name"] = replace(made["name"], link=paper.anchor(entry))
    made["updated"] = shown.tick(paper, entry)
    return Row(tuple(made[column.key] for column in COLUMNS), anchor=paper.row_anchor(entry), band=begins)


def totals(paper: Paper, framework: Framework) -> Table:
    rows = []
    for section in framework.sections:
        entries = paper.in_section(framework, section.slug)
        count = tally([paper.result(entry) for entry in entries])
        changed = sum(shown.is_updated(paper, entry) for entry in entries)
        numbers = (count.total, count.rated - count.off, count.off, count.total - count.rated, changed)
        counted_cells = (Cell(str(number), number, "count") for number in numbers)
        rows.append(Row((Cell(section.name), *counted_cells)))
    return Table(TOTALS, "Totals by section", TOTAL_COLUMNS, tuple(rows))


def legend(paper: Paper, framework: Framework) -> Panel:
    """What the marks mean, in words that stand without colour."""
    scheme = paper.catalogue.schemes[framework.entries[0].scheme] if framework.entries else None
    bands = [band for band in scheme.bands if band.when in ("met", "adverse")] if scheme else []
    marks = [(Run(f"{band.word}: {lower_first(band.meaning)}", chip=cells.chip_of(band)),) for band in bands]
    return Panel(PanelTone.NOTE, "Legend", (*marks, *((Run(words),) for words in SIGNS)))


SIGNS = (
    "↑\u00a0↓\u00a0→\u00a0what the figure did since the period before; better, worse or same says whether that is "
    "welcome.",
    "Trend: up to the last 12 figures, the newest marked; for grades R red, A amber, G green, oldest first.",
    "†\u00a0the page prints no operator: it follows from what good is.",
    "‡\u00a0the page prints the other way, or against its own target: see the measure's page.",
    "✓\u00a0the figure is another than in the edition before.",
)
