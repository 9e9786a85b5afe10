"""Tables of a sheet: real ones, with filters; figures as numbers in the format of their unit."""

from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Cell, Column, ColumnKind, Row, Table
from outturn.render import look
from outturn.render.arrange import naming
from outturn.render.lettering import lines, width
from outturn.render.xlsx.cells import Pen, has_trend, say_cell, write_row
from outturn.render.xlsx.icons import lay_rules

WIDEST, WIDEST_NUMBER = 46, 20
FILTER = " ▼"
"""A heading shares its cell with the arrow of its filter."""


BAND = "band"
"""The key of the column that holds the bands."""
HEADS = {ColumnKind.NUMBER: "numberhead"}
Banded = tuple[Row, tuple[Cell, ...]]


def with_bands(table: Table) -> tuple[tuple[Column, ...], list[Banded]]:
    """Bands across a table become a column, so that rows can be sorted and filtered."""
    if not any(row.band for row in table.rows):
        return table.columns, [(row, row.cells) for row in table.rows]
    rows, band = [], ""
    for row in table.rows:
        band = row.band.name if row.band else band
        rows.append((row, (Cell(band), *row.cells)))
    return (Column(BAND, table.banded or "Group", width=16), *table.columns), rows


def write_table(book: xlsxwriter.Workbook, pen: Pen, table: Table, top: int, widths: dict[int, float]) -> int:
    """Writes caption, headings and rows from row `top` on; gives the first free row below."""
    sheet, styles = pen.sheet, pen.styles
    sheet.write_string(top, 0, table.caption, styles.get("caption"))
    if not table.rows:
        sheet.write_string(top + 1, 0, table.empty or "Nothing to show yet.", styles.get("quiet"))
        return top + 2
    columns, rows = with_bands(table)
    head, last = top + 1, top + 1 + len(rows)
    titles = unique([column.title for column in columns])
    heads = [
        {"header": title, "header_format": styles.get(HEADS.get(column.kind, "head"))}
        for title, column in zip(titles, columns, strict=True)
    ]
    sheet.add_table(head, 0, last, len(columns) - 1, {"columns": heads, "style": None, "name": table_name(book)})
    set_height(sheet, head, [Cell(f"{title}{FILTER}") for title in titles], widths)
    named = len(columns) - len(table.columns) + naming(table)
    for at, (row, cells) in enumerate(rows, head + 1):
        pen.places.keep_row(row.anchor, sheet.get_name(), at, named)
        write_row(pen, at, columns, cells)
        set_height(sheet, at, cells, widths)
    colour_states(pen, columns, rows, head + 1)
    return last + 1


def widen(table: Table, widths: dict[int, float]) -> None:
    """Widths that the columns of a sheet need for this table."""
    if table.rows:
        columns, rows = with_bands(table)
        fit(columns, [cells for _, cells in rows], widths)


def table_name(book: xlsxwriter.Workbook) -> str:
    """Names of tables are unique in a workbook."""
    book.tables_made = getattr(book, "tables_made", 0) + 1
    return f"Table_{book.tables_made}"


def unique(titles: list[str]) -> list[str]:
    """Headings of a real table may not repeat, nor be empty."""
    found: list[str] = []
    for title in titles:
        wish, number = " ".join(title.split())[:250] or "Column", 2
        name = wish
        while name.casefold() in {other.casefold() for other in found}:
            name, number = f"{wish} {number}", number + 1
        found.append(name)
    return found


def colour_states(pen: Pen, columns: tuple[Column, ...], rows: Sequence[Banded], first: int) -> None:
    """Ratings coloured by their word, wherever they are sorted to; icons by their number."""
    last = first + len(rows) - 1
    if pen.icons:
        lay_rules(pen.sheet, columns, first, last)
        return
    for place in range(len(columns)):
        states = {say_cell(cells[place]): cells[place].chip for _, cells in rows}
        for words, chip in sorted((words, chip) for words, chip in states.items() if chip):
            tone = look.status(chip.key)
            style = pen.styles.get("bold", bg_color=tone.pale, font_color=tone.text)
            rule = {"type": "cell", "criteria": "==", "value": '"' + words.replace('"', '""') + '"', "format": style}
            pen.sheet.conditional_format(first, place, last, place, rule)


def fit(columns: tuple[Column, ...], rows: list[tuple[Cell, ...]], widths: dict[int, float]) -> None:
    """Widens the sheet's columns to what stands in them, up to a limit beyond which text wraps."""
    for place, column in enumerate(columns):
        own = [cells[place] for cells in rows if cells[place].span == 1] if column.kind is not ColumnKind.TREND else []
        words = [line for cell in own for line in say_cell(cell).split("\n")]
        heading = max((letters(word, bold=True) for word in column.title.split()), default=0) + 3
        need = max([heading, 18 if column.kind is ColumnKind.TREND else 7, *(letters(word) for word in words)])
        widths[place] = max(
            widths.get(place, 0), min(need + 2.8, WIDEST_NUMBER if column.kind is ColumnKind.NUMBER else WIDEST)
        )


def set_height(sheet: Worksheet, row: int, cells: Sequence[Cell], widths: dict[int, float]) -> None:
    """Rows whose text wraps are made tall enough; the others keep the height of the sheet."""
    own = [(place, cell) for place, cell in enumerate(cells) if cell.span == 1]
    most: float = max(lines(say_cell(cell), 10, (widths[place] - 1.4) * width("0", 10)) for place, cell in own)
    if any(has_trend(cell) for cell in cells):
        most = max(most, 1.4)
    if most > 1:
        sheet.set_row(row, most * 13.5 + 3)


def letters(text: str, bold: bool = False) -> float:
    """Width in the unit of spreadsheet columns: digits of the default type."""
    return width(text, 10, bold) / width("0", 10)
