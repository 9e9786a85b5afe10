"""One slide being drawn: hands out ids and links, collects shapes."""

from collections.abc import Callable

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.slide import Slide

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

    def add(self, markup: str) -> None:
        self.slide.shapes._spTree.append(parse_xml(markup))

    def link(self, anchor: str) -> str:
        """The relationship that leads to the anchor's slide; empty when there is none, or it is this slide."""
        target = self.find(anchor) if anchor else None
        if target is None or target is self.slide:
            return ""
        if anchor not in self.links:
            self.links[anchor] = self.slide.part.relate_to(target.part, RT.SLIDE)
        return self.links[anchor]
