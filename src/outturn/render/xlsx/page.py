"""One sheet: the way back, the title, the sentence; tables at the left, chart, facts and words at the right."""

from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Block, Cell, Facts, Page, Panel, Paragraph, Rich, Table
from outturn.core.report.pictures import Chart, RankStrip
from outturn.render.lettering import lines
from outturn.render.numbers import format_of, held
from outturn.render.xlsx import over_time
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.ranks import insert_ranks
from outturn.render.xlsx.styles import Styles
from outturn.render.xlsx.table import shown, with_bands, write_table

SIDE = (24.0, 30.0, 54.0)
"""Widths of the three columns at the right: label, figure, words."""
WORDS_ABOVE_TABLE = 60.0
ROW = 15.0
FIRST = 3
CHART_ROWS = 20


@dataclass
class Sheet:
    """What is needed to write one page, and how far it has been written."""

    book: xlsxwriter.Workbook
    paper: Worksheet
    styles: Styles
    places: Places
    page: Page
    beside: bool  # chart, facts and words stand at the right of the tables, else above and below
    columns: int  # of the widest table
    row: int = FIRST
    beside_row: int = FIRST + 1
    widths: dict[int, float] = field(default_factory=dict)

    @property
    def side(self) -> int:
        """The first column of what is not a table."""
        return self.columns + 1 if self.beside else 0

    @property
    def side_row(self) -> int:
        return self.beside_row if self.beside else self.row

    @side_row.setter
    def side_row(self, row: int) -> None:
        if self.beside:
            self.beside_row = row
        else:
            self.row = row

    @property
    def across(self) -> int:
        """Columns that a paragraph may take."""
        return len(SIDE) if self.beside or not self.columns else max(self.columns, 3)

    def text(self, words: str, style: str, row: int, column: int, across: int, room: float) -> int:
        """A paragraph over as many rows as it has lines: rows keep their height, for a table may stand beside it."""
        size = 12 if style == "lead" else 9 if style == "small" else 10
        tall = max(-(-round(lines(words, size, room) * size * 1.3) // round(ROW)), 1)
        form = self.styles.get(style)
        if tall > 1 or across > 1:
            self.paper.merge_range(row, column, row + tall - 1, column + across - 1, "", form)
        self.paper.write_string(row, column, words[:32_000], form)
        return tall


def write_page(book: xlsxwriter.Workbook, paper: Worksheet, styles: Styles, places: Places, page: Page) -> None:
    tables = [block for block in page.blocks if isinstance(block, Table)]
    columns = max((len(with_bands(table)[0]) for table in tables), default=0)
    pictured = page.kind == "measure" or any(isinstance(block, Chart | RankStrip) for block in page.blocks)
    beside = bool(tables) and pictured
    sheet = Sheet(book, paper, styles, places, page, beside, columns)
    write_head(sheet)
    heads = [write_block(sheet, block) for block in page.blocks]
    set_widths(sheet)
    found = [row for row in heads if row is not None]
    if len(found) == 1:
        paper.freeze_panes(found[0] + 1, 1)
        paper.repeat_rows(found[0])
    else:
        paper.freeze_panes(2, 0)


def write_block(sheet: Sheet, block: Block) -> int | None:
    """Writes the block where it belongs; for a table, gives the row of its headings."""
    if not isinstance(block, Table):
        WRITE[type(block)](sheet, block)
        return None
    head = sheet.row + 1
    sheet.row = write_table(sheet.book, sheet.paper, sheet.styles, sheet.places, block, sheet.row, sheet.widths)
    return head if block.rows else None


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


def plain(runs: Rich) -> str:
    return "".join(run.text for run in runs)


def write_paragraph(sheet: Sheet, block: Paragraph) -> None:
    """A lead stands over the table, everything else at the side."""
    if block.lead and sheet.row == FIRST:
        room = 520 if sheet.columns else sum(SIDE) * 5.2
        sheet.row += sheet.text(plain(block.runs), "lead", FIRST, 0, max(sheet.columns, 3), room) + 1
        sheet.beside_row = max(sheet.beside_row, sheet.row + 1)
        return
    side_text(sheet, plain(block.runs), "prose")


def side_text(sheet: Sheet, words: str, style: str) -> None:
    sheet.side_row += sheet.text(words, style, sheet.side_row, sheet.side, sheet.across, sum(SIDE) * 5.2)


def write_facts(sheet: Sheet, block: Facts) -> None:
    """A row for each: label, figure, words."""
    wide = SIDE[2] if sheet.beside or not sheet.columns else WORDS_ABOVE_TABLE
    for fact in block.items:
        row, column = sheet.side_row, sheet.side
        label = sheet.text(fact.label, "label", row, column, 1, SIDE[0] * 5.2)
        figure = write_figure(sheet, row, column + 1, fact.cell)
        detail = "; ".join(dict.fromkeys(text for text in (fact.cell.note, fact.detail) if text))
        across = max(sheet.across - 2, 1)
        small = sheet.text(detail, "small", row, column + 2, across, wide * 5.2) if detail else 1
        sheet.side_row += max(label, figure, small)
    sheet.side_row += 1


def write_figure(sheet: Sheet, row: int, column: int, cell: Cell) -> int:
    """A number where it is one, else words; gives the rows it takes."""
    if code := format_of(cell):
        style = sheet.styles.get("bold", num_format=code, align="left", valign="top")
        sheet.paper.write_number(row, column, held(cell.value or 0.0, cell.unit), style)
        return 1
    style = sheet.styles.get("bold", text_wrap=True, valign="top")
    tall = lines(shown(cell), 10, SIDE[1] * 5.0, bold=True)
    if tall > 1:
        sheet.paper.merge_range(row, column, row + tall - 1, column, "", style)
    sheet.paper.write_string(row, column, shown(cell), style)
    return tall


def write_panel(sheet: Sheet, block: Panel) -> None:
    side_text(sheet, block.title, "bold")
    for item in block.items:
        side_text(sheet, f"•  {plain(item)}", "prose")
    if not block.items:
        side_text(sheet, block.empty or "Nothing to report.", "quiet")
    sheet.side_row += 1


def write_chart(sheet: Sheet, block: Chart) -> None:
    if any(value is not None for value in block.values):
        over_time.insert(sheet.book, sheet.paper, sheet.places, block, sheet.side_row, sheet.side)
        sheet.side_row += CHART_ROWS


def write_ranks(sheet: Sheet, block: RankStrip) -> None:
    """Labels and ranks are written under the chart that shows them."""
    first = sheet.side_row + 6 + 2 * len(block.rows)
    sheet.paper.write_string(first - 1, sheet.side, block.title, sheet.styles.get("bold"))
    for number, (label, rank, _, text) in enumerate(block.rows, first):
        sheet.paper.write_string(number, sheet.side, label, sheet.styles.get("quiet"))
        sheet.paper.write_number(number, sheet.side + 1, rank, sheet.styles.get("quiet"))
        sheet.paper.write_string(number, sheet.side + 2, text, sheet.styles.get("quiet"))
    last = first + len(block.rows) - 1
    data = (sheet.paper.get_name(), first, last)
    insert_ranks(sheet.book, sheet.paper, block, sheet.side_row, sheet.side, data)
    sheet.side_row = last + 3


WRITE = {
    Paragraph: write_paragraph, Facts: write_facts, Panel: write_panel, Chart: write_chart, RankStrip: write_ranks,
}  # fmt: skip
