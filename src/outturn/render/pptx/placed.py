"""A chart set into a slide, with its numbers in a workbook inside."""

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.parts.chart import ChartPart

from outturn.render.native import Column
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.embedded import workbook
from outturn.render.pptx.xml import NAMESPACES, named, place


def place_chart(
    canvas: Canvas, markup: str, columns: list[Column], alt: str, box: tuple[float, float, float, float]
) -> None:
    package = canvas.slide.part.package
    part = ChartPart.load(package.next_partname(ChartPart.partname_template), CT.DML_CHART, package, markup.encode())
    part.chart_workbook.update_from_xlsx_blob(workbook(columns))
    ident = canvas.slide.part.relate_to(part, RT.CHART)
    canvas.add(
        f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>"
        f"{named(canvas.next_ident(), 'Chart', alt)}"
        f"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>{place(*box).replace('a:xfrm', 'p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{ident}"/>'
        f"</a:graphicData></a:graphic></p:graphicFrame>"
    )
