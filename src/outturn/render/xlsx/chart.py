"""Native charts of a sheet."""

import xlsxwriter
from xlsxwriter.chart import Chart as XlsxChart
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.pictures import Chart, RankStrip
from outturn.render import look
from outturn.render.charts.extent import axis
from outturn.render.native import Series, label_step, native
from outturn.render.numbers import held
from outturn.render.pptx.chart import axis_format
from outturn.render.xlsx.places import Places

WIDE, TALL = 760, 380
DASHES = {"dash": "dash", "dot": "round_dot", "solid": "solid"}
MARKERS = {"circle": "circle", "diamond": "diamond", "square": "square", "triangle": "triangle", "dash": "long_dash"}
FONT = {"name": look.OFFICE_FONT, "size": 9, "color": look.QUIET}


def insert(book: xlsxwriter.Workbook, sheet: Worksheet, places: Places, chart: Chart, row: int, column: int) -> None:
    """Draws the chart with its corner at that cell."""
    shown = native(chart)
    top, last = places.keep_chart(chart, shown)
    made = book.add_chart({"type": "column" if chart.kind == "bar" else "line"})
    others = book.add_chart({"type": "line"}) if chart.kind == "bar" else made
    for number, one in enumerate(shown.series, 1):
        target = made if one.role == "actual" else others
        target.add_series(series(one, places.charts.get_name(), top, last, number, chart.kind == "bar"))
    if others is not made and len(shown.series) > 1:
        made.combine(others)
    ticks, step, highest = axis(chart, 5)
    made.set_y_axis({
        "min": held(ticks[0], chart.unit), "max": held(highest, chart.unit), "major_unit": held(step, chart.unit),
        "num_format": axis_format(chart, step), "num_font": FONT, "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": look.LINE, "width": 0.5}},
    })  # fmt: skip
    made.set_x_axis({
        "date_axis": True, "num_format": "mmm yyyy", "num_font": FONT, "line": {"color": look.QUIET},
        "major_unit": label_step(shown, 10), "label_position": "low",
        "major_unit_type": "months" if shown.monthly else "days",
    })  # fmt: skip
    finish(made, [places.charts.get_name(), top - 1, 0])
    sheet.insert_chart(row, column, made, {"description": chart.alt, "object_position": 2})


def finish(made: XlsxChart, title: list[str | int]) -> None:
    """`title` is the cell that holds it: given as text it could be taken for a formula."""
    made.set_title(
        {"name": title, "overlay": False, "name_font": {"name": look.OFFICE_FONT, "size": 12, "color": look.INK}}
    )
    made.set_legend({"position": "bottom", "font": FONT})
    made.set_chartarea({"border": {"none": True}})
    made.show_blanks_as("gap")
    made.set_size({"width": WIDE, "height": TALL})


def series(one: Series, sheet: str, top: int, last: int, column: int, bars: bool) -> dict:
    made = {
        "name": [sheet, top, column],
        "categories": [sheet, top + 1, 0, last, 0],
        "values": [sheet, top + 1, column, last, column],
    }
    if bars and one.role == "actual":
        return made | {"fill": {"color": look.ACCENT}, "gap": 120}
    colour = look.POINT if one.role == "actual" else one.colour
    line = {"color": one.colour, "width": one.width, "dash_type": DASHES[one.line]} if one.line else {"none": True}
    if not one.marker:
        return made | {"line": line, "marker": {"type": "none"}}
    marker = {"type": MARKERS[one.marker], "size": one.size, "fill": {"color": colour}, "border": {"color": colour}}
    return made | {"line": line, "marker": marker}


def insert_ranks(
    book: xlsxwriter.Workbook, sheet: Worksheet, strip: RankStrip, row: int, column: int, data: tuple[str, int, int]
) -> None:
    """Ranks as bars: the shorter, the better. `data`: sheet, first and last row of labels and ranks."""
    name, first, last = data
    made = book.add_chart({"type": "bar"})
    made.add_series({
        "name": "Rank", "categories": [name, first, column, last, column],
        "values": [name, first, column + 1, last, column + 1],
        "fill": {"color": look.ACCENT}, "gap": 80, "data_labels": {"value": True, "font": FONT},
    })  # fmt: skip
    most = max(place[2] for place in strip.rows)
    made.set_x_axis(
        {"min": 0, "max": most, "num_font": FONT, "major_gridlines": {"visible": True, "line": {"color": look.LINE}}}
    )
    made.set_y_axis({"reverse": True, "num_font": FONT, "line": {"color": look.QUIET}})
    finish(made, [name, first - 1, column])
    made.set_legend({"none": True})
    made.set_size({"width": WIDE, "height": 80 + 28 * len(strip.rows)})
    sheet.insert_chart(row, column, made, {"description": strip.alt, "object_position": 2})
