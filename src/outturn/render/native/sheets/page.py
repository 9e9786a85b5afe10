"""What a picture may do on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from outturn.render.charts.words import Measured
from outturn.render.native.grid import Column
from outturn.render.native.sheets.series import Kept

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet


class TitledMeasured(Measured, Protocol):
    """A picture whose columns can be kept: they stand under its title."""

    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...


class SheetPage(Protocol):
    """A sheet being written. Pictures stand from `side_row` down, in the columns from `side` on."""

    book: Workbook
    paper: Worksheet

    @property
    def side(self) -> int: ...
    @property
    def side_row(self) -> int: ...
    def keep(self, picture: TitledMeasured, columns: list[Column]) -> Kept: ...
    def write(self, row: int, column: int, value: str | float, style: str) -> None: ...
    def insert(self, made: Chart, alt: str) -> None: ...
