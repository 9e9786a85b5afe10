"""A series over time as a native chart of a sheet."""

from outturn.core.report.pictures import Chart, ChartKind
from outturn.render.native.sheets.frame import RULE, TALL, describe_value_axis, finish_chart, rows_of
from outturn.render.native.sheets.page import SheetPage
from outturn.render.native.sheets.series import FONT, Options, describe_column, describe_line
from outturn.render.pictures.series.extent import WANTED, fit_axis
from outturn.render.pictures.series.native import DAYS_SHOWN, MONTHS_SHOWN, OverTime, find_label_step, make_columns

HIDDEN = ("base", "below")
"""Columns that the legend leaves out."""
BANDS = (*HIDDEN, "band")


def insert_in_sheet(sheet: SheetPage, chart: Chart) -> int:
    shown = make_columns(chart)
    kept = sheet.keep(chart, shown.columns)
    bars = [each for each in shown.series if chart.kind is ChartKind.BAR and each.role == "actual"]
    bands = [each for each in shown.series if each.role in BANDS]
    lines = [each for each in shown.series if each not in bars and each not in bands]
    made = others = sheet.book.add_chart({"type": "line"})
    if bars or bands:
        made = sheet.book.add_chart({"type": "column"} | ({"subtype": "stacked"} if bands else {}))
    for each in bars:
        made.add_series(describe_column(each, kept, 120))
    for each in bands:
        made.add_series(describe_column(each, kept, 0))
    for each in lines:
        others.add_series(describe_line(each, kept))
    if others is not made and lines:
        made.combine(others)
    ticks, step, highest = fit_axis(chart, WANTED)
    made.set_y_axis(describe_value_axis(chart, kept, ticks[0], highest, step))
    made.set_x_axis(describe_time_axis(shown) | {"num_font": FONT, "label_position": "low"} | RULE)
    finish_chart(made, kept.title, [place for place, each in enumerate([*bars, *bands]) if each.role in HIDDEN])
    sheet.insert(made, chart.alt or chart.title)
    return rows_of(TALL)


def describe_time_axis(shown: OverTime) -> Options:
    step = find_label_step(shown, 10)
    if shown.yearly:
        return {"interval_unit": step}
    unit, code = ("months", MONTHS_SHOWN) if shown.monthly else ("days", DAYS_SHOWN)
    return {"date_axis": True, "num_format": code, "major_unit": step, "major_unit_type": unit}
