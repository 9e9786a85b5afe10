"""A funnel as a native chart of a sheet."""

from outturn.core.report.pictures import Funnel
from outturn.render.charts.space import Space
from outturn.render.charts.ticks import choose_step, fit_scale
from outturn.render.native import Native
from outturn.render.native.sheets.frame import RULE, TALL, WIDE, describe_value_axis, finish_chart, rows_of, title_axis
from outturn.render.native.sheets.page import SheetPage
from outturn.render.native.sheets.series import FONT, Kept, Options, describe_line, label_some, write_label
from outturn.render.pictures.funnel.beside import Beside, stand_beside
from outturn.render.pictures.funnel.native import BEYOND_LARGEST, NAME, SIZE, make_columns, size_format
from outturn.render.pictures.funnel.svg import largest_size, value_range

SIDES = {"r": "right", "l": "left", "t": "above", "b": "below"}
PLOT = (0.88 * WIDE, 0.6 * TALL)
"""Pixels that the plot takes, about."""
UNNAMED = ("lower998", "lower95")
"""Lines that the legend leaves out: it names those above the average."""


def insert_in_sheet(sheet: SheetPage, picture: Funnel) -> int:
    shown = make_columns(picture)
    kept = sheet.keep(picture, shown.columns)
    ticks, step, top = fit_scale(picture, value_range(picture), 5, 0.05, 0.05)
    largest = largest_size(picture) * BEYOND_LARGEST
    plane = Space(0.0, PLOT[0], 0.0, PLOT[1], 0.0, largest, low=ticks[0], high=top, step=0.0)
    names = stand_beside(picture, plane)
    made = sheet.book.add_chart({"type": "scatter"})
    for each in shown.series:
        near = {place: names[label] for place, label in each.labels.items() if label in names}
        labels = {place: label_dot(kept, place, name) for place, name in near.items()}
        made.add_series(describe_line(each, kept) | ({"data_labels": label_some(each, labels)} if labels else {}))
    made.set_x_axis({
        "min": 0, "max": largest, "major_unit": choose_step(largest, 8, "count", 0), "num_format": size_format(picture),
        "num_font": FONT, "label_position": "low", "major_gridlines": {"visible": False},
    } | title_axis(kept.heading(SIZE)) | RULE)  # fmt: skip
    made.set_y_axis(describe_value_axis(picture, kept, ticks[0], top, step) | {"label_position": "low"})
    finish_chart(made, kept.title, list_unnamed(shown))
    sheet.insert(made, picture.alt or picture.title)
    return rows_of(TALL)


def list_unnamed(shown: Native) -> list[int]:
    return [number for number, each in enumerate(shown.series) if each.role in UNNAMED]


def label_dot(kept: Kept, place: int, name: Beside) -> Options:
    return write_label(name.text, kept.cell(NAME, place)) | {"position": SIDES[name.side]}
