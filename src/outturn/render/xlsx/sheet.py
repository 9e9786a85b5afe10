"""One sheet being written: how far, and where what is not a table stands."""

from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Page
from outturn.render.lettering import lines
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import Styles

SIDE = (24.0, 30.0, 54.0)
"""Widths of the three columns at the right: label, figure, words."""
ROW = 15.0
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

    def side_text(self, words: str, style: str) -> None:
        self.side_row += self.text(words, style, self.side_row, self.side, self.across, sum(SIDE) * 5.2)
