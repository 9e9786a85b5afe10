"""A series over time as a native chart of a sheet."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.pictures import Chart
from outturn.render.charts.extent import axis
from outturn.render.native import OverTime, label_step, over_time
from outturn.render.native.later import WANTED
from outturn.render.native.over_time import DAYS_SHOWN, MONTHS_SHOWN
from outturn.render.xlsx.frame import RULE, finish, value_axis
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.series import FONT, Options, column, drawn

HIDDEN = ("base", "below")
"""Columns that the legend leaves out."""
BANDS = (*HIDDEN, "band")


def insert(book: xlsxwriter.Workbook, sheet: Worksheet, places: Places, chart: Chart, row: int, across: int) -> None:
    """Draws the chart with its corner at that cell."""
    shown = over_time(chart)
    kept = places.keep(chart, shown.columns)
    bars = [one for one in shown.series if chart.kind == "bar" and one.role == "actual"]
    bands = [one for one in shown.series if one.role in BANDS]
    lines = [one for one in shown.series if one not in bars and one not in bands]
    made = others = book.add_chart({"type": "line"})
    if bars or bands:
        made = book.add_chart({"type": "column"} | ({"subtype": "stacked"} if bands else {}))
    for one in bars:
        made.add_series(column(one, kept, 120))
    for one in bands:
        made.add_series(column(one, kept, 0))
    for one in lines:
        others.add_series(drawn(one, kept))
    if others is not made and lines:
        made.combine(others)
    ticks, step, highest = axis(chart, WANTED)
    made.set_y_axis(value_axis(chart, kept, ticks[0], highest, step))
    made.set_x_axis(time_axis(shown) | {"num_font": FONT, "label_position": "low"} | RULE)
    finish(made, kept.title, [place for place, one in enumerate([*bars, *bands]) if one.role in HIDDEN])
    sheet.insert_chart(row, across, made, {"description": chart.alt or chart.title, "object_position": 2})


def time_axis(shown: OverTime) -> Options:
    step = label_step(shown, 10)
    if shown.yearly:
        return {"interval_unit": step}
    unit, code = ("months", MONTHS_SHOWN) if shown.monthly else ("days", DAYS_SHOWN)
    return {"date_axis": True, "num_format": code, "major_unit": step, "major_unit_type": unit}
