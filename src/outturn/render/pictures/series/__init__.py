"""A series over time: control, run and trend charts, forecasts, lines and bars."""

from outturn.core.report.pictures import Chart
from outturn.render.pictures.kind import PictureKind
from outturn.render.pictures.series.key import list_signs
from outturn.render.pictures.series.pptx import draw_on_slide
from outturn.render.pictures.series.svg import draw_svg
from outturn.render.pictures.series.words import say_instead, write_subtitle
from outturn.render.pictures.series.xlsx import insert_in_sheet

KIND: PictureKind[Chart] = PictureKind(
    say_instead=say_instead,
    draw_svg=draw_svg,
    find_near=lambda chart, width: "",
    list_marks=lambda chart: chart.marks,
    list_figures=lambda chart: (),  # its figures are those of the tables
    subtitle=write_subtitle,
    list_signs=list_signs,
    draw_on_slide=draw_on_slide,
    insert_in_sheet=insert_in_sheet,
    keeps_columns=True,
    rows=None,
)
