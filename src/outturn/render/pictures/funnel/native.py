"""A funnel as the columns of a spreadsheet: a row for each group, its value in the column of its judgement; the limits.

All columns are as long as the longest: some programs lose a series that is shorter than one drawn after it.
"""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from outturn.core.report.pictures import Dot, Funnel
from outturn.render import look
from outturn.render.native.grid import MARKERS, Columns, Native, Series, Values, columns_for
from outturn.render.pictures.funnel.dots import DENSE, ORDER, SIDE, is_filled, side_of
from outturn.render.pictures.funnel.svg import largest_size

NAME, SIZE = range(2)
MARKS = {"common": 6, "improvement": 9, "concern": 8, "neutral": 9, "lower": 8}
SMALL = {"common": 3, "improvement": 6, "concern": 5, "neutral": 6, "lower": 5}
CURVES = (
    ("Lower 99.8% limit", "lower998", "solid", 0.75),
    ("Lower 95% limit", "lower95", "dash", 1.0),
    ("Upper 95% limit", "upper95", "dash", 1.0),
    ("Upper 99.8% limit", "upper998", "solid", 0.75),
)
BEYOND_LARGEST = 1.03
"""The axis of sizes ends a little beyond the largest."""


class Judgement(NamedTuple):
    """A side of the average (`common`: neither), `full` where it is beyond the 99.8 % limits."""

    side: str
    full: bool

    @property
    def words(self) -> str:
        """`Worse, beyond 99.8%`."""
        beyond = "" if self.side == "common" else f", beyond {'99.8%' if self.full else '95%'}"
        return f"{SIDE[self.side].capitalize()}{beyond}"


def make_columns(picture: Funnel) -> Native:
    """Limits and average first, then the groups: the unremarkable below, what lies furthest out on top."""
    rows = max(len(picture.dots), len(picture.sizes), 2)
    columns = columns_for(picture)
    columns.add("Group", pad((dot.label for dot in picture.dots), rows))
    columns.add(write_size_title(picture), pad((dot.size for dot in picture.dots), rows), size_format(picture))
    dots = [dot_series(picture, each, columns, rows) for each in list_judgements(picture)]
    lines = [*limit_series(picture, columns, rows), average_series(picture, columns, rows)]
    return Native(columns, [*lines, *dots], picture.unit)


def pad(cells: Iterable, rows: int) -> list:
    column = list(cells)
    return column + [None] * (rows - len(column))


def judge(dot: Dot) -> Judgement:
    return Judgement(side_of(dot), is_filled(dot))


def list_judgements(picture: Funnel) -> list[Judgement]:
    """Those that there are, in the order of drawing."""
    there = {judge(dot) for dot in picture.dots}
    sides = ("common", *map(look.sign, reversed(ORDER)))
    return [each for each in map(Judgement._make, product(sides, (False, True))) if each in there]


def dot_series(picture: Funnel, side: Judgement, columns: Columns, rows: int) -> Series:
    """Every group so judged, with its name where it has one."""
    mine = [dot if judge(dot) == side else None for dot in picture.dots]
    values: Values = pad((dot.value if dot else None for dot in mine), rows)
    sizes = SMALL if len(picture.dots) > DENSE else MARKS
    colour = look.SERIES if side.side == "common" else look.sign_colour(side.side)
    return Series(
        side.words, "dots", values, colour, "", 0, MARKERS[side.side], sizes[side.side],
        fill="" if side.full else make_pale(colour), column=columns.add_values(side.words, values), across=SIZE,
        labels={row: dot.label for row, dot in enumerate(mine) if dot and dot.named},
    )  # fmt: skip


def make_pale(colour: str) -> str:
    """Two fifths of the colour on white: not white, for some programs draw markers without their outline."""
    parts = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.4):02X}" for part in parts)


def limit_series(picture: Funnel, columns: Columns, rows: int) -> list[Series]:
    across = columns.add("Size", pad(picture.sizes, rows), size_format(picture))
    lines = []
    for name, field, line, width in CURVES:
        values = pad(getattr(picture, field), rows)
        place = columns.add_values(name, values)
        each = Series(name, field, values, look.SERIES, line, width, column=place, across=across)
        lines += [each] if each.last is not None else []
    return lines


def average_series(picture: Funnel, columns: Columns, rows: int) -> Series:
    """From edge to edge."""
    across = columns.add("From, to", pad((0.0, largest_size(picture) * BEYOND_LARGEST), rows), size_format(picture))
    name, values = picture.average_label or "Average", pad([picture.average] * 2, rows)
    place = columns.add_values(name, values)
    return Series(name, "average", values, look.QUIET, width=1.5, column=place, across=across)


def write_size_title(picture: Funnel) -> str:
    return f"Size: {picture.size_words}" if picture.size_words else "Size"


def size_format(picture: Funnel) -> str:
    """Expected events have a decimal where they are few."""
    fine = any(dot.size != round(dot.size) for dot in picture.dots)
    return "#,##0.0" if fine and largest_size(picture) < 100 else "#,##0"
