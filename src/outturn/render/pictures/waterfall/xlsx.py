"""A waterfall as native stacked columns of a sheet; as bars where columns would have no room for names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outturn.core.report.pictures import Waterfall
from outturn.render.charts.ticks import fit_scale
from outturn.render.native import Native, Series
from outturn.render.native.sheets.frame import RULE, TALL, WIDE, describe_value_axis, finish_chart, rows_of
from outturn.render.native.sheets.page import SheetPage
from outturn.render.native.sheets.series import (
    FONT,
    Kept,
    Options,
    describe_column,
    describe_line,
    label_some,
    write_label,
)
from outturn.render.pictures.waterfall.native import (
    FIGURE,
    STACKED,
    list_stacked,
    make_columns,
    name_columns,
    name_rows,
)
from outturn.render.pictures.waterfall.steps import find_reach

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart as XlsxChart

FREE = 0.1
"""Of the height, above and below the columns, for their figures."""
SIDES = {"over": "above", "under": "below"}
TYPE, ROW_NAME = 12, 220
"""Of the names of steps: pixels of type, and pixels beside a row."""


def insert_in_sheet(sheet: SheetPage, picture: Waterfall) -> int:
    names = name_below(picture)
    shown = make_columns(picture, names or name_rows(picture, TYPE, ROW_NAME))
    kept = sheet.keep(picture, shown.columns)
    made = add_columns(sheet.book, picture, shown, kept) if names else add_rows(sheet.book, picture, shown, kept)
    sheet.insert(made, picture.alt or picture.title)
    return rows_of(tall(picture))


def name_below(picture: Waterfall) -> list[str]:
    return name_columns(picture, TYPE, 0.85 * WIDE / len(picture.steps))


def add_columns(book: Workbook, picture: Waterfall, shown: Native, kept: Kept) -> XlsxChart:
    low, high = find_reach(picture)
    ticks, step, top = fit_scale(picture, (low, high), 6, FREE, FREE if high > 0 else 0.0)
    made = book.add_chart({"type": "column", "subtype": "stacked"})
    lines = book.add_chart({"type": "line"})
    for each in list_stacked(shown):
        made.add_series(describe_column(each, kept, 60))
    others = [each for each in shown.series if each.role not in STACKED]
    for each in others:
        lines.add_series(
            describe_line(each, kept) | ({"data_labels": label_figures(each, kept)} if each.labels else {})
        )
    made.combine(lines)
    made.set_y_axis(describe_value_axis(picture, kept, ticks[0], top, step))
    made.set_x_axis({"num_font": FONT | {"rotation": 0}, "label_position": "low", "major_tick_mark": "none"} | RULE)
    finish_chart(made, kept.title, list_unnamed([*list_stacked(shown), *others]))
    return made


def add_rows(book: Workbook, picture: Waterfall, shown: Native, kept: Kept) -> XlsxChart:
    """Bars from the top down, the scale above them; the figures stand with the names.

    No legend: programs count the entries of stacked bars from either end, and would leave out the wrong ones.
    """
    ticks, step, top = fit_scale(picture, find_reach(picture), 6, 0.0, 0.0)
    made = book.add_chart({"type": "bar", "subtype": "stacked"})
    for each in list_stacked(shown):
        made.add_series(describe_column(each, kept, 40))
    made.set_x_axis(describe_value_axis(picture, kept, ticks[0], top, step))
    made.set_y_axis({
        "reverse": True, "num_font": FONT, "label_position": "low", "major_tick_mark": "none", "interval_unit": 1,
    } | RULE)  # fmt: skip
    finish_chart(made, kept.title)
    made.set_legend({"none": True})
    made.set_size({"width": WIDE, "height": tall(picture)})
    return made


def tall(picture: Waterfall) -> int:
    """Pixels."""
    return TALL if name_below(picture) else max(TALL, 110 + 20 * len(picture.steps))


def list_unnamed(series: list[Series]) -> list[int]:
    """The legend names the kinds of steps, and nothing that only helps to draw them."""
    return [number for number, each in enumerate(series) if each.role != "step"]


def label_figures(series: Series, kept: Kept) -> Options:
    """The figure of each step that has it there."""
    options = {place: write_label(text, kept.cell(FIGURE, place)) for place, text in series.labels.items()}
    return label_some(series, options) | {"position": SIDES[series.role]}
