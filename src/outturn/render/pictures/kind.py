"""What every format needs of a kind of picture: a kind without one of these functions cannot be imported."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from outturn.core.report.document import Cell
from outturn.core.report.pictures import Mark
from outturn.render.native.sheets.page import SheetPage
from outturn.render.native.slides.canvas import Box, SlideCanvas
from outturn.render.native.slides.signs import Sign

P = TypeVar("P")


@dataclass(frozen=True)
class Rows(Generic[P]):
    """Of a picture with a row for each thing: it takes the whole width, is as tall as its rows, and can go on overleaf.

    `cut`: the same picture with the rows from one place to another. `a_page`: how many a page of the paper holds.
    """

    count: Callable[[P], int]
    cut: Callable[[P, int, int], P]
    a_page: int


@dataclass(frozen=True, kw_only=True)
class PictureKind(Generic[P]):
    """The functions of one kind of picture, by which every format draws it.

    `say_instead`: the sentence that stands where nothing can be drawn, else "". `draw_svg`: all inside the frame, from
    `top` down, and the height that it needs (picture, top, width, height, interactive). `find_near`: how a pointer
    finds what it means: by its place along the picture (""), "down" it or "both". `list_marks`: icons at its head.
    `list_figures`: what stands in the picture alone and in no table: title of its place and cell. `subtitle`: the line
    over it on slides. `list_signs`: the key under it on slides. `draw_on_slide`: draws it into a box, in inches.
    `insert_in_sheet`: draws it on a sheet and gives the rows that it takes. `keeps_columns`: are its numbers kept on
    the sheet of chart data? `rows`: None for a picture that fits the room it is given, beside facts or alone.
    """

    say_instead: Callable[[P], str]
    draw_svg: Callable[[P, int, int, int, bool], tuple[str, int]]
    find_near: Callable[[P, int], str]
    list_marks: Callable[[P], tuple[Mark, ...]]
    list_figures: Callable[[P], Iterable[tuple[str, Cell]]]
    subtitle: Callable[[P], str]
    list_signs: Callable[[P], list[Sign]]
    draw_on_slide: Callable[[SlideCanvas, P, Box], None]
    insert_in_sheet: Callable[[SheetPage, P], int]
    keeps_columns: bool
    rows: Rows[P] | None
