"""What every chart of the workbook has: its title, its legend, its size, its axis of values."""

from xlsxwriter.chart import Chart as XlsxChart

from outturn.render import look
from outturn.render.charts.words import Measured
from outturn.render.numbers import axis_format, caption, held
from outturn.render.xlsx.series import FONT, Kept, Options

WIDE, TALL = 760, 380
RULE = {"line": {"color": look.QUIET}}
GRID = {"visible": True, "line": {"color": look.LINE, "width": 0.5}}


def finish(made: XlsxChart, title: list[str | int], hidden: list[int] | None = None) -> None:
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


def titled(cell: list[str | int]) -> Options:
    """An axis named by a cell."""
    return {"name": cell, "name_font": FONT | {"bold": False}}


def value_axis(picture: Measured, kept: Kept, low: float, high: float, step: float) -> Options:
    """Pale grid lines, no rule; the unit where the figures do not carry it."""
    return {
        "min": held(low, picture.unit), "max": held(high, picture.unit), "major_unit": held(step, picture.unit),
        "num_format": axis_format(picture.unit, picture.scale, step), "num_font": FONT, "line": {"none": True},
        "major_gridlines": GRID, "major_tick_mark": "none",
    } | (titled(kept.unit) if caption(picture.unit, picture.unit_words) else {})  # fmt: skip
