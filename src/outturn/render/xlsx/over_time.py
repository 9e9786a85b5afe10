"""A series over time as a native chart of a sheet."""

from dataclasses import replace

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.pictures import Chart
from outturn.render import look
from outturn.render.charts.extent import axis
from outturn.render.native import label_step, over_time
from outturn.render.xlsx.frame import RULE, finish, value_axis
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.series import FONT, column, drawn

HIDDEN = ("base", "below")
"""Columns that the legend leaves out."""
BANDS = (*HIDDEN, "band")


def insert(book: xlsxwriter.Workbook, sheet: Worksheet, places: Places, chart: Chart, row: int, across: int) -> None:
    """Draws the chart with its corner at that cell."""
    shown = over_time(chart)
    kept = places.keep(chart.title, chart.subtitle, shown.columns)
    bars = [one for one in shown.series if chart.kind == "bar" and one.role == "actual"]
    bands = [one for one in shown.series if one.role in BANDS]
    lines = [one for one in shown.series if one not in bars and one not in bands]
    made = others = book.add_chart({"type": "line"})
    if bars or bands:
        made = book.add_chart({"type": "column"} | ({"subtype": "stacked"} if bands else {}))
    for one in bars:
        made.add_series(column(replace(one, colour=look.ACCENT), kept, 120))
    for one in bands:
        made.add_series(column(one, kept, 0))
    for one in lines:
        others.add_series(drawn(one, kept))
    if others is not made and lines:
        made.combine(others)
    ticks, step, highest = axis(chart, 5)
    made.set_y_axis(value_axis(chart, ticks[0], highest, step))
    made.set_x_axis({
        "date_axis": True, "num_format": "mmm yyyy", "num_font": FONT, "label_position": "low",
        "major_unit": label_step(shown, 10), "major_unit_type": "months" if shown.monthly else "days",
    } | RULE)  # fmt: skip
    finish(made, kept.title, [place for place, one in enumerate([*bars, *bands]) if one.role in HIDDEN])
    sheet.insert_chart(row, across, made, {"description": chart.alt or chart.title, "object_position": 2})
