"""One sheet being written: how far, and where what is not a table stands."""

from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.chart import Chart as XlsxChart
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Page
from outturn.render.lettering import lines
from outturn.render.native import Column
from outturn.render.native.sheets.page import TitledMeasured
from outturn.render.native.sheets.series import Kept
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import POINTS, ROW, Styles

SIDE = (24.0, 30.0, 54.0)
"""Widths of the three columns at the right: label, figure, words."""
USUAL = 8.43
"""Width of a column that nobody set."""
READABLE = 100.0
"""A paragraph over or under a narrow table goes on beyond it, up to this width."""
FIRST = 3


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
        return len(SIDE) if self.beside or not self.columns else self.reading(self.side)

    def wide(self, column: int) -> float:
        """Width of a column, in letters."""
        place = column - self.side
        aside = (self.beside or not self.columns) and 0 <= place < len(SIDE)
        return SIDE[place] if aside else self.widths.get(column, USUAL)

    def reading(self, column: int) -> int:
        """So many columns from this one on make a line that reads well; beside a chart, no more than the table has."""
        most = self.columns - column if self.beside else 40
        found, wide = 1, self.wide(column)
        while wide < READABLE and found < most:
            wide, found = wide + self.wide(column + found), found + 1
        return found

    def text(self, words: str, style: str, row: int, column: int, across: int) -> int:
        """A paragraph over as many rows as it has lines: rows keep their height, for a table may stand beside it."""
        size = 12 if style == "lead" else 9 if style == "small" else 10
        room = sum(self.wide(place) for place in range(column, column + across)) * POINTS
        tall = max(-(-round(lines(words, size, room) * size * 1.3) // round(ROW)), 1)
        form = self.styles.get(style)
        if tall > 1 or across > 1:
            self.paper.merge_range(row, column, row + tall - 1, column + across - 1, "", form)
        self.paper.write_string(row, column, words[:32_000], form)
        return tall

    def side_text(self, words: str, style: str) -> None:
        self.side_row += self.text(words, style, self.side_row, self.side, self.across)

    def keep(self, picture: TitledMeasured, columns: list[Column]) -> Kept:
        """Writes what is behind a picture on the sheet of chart data."""
        return self.places.keep(picture, columns)

    def write(self, row: int, column: int, value: str | float, style: str) -> None:
        put = self.paper.write_string if isinstance(value, str) else self.paper.write_number
        put(row, column, value, self.styles.get(style))

    def insert(self, made: XlsxChart, alt: str) -> None:
        """A chart with its corner where the next thing of this side stands."""
        self.paper.insert_chart(self.side_row, self.side, made, {"description": alt, "object_position": 2})
