"""One slide being drawn: hands out ids and links, collects shapes."""

from collections.abc import Callable

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.slide import Slide
from pptx.text.text import TextFrame

from outturn.render.native import Column
from outturn.render.native.slides.canvas import Box
from outturn.render.native.slides.xml import NAMESPACES, name_shape, place
from outturn.render.pptx.embedded import workbook

FIRST_IDENT = 10


class Canvas:
    """`find` gives the slide that holds an anchor, or None."""

    def __init__(self, slide: Slide, find: Callable[[str], Slide | None]) -> None:
        self.slide = slide
        self.find = find
        self.ident = FIRST_IDENT
        self.links: dict[str, str] = {}

    def next_ident(self) -> int:
        self.ident += 1
        return self.ident

    def title(self) -> TextFrame:
        """The text of the slide's title: our layouts all have one."""
        place = self.slide.shapes.title
        assert place is not None
        frame: TextFrame = place.text_frame
        return frame

    def add(self, markup: str) -> None:
        self.slide.shapes._spTree.append(parse_xml(markup))

    def place_chart(self, markup: str, columns: list[Column], alt: str, box: Box) -> None:
        """A native chart, with its numbers in a workbook inside so that 'edit data' works."""
        package = self.slide.part.package
        name = package.next_partname(ChartPart.partname_template)
        part = ChartPart.load(name, CT.DML_CHART, package, markup.encode())
        part.chart_workbook.update_from_xlsx_blob(workbook(columns))
        ident = self.slide.part.relate_to(part, RT.CHART)
        self.add(
            f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>"
            f"{name_shape(self.next_ident(), 'Chart', alt)}"
            f"<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>{place(*box).replace('a:xfrm', 'p:xfrm')}<a:graphic>"
            f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{ident}"/>'
            f"</a:graphicData></a:graphic></p:graphicFrame>"
        )

    def link(self, anchor: str) -> str:
        """The relationship that leads to the anchor's slide; empty when there is none, or it is this slide."""
        target = self.find(anchor) if anchor else None
        if target is None or target is self.slide:
            return ""
        if anchor not in self.links:
            self.links[anchor] = self.slide.part.relate_to(target.part, RT.SLIDE)
        return self.links[anchor]
