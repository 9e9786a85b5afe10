"""The table of a framework on one page: its columns, and the cells of an entry by their keys."""

from dataclasses import replace

from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Entry, Framework
from outturn.core.report import cells
from outturn.core.report.document import Cell, Column, ColumnKind
from outturn.core.report.tables import outcome_cells as shown

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


def columns_of(framework: Framework) -> tuple[Column, ...]:
    """What tells the rows of a number apart is the framework's to say."""
    apart = framework.rows_by or "what the row is about"
    note = f"{apart[:1].upper()}{apart[1:]}, where a number has several rows"
    return tuple(replace(column, note=note) if column.key == "row" else column for column in COLUMNS)


def read_outcome(catalogue: Catalogue, entry: Entry, result: Result) -> dict[str, Cell]:
    """The cells by the keys of COLUMNS. Whether it was updated is known to who has two editions to compare."""
    indicator = catalogue.indicators[entry.indicator]
    return {
        "theme": Cell(text=entry.group),
        "number": Cell(text=entry.number),
        "name": Cell(text=entry.wording, note=shown.rationale(indicator, entry)),
        "row": Cell(text=entry.sub_label),
        "latest": shown.latest(indicator, result),
        "target": shown.target(indicator, entry, result),
        "rating": cells.chip(catalogue, result.rating),
        "movement": cells.movement(result),
        "good": shown.good_is(entry),
        "trend": shown.trend(indicator, result, entry.direction),
        "workstream": Cell(text=entry.workstream),
        "updated": Cell(),
    }
