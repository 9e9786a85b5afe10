"""One sheet: the way back, the title, the sentence; tables at the left, chart, facts and words at the right."""

from collections.abc import Callable
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Block, Cell, Facts, Page, Panel, Paragraph, Table
from outturn.render.arrange import plain_text, small_print
from outturn.render.lettering import lines
from outturn.render.manners import manner_of
from outturn.render.numbers import format_of, to_stored
from outturn.render.pictures import KINDS, is_picture
from outturn.render.xlsx.cells import Pen, say_cell
from outturn.render.xlsx.pictures import write_picture
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.sheet import FIRST, SIDE, Sheet
from outturn.render.xlsx.styles import POINTS, Styles
from outturn.render.xlsx.table import widen, with_bands, write_table

MOST_FROZEN = 9
"""Rows that may stay in view: with more there would be no room to scroll in."""


def write_page(book: xlsxwriter.Workbook, paper: Worksheet, styles: Styles, places: Places, page: Page) -> None:
    tables = [block for block in page.blocks if isinstance(block, Table)]
    columns = max((len(with_bands(table)[0]) for table in tables), default=0)
    pictured = manner_of(page).close or any(is_picture(block) for block in page.blocks)
    beside = bool(tables) and pictured
    sheet = Sheet(book, paper, styles, places, page, beside, columns)
    for table in tables:
        widen(table, sheet.widths)
    write_head(sheet)
    heads = [write_block(sheet, block) for block in page.blocks]
    set_widths(sheet)
    found = [row for row in heads if row is not None]
    if len(found) == 1:
        paper.repeat_rows(found[0])
    if len(found) == 1 and found[0] <= MOST_FROZEN:
        paper.freeze_panes(found[0] + 1, 1)
    else:
        paper.freeze_panes(2, 0)


def write_block(sheet: Sheet, block: Block) -> int | None:
    """Writes the block where it belongs; for a table, gives the row of its headings."""
    if not isinstance(block, Table):
        WRITE[type(block)](sheet, block)
        return None
    head = sheet.row + 1
    sheet.row = write_table(sheet.book, Pen(sheet.paper, sheet.styles, sheet.places), block, sheet.row, sheet.widths)
    for words in explain_table(block) if block.rows else ():
        sheet.row += sheet.text(words, "small", sheet.row, 0, sheet.reading(0))
    sheet.row += 1
    return head if block.rows else None


def explain_table(table: Table) -> list[str]:
    """What the table and its columns mean."""
    notes = (table.note, *(f"{column.title}: {column.note}" for column in table.columns if column.note))
    return [words for words in notes if words]


def write_head(sheet: Sheet) -> None:
    """First cell: the way back; then the title."""
    page, paper, styles = sheet.page, sheet.paper, sheet.styles
    back = sheet.places.link(page.back)
    paper.write_url(
        0, 0, back or "internal:'Guide'!A1", styles.get("link"), string=(page.back_words or "Back") if back else "Guide"
    )
    paper.set_row(1, 26)
    paper.write_string(1, 0, page.title, styles.get("title"))
    if page.section:
        paper.write_string(2, 0, page.section, styles.get("quiet"))


def set_widths(sheet: Sheet) -> None:
    for column, wide in sheet.widths.items():
        sheet.paper.set_column(column, column, wide)
    if sheet.beside:
        sheet.paper.set_column(sheet.side - 1, sheet.side - 1, 3)
    for number, wide in enumerate(SIDE if sheet.beside or not sheet.columns else ()):
        sheet.paper.set_column(sheet.side + number, sheet.side + number, wide)


def write_paragraph(sheet: Sheet, block: Paragraph) -> None:
    """A lead stands over the table, everything else at the side."""
    if block.lead and sheet.row == FIRST:
        across = sheet.reading(0) if sheet.columns else len(SIDE)
        sheet.row += sheet.text(plain_text(block.runs), "lead", FIRST, 0, across) + 1
        sheet.beside_row = max(sheet.beside_row, sheet.row + 1)
        return
    sheet.side_text(plain_text(block.runs), "prose")
    sheet.side_row += 1


def write_facts(sheet: Sheet, block: Facts) -> None:
    """A row for each: label, figure, words."""
    for fact in block.items:
        row, column = sheet.side_row, sheet.side
        label = sheet.text(fact.label, "label", row, column, 1)
        figure = write_figure(sheet, row, column + 1, fact.cell)
        detail = "; ".join(dict.fromkeys(text for text in (small_print(fact.cell), fact.detail) if text))
        across = max(sheet.across - 2, 1)
        small = sheet.text(detail, "small", row, column + 2, across) if detail else 1
        sheet.side_row += max(label, figure, small)
    sheet.side_row += 1


def write_figure(sheet: Sheet, row: int, column: int, cell: Cell) -> int:
    """A number where it is one, else words; gives the rows it takes."""
    if code := format_of(cell):
        style = sheet.styles.get("bold", num_format=code, align="left", valign="top")
        sheet.paper.write_number(row, column, to_stored(cell.value or 0.0, cell.unit), style)
        return 1
    style = sheet.styles.get("bold", text_wrap=True, valign="top")
    tall = lines(say_cell(cell), 10, sheet.wide(column) * (POINTS - 0.2), bold=True)
    if tall > 1:
        sheet.paper.merge_range(row, column, row + tall - 1, column, "", style)
    sheet.paper.write_string(row, column, say_cell(cell), style)
    return tall


def write_panel(sheet: Sheet, block: Panel) -> None:
    sheet.side_text(block.title, "bold")
    for item in block.items:
        sheet.side_text(f"•  {plain_text(item)}", "prose")
    if not block.items:
        sheet.side_text(block.empty or "Nothing to report.", "quiet")
    sheet.side_row += 1


WRITE: dict[type, Callable[[Sheet, Any], None]] = {
    Paragraph: write_paragraph,
    Facts: write_facts,
    Panel: write_panel,
    **dict.fromkeys(KINDS, write_picture),
}
