"""Where one area stands among its peers: a row for each measure, best at the left."""

from dataclasses import replace

from outturn.core.report.pictures import RankStrip
from outturn.render.pictures.kind import PictureKind, Rows
from outturn.render.pictures.ranks.pptx import draw_on_slide
from outturn.render.pictures.ranks.svg import draw_svg
from outturn.render.pictures.ranks.xlsx import insert_in_sheet

KIND: PictureKind[RankStrip] = PictureKind(
    say_instead=lambda strip: "" if strip.rows else "No ranks are published yet.",
    draw_svg=draw_svg,
    find_near=lambda strip, width: "",
    list_marks=lambda strip: (),
    list_figures=lambda strip: (),  # its figures are those of the tables
    subtitle=lambda strip: strip.subtitle,
    list_signs=lambda strip: [],
    draw_on_slide=draw_on_slide,
    insert_in_sheet=insert_in_sheet,
    keeps_columns=False,
    rows=Rows(
        count=lambda strip: len(strip.rows),
        cut=lambda strip, start, stop: replace(strip, rows=strip.rows[start:stop]),
        a_page=14,
    ),
)
