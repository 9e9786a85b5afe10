"""How one total becomes another, change by change."""

from outturn.core.report.pictures import Waterfall
from outturn.render.pictures.kind import PictureKind
from outturn.render.pictures.waterfall.pptx import draw_on_slide
from outturn.render.pictures.waterfall.svg import draw_svg, lies_in_rows
from outturn.render.pictures.waterfall.words import list_figures, list_signs, say_instead
from outturn.render.pictures.waterfall.xlsx import insert_in_sheet

KIND: PictureKind[Waterfall] = PictureKind(
    say_instead=say_instead,
    draw_svg=draw_svg,
    find_near=lambda waterfall, width: "down" if lies_in_rows(waterfall, width) else "",
    list_marks=lambda waterfall: (),
    list_figures=list_figures,
    subtitle=lambda waterfall: waterfall.subtitle,
    list_signs=list_signs,
    draw_on_slide=draw_on_slide,
    insert_in_sheet=insert_in_sheet,
    keeps_columns=True,
    rows=None,
)
