"""Ranks as bars on a sheet: the shorter, the better."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.pictures import RankStrip
from outturn.render import look
from outturn.render.xlsx.frame import GRID, RULE, WIDE, finish
from outturn.render.xlsx.series import FONT


def insert_ranks(
    book: xlsxwriter.Workbook, sheet: Worksheet, strip: RankStrip, row: int, column: int, data: tuple[str, int, int]
) -> None:
    """`data`: sheet, first and last row of labels and ranks."""
    name, first, last = data
    made = book.add_chart({"type": "bar"})
    made.add_series({
        "name": "Rank", "categories": [name, first, column, last, column],
        "values": [name, first, column + 1, last, column + 1],
        "fill": {"color": look.ACCENT}, "gap": 80, "data_labels": {"value": True, "font": FONT},
    })  # fmt: skip
    most = max(place[2] for place in strip.rows)
    made.set_x_axis({"min": 0, "max": most, "num_font": FONT, "major_gridlines": GRID})
    made.set_y_axis({"reverse": True, "num_font": FONT} | RULE)
    finish(made, [name, first - 1, column])
    made.set_legend({"none": True})
    made.set_size({"width": WIDE, "height": 80 + 28 * len(strip.rows)})
    sheet.insert_chart(row, column, made, {"description": strip.alt, "object_position": 2})
