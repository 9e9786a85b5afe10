"""What every chart of the workbook has: its title, its legend, its size, its axis of values."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from outturn.render import look
from outturn.render.charts.words import Measured
from outturn.render.native.sheets.series import FONT, Kept, Options
from outturn.render.numbers import axis_format, caption, to_stored

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as XlsxChart

WIDE, TALL = 760, 380
ROW_PIXELS = 20
RULE = {"line": {"color": look.QUIET}}
GRID = {"visible": True, "line": {"color": look.LINE, "width": 0.5}}


def finish_chart(made: XlsxChart, title: list[str | int], hidden: list[int] | None = None) -> None:
    """`title` is the cell that holds it: given as text it could be taken for a formula. `hidden`: series that the
    legend leaves out.
    """
    made.set_title(
        {"name": title, "overlay": False, "name_font": {"name": look.OFFICE_FONT, "size": 12, "color": look.INK}}
    )
    made.set_legend({"position": "bottom", "font": FONT, "delete_series": hidden or []})
    made.set_chartarea({"border": {"none": True}})
    made.show_blanks_as("gap")
    made.set_size({"width": WIDE, "height": TALL})


def rows_of(tall: int) -> int:
    """Rows that a chart of so many pixels takes, and one free below it."""
    return math.ceil(tall / ROW_PIXELS) + 1


def title_axis(cell: list[str | int]) -> Options:
    """An axis named by a cell."""
    return {"name": cell, "name_font": FONT | {"bold": False}}


def describe_value_axis(picture: Measured, kept: Kept, low: float, high: float, step: float) -> Options:
    """Pale grid lines, no rule; the unit where the figures do not carry it."""
    return {
        "min": to_stored(low, picture.unit), "max": to_stored(high, picture.unit),
        "major_unit": to_stored(step, picture.unit),
        "num_format": axis_format(picture.unit, picture.scale, step), "num_font": FONT, "line": {"none": True},
        "major_gridlines": GRID, "major_tick_mark": "none",
    } | (title_axis(kept.unit) if caption(picture.unit, picture.unit_words) else {})  # fmt: skip
