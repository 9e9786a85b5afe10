"""The priorities summary: one row for each entry, linked to its page."""

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, EntryKind, Framework, TargetKind
from outturn.core.report import cells
from outturn.core.report.charts import worth_drawing
from outturn.core.report.document import Band, Cell, Column, ColumnKind, Page, PageKind, Paragraph, Row, Run, Table
from outturn.core.report.paper import Paper
from outturn.core.report.say.counts import off_plan, unrated
from outturn.core.report.say.tally import tally

COLUMNS = (
    Column("number", "No.", ColumnKind.TEXT, 4, "Number in the framework"),
    Column("name", "Priority", ColumnKind.LINK, 30, "Follow the link for the measure's own page"),
    Column(
        "rating",
        "Rating",
        ColumnKind.CHIP,
        9,
        "By the framework's scheme; what the source printed is shown where it differs",
    ),
    Column("period", "Period", ColumnKind.TEXT, 10, "The period the latest figure is about"),
    Column("target", "Plan", ColumnKind.NUMBER, 10, "The plan for that period"),
    Column("latest", "Actual", ColumnKind.NUMBER, 10, "The latest figure"),
    Column("gap", "Gap", ColumnKind.NUMBER, 9, "Actual less plan, in the measure's unit; pp is percentage points"),
    Column(
        "movement",
        "Movement",
        ColumnKind.MOVEMENT,
        10,
        "Against the period before: arrow for the number, word for whether it is welcome",
    ),
    Column("trend", "Trend", ColumnKind.TREND, 14, "The last 24 months"),
    Column("variation", "Variation and assurance", ColumnKind.MARKS, 10, "Statistical process control, from 13 points"),
)
ACTUAL = [column.key for column in COLUMNS].index("latest")


def place(paper: Paper, framework: Framework) -> str:
    """Its anchor."""
    return paper.part_anchor("scorecard", "scorecard", framework.slug)


def page(paper: Paper, framework: Framework, title: str) -> Page:
    results = [paper.result(entry) for entry in framework.entries]
    return Page(
        anchor=place(paper, framework),
        kind=PageKind.SCORECARD,
        title=title or framework.title,
        sheet="Summary",
        section=framework.title,
        blocks=(Paragraph((Run(sentence(results)),), lead=True), table(paper, framework, framework.entries)),
    )


def sentence(results: list[Result]) -> str:
    """ "Fourteen of 30 rated priorities are off plan; 8 of 38 are not rated."."""
    count = tally(results)
    return "; ".join(filter(None, (off_plan(count, "priority"), unrated(count)))) + "."


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
        caption=f"{framework.title}: plan, actual and rating",
        columns=COLUMNS,
        rows=tuple(rows),
        banded="Group",
        empty="No priorities are defined yet.",
    )


def row(paper: Paper, entry: Entry, band: Band | None, anchored: bool) -> Row:
    """An entry that is told in words has no gap, movement or trend: its words take their room."""
    indicator, result = paper.indicator(entry), paper.result(entry)
    said = _said(entry, result)
    told = len(COLUMNS) - ACTUAL
    return Row(
        (
            Cell(text=entry.number),
            Cell(text=entry.short or indicator.short, link=paper.anchor(entry) if has_page(paper, entry) else "",
                 note=entry.wording),
            cells.chip(paper.catalogue, result.rating),
            cells.period(result),
            _plan(paper, entry, result),
            *(
                (Cell(text=said, span=told), *(Cell(),) * (told - 1))
                if said
                else (
                    cells.actual(indicator, result),
                    cells.gap(indicator, result.rating),
                    cells.movement(result),
                    cells.trend(indicator, result),
                    cells.marks(result),
                )
            ),
        ),
        anchor=paper.row_anchor(entry) if anchored else "",
        band=band,
    )  # fmt: skip


def _plan(paper: Paper, entry: Entry, result: Result) -> Cell:
    if entry.kind is not EntryKind.MEASURE:
        return cells.DASH
    return cells.plan(paper.indicator(entry), result, ambitions=entry.ambitions)


def _said(entry: Entry, result: Result) -> str:
    """What stands in place of a figure; nothing where there is one."""
    if entry.kind is not EntryKind.MEASURE:
        return entry.text or "–"
    unknown = entry.target.kind is TargetKind.TBC and result.latest.period is None
    return (entry.text or "To be confirmed") if unknown else ""


def has_page(paper: Paper, entry: Entry) -> bool:
    """A measure whose entry asks for a page, or whose series can be drawn."""
    return entry.kind is EntryKind.MEASURE and (entry.page or worth_drawing(paper.result(entry)))
