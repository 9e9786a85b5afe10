"""Columns of a paper's tables, once their cells are known: a column without a number is no column of numbers."""

from dataclasses import replace

from outturn.core.report.document import Cell, Column, ColumnKind, Page, Table


def settle_columns(page: Page) -> Page:
    """Grades, dates and targets in words stand as words do, where no figure of their column asks for another side."""
    blocks = tuple(
        replace(block, columns=_columns(block)) if isinstance(block, Table) else block for block in page.blocks
    )
    return replace(page, blocks=blocks)


def _columns(table: Table) -> tuple[Column, ...]:
    return tuple(_column(column, [row.cells[at] for row in table.rows]) for at, column in enumerate(table.columns))


def _column(column: Column, cells: list[Cell]) -> Column:
    told = any(cell.words for cell in cells) and all(cell.value is None for cell in cells)
    return replace(column, kind=ColumnKind.TEXT) if column.kind is ColumnKind.NUMBER and told else column
