"""Where anchors are in the workbook, and where the numbers behind charts and sparklines are kept."""

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Cell, Document, Table
from outturn.render.lettering import lines
from outturn.render.native import Column
from outturn.render.native.sheets.page import TitledMeasured
from outturn.render.native.sheets.series import SUBTITLE, UNIT, Kept
from outturn.render.xlsx.names import link_to
from outturn.render.xlsx.styles import POINTS, ROW, Styles

FIRST_VALUE = 2
WIDE = 16
"""Letters that a column behind a picture has."""


class Places:
    def __init__(self, document: Document, names: list[str]) -> None:
        self.sheets: dict[str, str] = {}
        self.cells: dict[str, str] = {}  # anchors that are told apart within their sheet
        for page, name in zip(document.pages, names, strict=True):
            self.sheets.setdefault(page.anchor, name)
            for block in page.blocks:
                if anchor := getattr(block, "anchor", ""):
                    self.sheets.setdefault(anchor, name)
                for row in block.rows if isinstance(block, Table) else ():
                    self.sheets.setdefault(row.anchor, name)
        self.charts: Worksheet | None = None
        self.trends: Worksheet | None = None
        self.chart_row = 0
        self.trend_row = 1

    def link(self, anchor: str) -> str:
        """The address of the anchor's sheet, and its cell where that is kept; empty when it leads nowhere."""
        return link_to(self.sheets[anchor], self.cells.get(anchor, "A1")) if anchor and anchor in self.sheets else ""

    def keep_row(self, anchor: str, sheet: str, row: int, column: int) -> None:
        """Where a row stands twice, links lead to the first."""
        if anchor and self.sheets.get(anchor) == sheet:
            self.cells.setdefault(anchor, xl_rowcol_to_cell(row, column))

    def open_data(self, book: xlsxwriter.Workbook, styles: Styles, charts: str, trends: str) -> None:
        self.styles = styles
        if charts:
            self.charts = book.add_worksheet(charts)
            self.charts.set_column(0, 0, 28)
            self.charts.set_column(1, 14, WIDE)
        if trends:
            self.trends = book.add_worksheet(trends)
            self.trends.set_column(0, 0, 44)
            self.trends.set_column(1, 1, 44)
            for column, words in enumerate(("Row", "In words", "Values, oldest first")):
                self.trends.write_string(0, column, words, styles.get("head", text_wrap=False))
            self.trends.freeze_panes(1, 0)
        for sheet in filter(None, (self.charts, self.trends)):
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)

    def keep(self, picture: TitledMeasured, columns: list[Column]) -> Kept:
        """Writes what is behind a picture: title, headings, cells."""
        sheet = self.charts
        assert sheet is not None
        kept = Kept(sheet.get_name(), self.chart_row + 1)
        sheet.write_string(self.chart_row, 0, picture.title, self.styles.get("bold"))
        sheet.write_string(self.chart_row, UNIT, picture.unit_words, self.styles.get("quiet"))
        sheet.write_string(self.chart_row, SUBTITLE, picture.subtitle, self.styles.get("quiet"))
        tall = max(lines(column.title, 10, (WIDE - 2) * POINTS, bold=True) for column in columns)
        sheet.set_row(kept.top, ROW * tall)
        for place, column in enumerate(columns):
            sheet.write_string(kept.top, place, column.title, self.styles.get("head"))
            form = self.styles.get("quiet", num_format=column.code) if column.code else self.styles.get("quiet")
            for row, cell in enumerate(column.cells, kept.top + 1):
                if isinstance(cell, str):
                    sheet.write_string(row, place, cell[:32_000], form)
                elif cell is not None:
                    sheet.write_number(row, place, cell, form)
        self.chart_row = kept.top + max(len(column.cells) for column in columns) + 2
        return kept

    def keep_trend(self, name: str, cell: Cell) -> str:
        """Writes the values of a sparkline; gives their range."""
        sheet = self.trends
        assert sheet is not None
        row, self.trend_row = self.trend_row, self.trend_row + 1
        sheet.write_string(row, 0, name, self.styles.get("quiet"))
        sheet.write_string(row, 1, cell.text, self.styles.get("quiet"))
        for column, value in enumerate(cell.trend, FIRST_VALUE):
            if value is not None:
                sheet.write_number(row, column, value, self.styles.get("quiet"))
        first = xl_rowcol_to_cell(row, FIRST_VALUE, True, True)
        last = xl_rowcol_to_cell(row, FIRST_VALUE + len(cell.trend) - 1, True, True)
        return f"'{sheet.get_name()}'!{first}:{last}"
