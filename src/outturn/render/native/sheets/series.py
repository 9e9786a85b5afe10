"""A series of a native chart as XlsxWriter takes it, from cells of the data sheet."""

import re
from dataclasses import dataclass
from typing import Any

from outturn.render import look
from outturn.render.native import Series
from outturn.render.native.grid import letters_of

DASHES = {"dash": "dash", "dot": "round_dot", "solid": "solid"}
FONT = {"name": look.OFFICE_FONT, "size": 9, "color": look.QUIET}
STRONG = FONT | {"color": look.INK, "bold": True}
UNIT, SUBTITLE = 5, 6
"""Columns of the row with the title."""
Options = dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """Where the columns of a picture stand: the sheet, and the row of their headings."""

    sheet: str
    top: int

    @property
    def title(self) -> list[str | int]:
        """The cell with the picture's title, over the headings."""
        return [self.sheet, self.top - 1, 0]

    @property
    def unit(self) -> list[str | int]:
        return [self.sheet, self.top - 1, UNIT]

    def heading(self, column: int) -> list[str | int]:
        return [self.sheet, self.top, column]

    def cells(self, column: int, count: int) -> list[str | int]:
        """So many below the heading."""
        return [self.sheet, self.top + 1, column, self.top + count, column]

    def cell(self, column: int, row: int) -> str:
        """As a formula; row 0 stands below the heading."""
        return f"='{self.sheet}'!${letters_of(column)}${self.top + 2 + row}"

    def stretch(self, column: int, count: int) -> str:
        letters = letters_of(column)
        last = f":${letters}${self.top + 1 + count}" if count > 1 else ""
        return f"='{self.sheet}'!${letters}${self.top + 2}{last}"


def refer_to_cells(series: Series, kept: Kept) -> Options:
    """Name, places and values as references."""
    return {
        "name": [kept.sheet, kept.top, series.column],
        "categories": kept.cells(series.across, len(series.values)),
        "values": kept.cells(series.column, len(series.values)),
    }


def describe_line(series: Series, kept: Kept) -> Options:
    """A line, its markers and its bars of error."""
    made = refer_to_cells(series, kept) | {"line": line_style(series), "marker": marker_style(series)}
    return made | {"y_error_bars": bars_of_error(series, kept)} if series.upper else made


def line_style(series: Series) -> Options:
    return (
        {"color": series.colour, "width": series.width, "dash_type": DASHES[series.line]}
        if series.line
        else {"none": True}
    )


def marker_style(series: Series) -> Options:
    """A cross has no inside; a pale inside has an outline in the colour of the series."""
    if not series.marker:
        return {"type": "none"}
    colour = look.POINT if series.role == "actual" else series.colour
    inside = {"none": True} if series.marker == "x" else {"color": series.fill or colour}
    kind = "long_dash" if series.marker == "dash" else series.marker
    return {"type": kind, "size": series.size, "fill": inside, "border": {"color": colour}}


def bars_of_error(series: Series, kept: Kept) -> Options:
    """From each value down and up to its ends."""
    down, up = (kept.stretch(column, len(series.values)) for column in series.reach)
    return {
        "type": "custom", "plus_values": up, "minus_values": down,
        "plus_data": series.above, "minus_data": series.below, "end_style": 1,
        "line": {"color": look.SERIES, "width": 1.0},
    }  # fmt: skip


def describe_column(series: Series, kept: Kept, gap: int) -> Options:
    """A column; one without colour is there only to carry others."""
    made = refer_to_cells(series, kept) | {
        "fill": {"color": series.colour} if series.colour else {"none": True},
        "gap": gap,
    }
    return made | {"y_error_bars": bars_of_error(series, kept)} if series.upper else made


REFERENCE = re.compile(r"=|[^!]+!\$?[A-Z]+\$?\d")
"""What XlsxWriter takes for the address of a cell."""


def write_label(text: str, cell: str) -> Options:
    """A label: its text, which every program shows; or the cell that holds it, where the text looks like an address."""
    return {"value": cell if REFERENCE.match(text) else text, "font": STRONG}


def label_some(series: Series, labels: dict[int, Options]) -> Options:
    """Labels of some points, none of the others."""
    custom = [labels.get(place, {"delete": True}) for place in range(len(series.values))]
    return {"value": True, "custom": custom, "font": STRONG}
