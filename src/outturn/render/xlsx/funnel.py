"""A funnel as a native chart of a sheet."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.pictures import Funnel
from outturn.render.charts.extent import scale
from outturn.render.charts.funnel import most, value_range
from outturn.render.charts.space import Space
from outturn.render.charts.ticks import step_for
from outturn.render.native import Native, funnel
from outturn.render.native.beside import Beside, beside
from outturn.render.native.funnel import BEYOND_LARGEST, NAME, SIZE, size_format
from outturn.render.xlsx.frame import RULE, TALL, WIDE, finish, titled, value_axis
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.series import FONT, Kept, Options, drawn, labels, words

SIDES = {"r": "right", "l": "left", "t": "above", "b": "below"}
PLOT = (0.88 * WIDE, 0.6 * TALL)
"""Pixels that the plot takes, about."""
UNNAMED = ("lower998", "lower95")
"""Lines that the legend leaves out: it names those above the average."""


def insert(book: xlsxwriter.Workbook, sheet: Worksheet, places: Places, picture: Funnel, row: int, across: int) -> None:
    """Draws the funnel with its corner at that cell."""
    shown = funnel(picture)
    kept = places.keep(picture, shown.columns)
    ticks, step, top = scale(picture, value_range(picture), 5, 0.05, 0.05)
    largest = most(picture) * BEYOND_LARGEST
    plane = Space(0.0, PLOT[0], 0.0, PLOT[1], 0.0, largest, low=ticks[0], high=top, step=0.0)
    names = beside(picture, plane)
    made = book.add_chart({"type": "scatter"})
    for one in shown.series:
        near = {place: names[label] for place, label in one.labels.items() if label in names}
        found = {place: beside_dot(kept, place, name) for place, name in near.items()}
        made.add_series(drawn(one, kept) | ({"data_labels": labels(one, found)} if found else {}))
    made.set_x_axis({
        "min": 0, "max": largest, "major_unit": step_for(largest, 8, "count", 0), "num_format": size_format(picture),
        "num_font": FONT, "label_position": "low", "major_gridlines": {"visible": False},
    } | titled(kept.heading(SIZE)) | RULE)  # fmt: skip
    made.set_y_axis(value_axis(picture, kept, ticks[0], top, step) | {"label_position": "low"})
    finish(made, kept.title, hidden(shown))
    sheet.insert_chart(row, across, made, {"description": picture.alt or picture.title, "object_position": 2})


def hidden(shown: Native) -> list[int]:
    return [number for number, one in enumerate(shown.series) if one.role in UNNAMED]


def beside_dot(kept: Kept, place: int, name: Beside) -> Options:
    return words(name.text, kept.cell(NAME, place)) | {"position": SIDES[name.side]}
