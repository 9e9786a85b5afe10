"""Groups by size and value, and the limits within which chance alone would keep them."""

from outturn.core.report.pictures import Funnel
from outturn.render.pictures.funnel.pptx import draw_on_slide
from outturn.render.pictures.funnel.svg import draw_svg
from outturn.render.pictures.funnel.words import list_figures, list_signs, say_instead
from outturn.render.pictures.funnel.xlsx import insert_in_sheet
from outturn.render.pictures.kind import PictureKind

KIND: PictureKind[Funnel] = PictureKind(
    say_instead=say_instead,
    draw_svg=draw_svg,
    find_near=lambda funnel, width: "both",
    list_marks=lambda funnel: (),
    list_figures=list_figures,
    subtitle=lambda funnel: funnel.subtitle,
    list_signs=list_signs,
    draw_on_slide=draw_on_slide,
    insert_in_sheet=insert_in_sheet,
    keeps_columns=True,
    rows=None,
)
