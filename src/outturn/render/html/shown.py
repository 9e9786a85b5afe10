"""Small decisions the templates ask for."""

from outturn.core.report.document import Cell, Column, ColumnKind, Page, Table
from outturn.render.arrange import to_the_right
from outturn.render.pictures import stands_beside

WIDE = 5
"""From so many columns on, rows become cards on a phone and long notes are shown on demand."""


FEW = 4
SHORT = 45


class Ids:
    """Gives each id once: where a row or table stands twice in a report, links lead to the first."""

    def __init__(self) -> None:
        self.given: set[str] = set()

    def __call__(self, anchor: str) -> str:
        if not anchor or anchor in self.given:
            return ""
        self.given.add(anchor)
        return anchor


def is_wide(table: Table) -> bool:
    return len(table.columns) >= WIDE


def is_folded(page: Page, table: Table) -> bool:
    """The table of a chart is one click away; every other table is open."""
    return len(table.rows) > FEW and any(stands_beside(block) for block in page.blocks)


def share(table: Table, column: Column) -> str:
    return f"{column.width / sum(other.width for other in table.columns) * 100:.1f}%"


def is_tucked(words: str, wide: bool) -> bool:
    """A long note in a wide table is shown on demand; a short one stands below its figure."""
    return wide and len(words) > SHORT


def kind(column: Column, cell: Cell) -> str:
    numeric = column.kind is ColumnKind.NUMBER
    return column.kind if not numeric or to_the_right(column, cell) else ColumnKind.TEXT


def manner(cell: Cell) -> str:
    """Short texts stay on one line; sentences in a column of numbers may wrap."""
    if not (cell.text or cell.chip or cell.marks):
        return " blank"
    return " brief" if len(cell.text) <= 12 else " words" if cell.value is None else ""
