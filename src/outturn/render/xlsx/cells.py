"""Cells of a sheet: figures as numbers in the format of their unit, trends as sparklines, links, words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from xlsxwriter.worksheet import Worksheet

from outturn.core.catalogue import GLYPH
from outturn.core.report.document import Cell, Column, ColumnKind
from outturn.core.report.pictures import Mark, MarkKind
from outturn.render import look
from outturn.render.arrange import small_print, to_the_right
from outturn.render.charts.signs import read_mark
from outturn.render.numbers import format_of, to_stored
from outturn.render.xlsx.icons import write_icon
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import Styles

FAMILY_SIGN = {"common": "○", "improvement": "◆", "concern": "■", "neutral": "▲"}
LONGEST, LONGEST_NOTE = 32_000, 1_000
SPARKLINE = {"series_color": look.SERIES, "last_point": True, "last_color": look.ACCENT, "weight": 1.5}
NAMING = (ColumnKind.TEXT, ColumnKind.LINK)


@dataclass(frozen=True)
class Pen:
    """What is needed to write the cells of a sheet. `icons`: states and movements are icons."""

    sheet: Worksheet
    styles: Styles
    places: Places
    icons: bool = False


def say_cell(cell: Cell) -> str:
    """A cell in words, its shape or arrow first."""
    if cell.chip:
        return f"{GLYPH[cell.chip.shape]} {cell.text or cell.chip.word}"
    if cell.marks:
        return "\n".join(f"{mark_sign(mark)} {mark.word}" for mark in cell.marks)
    return f"{look.ARROW[cell.arrow]} {cell.text}".strip() if cell.arrow else cell.text


def mark_sign(mark: Mark) -> str:
    """The letter of assurance, the arrow of a trend, the outline of variation."""
    icon = read_mark(mark)
    return FAMILY_SIGN[icon.family] if mark.kind is MarkKind.VARIATION else icon.sign


def write_row(pen: Pen, at: int, columns: tuple[Column, ...], cells: Sequence[Cell]) -> None:
    for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        if has_trend(cell) and pen.places.trends:
            write_trend(pen, at, place, cell, name_of(columns, cells))
        else:
            write_cell(pen, at, place, column, cell)
        if small := small_print(cell):
            pen.sheet.write_comment(at, place, small[:LONGEST_NOTE], {"author": "Outturn", "x_scale": 2})


def name_of(columns: tuple[Column, ...], cells: Sequence[Cell]) -> str:
    """What tells the row from others: the words before its first figure, without those of bands and groups of rows."""
    naming = takewhile(lambda pair: pair[0].kind in NAMING, zip(columns, cells, strict=True))
    return " ".join(cell.text for column, cell in naming if column.group != 1 and cell.text)


def has_trend(cell: Cell) -> bool:
    return any(value is not None for value in cell.trend)


def write_trend(pen: Pen, at: int, place: int, cell: Cell, name: str) -> None:
    pen.sheet.write_blank(at, place, None, pen.styles.get("text"))
    pen.sheet.add_sparkline(at, place, {"range": pen.places.keep_trend(name, cell)} | SPARKLINE)


def write_cell(pen: Pen, at: int, place: int, column: Column, cell: Cell) -> None:
    bold = {"bold": True} if column.strong else {}
    if code := format_of(cell):
        style = pen.styles.get("right", num_format=code, **bold)
        pen.sheet.write_number(at, place, to_stored(cell.value or 0.0, cell.unit), style)
    elif link := pen.places.link(cell.link):
        pen.sheet.write_url(at, place, link, pen.styles.get("tablelink"), string=say_cell(cell)[:LONGEST] or "Open")
    elif cell.letters:
        write_letters(pen, at, place, cell)
    elif not (pen.icons and write_icon(pen.sheet, pen.styles, at, place, column.kind, cell)):
        write_words(pen, at, place, column, cell)


def write_letters(pen: Pen, at: int, place: int, cell: Cell) -> None:
    """Grades, each in the colour of its state; a rich string needs two parts or more."""
    parts: list[object] = []
    for chip in cell.letters:
        parts += [pen.styles.get("bold", font_color=look.status(chip.key).text), f"{chip.letter} "]
    pen.sheet.write_rich_string(at, place, *parts, pen.styles.get("text"))


def write_words(pen: Pen, at: int, place: int, column: Column, cell: Cell) -> None:
    over: dict[str, Any] = {"text_wrap": False} if cell.span > 1 else {}  # it runs on over the empty cells behind it
    if column.kind is ColumnKind.TICK:
        over["align"] = "center"
    if column.strong:
        over["bold"] = True
    side = "right" if to_the_right(column, cell) else "text"
    style = pen.styles.get(side, font_color=look.MOVEMENT[cell.tone], **over)
    if words := say_cell(cell)[:LONGEST]:
        pen.sheet.write_string(at, place, words, style)
    else:
        pen.sheet.write_blank(at, place, None, style)
