"""The one-page outcomes framework: sections, themes, numbers and their rows, each with target, direction and trend."""

from dataclasses import replace

from outturn.core.assess.result import Result
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
from outturn.core.report.parts import outcome_cells as shown
from outturn.core.report.say.framework import say_standing, say_total
from outturn.core.report.say.tally import Tally, tally

TABLE, TOTALS = "framework-table", "framework-totals"

COLUMNS = (
    Column("theme", "Theme", ColumnKind.TEXT, 33, group=1, strong=True),
    Column("number", "No.", ColumnKind.TEXT, 8, group=2, strong=True),
    Column("name", "Measure", ColumnKind.LINK, 72, "Follow the link for the measure's own page", group=2),
    Column("row", "Row", ColumnKind.TEXT, 18),
    Column("latest", "Latest", ColumnKind.NUMBER, 22, "The latest figure, in its unit", strong=True),
    Column("target", "Target", ColumnKind.NUMBER, 19, "With its operator; † where the page prints none and it follows "
           "from what good is"),
    Column("rating", "On target?", ColumnKind.CHIP, 17, "The target is met or it is not; below 100 is not met by 100"),
    Column("movement", "Direction", ColumnKind.MOVEMENT, 19, "What the figure did since the period before, and whether "
           "that is welcome"),
    Column("good", "Good is", ColumnKind.TEXT, 16, "‡ where the page prints the other way; see the note of the "
           "measure"),
    Column("trend", "Trend", ColumnKind.TREND, 31, "Up to the last 12 figures; for grades a letter each, oldest first"),
    Column("workstream", "Lead workstream", ColumnKind.TEXT, 32, group=3),
    Column("updated", "Updated", ColumnKind.TICK, 12, "✓ where the figure is another than in the edition before"),
)  # fmt: skip
TOTAL_COLUMNS = (
    Column("section", "Section", ColumnKind.TEXT, 40),
    Column("figures", "Figures", ColumnKind.NUMBER, 8),
    Column("on_target", "On target", ColumnKind.NUMBER, 9),
    Column("off_target", "Off target", ColumnKind.NUMBER, 9),
    Column("not_rated", "Not rated", ColumnKind.NUMBER, 9),
    Column("updated", "Updated", ColumnKind.NUMBER, 9),
)


def columns_of(framework: Framework) -> tuple[Column, ...]:
    """What tells the rows of a number apart is the framework's to say."""
    apart = framework.rows_by or "what the row is about"
    note = f"{apart[:1].upper()}{apart[1:]}, where a number has several rows"
    return tuple(replace(column, note=note) if column.key == "row" else column for column in COLUMNS)


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
    indicator, result = paper.indicator(entry), paper.result(entry)
    return Row(
        (
            Cell(text=entry.group),
            Cell(text=entry.number),
            Cell(text=entry.wording, link=paper.anchor(entry), note=shown.rationale(indicator, entry)),
            Cell(text=entry.sub_label),
            shown.latest(indicator, result),
            shown.target(indicator, entry, result),
            on_target(paper, result),
            cells.movement(result),
            shown.good_is(entry),
            shown.trend(indicator, result, entry.direction),
            Cell(text=entry.workstream),
            shown.tick(paper, entry),
        ),
        anchor=paper.row_anchor(entry),
        band=begins,
    )


def on_target(paper: Paper, result: Result) -> Cell:
    return cells.chip(paper.catalogue, result.rating)


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
    marks = [(Run(f"{band.word}: {lower(band.meaning)}", chip=cells.chip_of(band)),) for band in bands]
    return Panel(PanelTone.NOTE, "Legend", (*marks, *((Run(words),) for words in SIGNS)))


SIGNS = (
    "↑\u00a0↓\u00a0→\u00a0what the figure did since the period before; better, worse or same says whether that is "
    "welcome.",
    "Trend: up to the last 12 figures, the newest marked; for grades R red, A amber, G green, oldest first.",
    "†\u00a0the page prints no operator: it follows from what good is.",
    "‡\u00a0the page prints the other way, or against its own target: see the measure's page.",
    "✓\u00a0the figure is another than in the edition before.",
)


def lower(words: str) -> str:
    return words[:1].lower() + words[1:]
