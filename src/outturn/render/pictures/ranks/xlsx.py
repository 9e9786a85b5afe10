"""Ranks as bars on a sheet, the shorter the better; labels and ranks are written under the chart that shows them."""

from outturn.core.report.pictures import RankStrip
from outturn.render import look
from outturn.render.native.sheets.frame import GRID, RULE, WIDE, finish_chart
from outturn.render.native.sheets.page import SheetPage
from outturn.render.native.sheets.series import FONT


def insert_in_sheet(sheet: SheetPage, strip: RankStrip) -> int:
    first, column, name = sheet.side_row + 6 + 2 * len(strip.rows), sheet.side, sheet.paper.get_name()
    last = first + len(strip.rows) - 1
    sheet.write(first - 1, column, strip.title, "bold")
    for row, (label, rank, _, text) in enumerate(strip.rows, first):
        sheet.write(row, column, label, "quiet")
        sheet.write(row, column + 1, rank, "quiet")
        sheet.write(row, column + 2, text, "quiet")
    made = sheet.book.add_chart({"type": "bar"})
    made.add_series({
        "name": "Rank", "categories": [name, first, column, last, column],
        "values": [name, first, column + 1, last, column + 1],
        "fill": {"color": look.ACCENT}, "gap": 80, "data_labels": {"value": True, "font": FONT},
    })  # fmt: skip
    most = max(place[2] for place in strip.rows)
    made.set_x_axis({"min": 0, "max": most, "num_font": FONT, "major_gridlines": GRID})
    made.set_y_axis({"reverse": True, "num_font": FONT} | RULE)
    finish_chart(made, [name, first - 1, column])
    made.set_legend({"none": True})
    made.set_size({"width": WIDE, "height": 80 + 28 * len(strip.rows)})
    sheet.insert(made, strip.alt)
    return last + 3 - sheet.side_row
