"""Our own 16:9 template, made in code: theme colours and fonts, one master, a cover and a message layout."""

from pathlib import Path

from lxml import etree
from pptx import Presentation as open_presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import OpcPackage, Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.util import Emu

from outturn.render import look
from outturn.render.native.slides.geometry import HIGH, LEFT, ROOM, TITLE_TOP, WIDE, emu

HERE = Path(__file__).parent
COVER, MESSAGE = 0, 1
KEPT = 2
THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
PRINTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings"


def presentation() -> Presentation:
    """An empty deck in our look."""
    deck = open_presentation()
    deck.slide_width, deck.slide_height = Emu(emu(WIDE)), Emu(emu(HIGH))
    for layout in list(deck.slide_layouts)[KEPT:]:
        deck.slide_layouts.remove(layout)
    drop(deck.part.package, THUMBNAIL)
    drop(deck.part, PRINTER)
    master = deck.slide_master
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = fill_template("theme.xml").encode()
    become(master._element, fill_template("master.xml"), ("cSld", "txStyles"))
    for number, name in ((COVER, "cover.xml"), (MESSAGE, "message.xml")):
        become(deck.slide_layouts[number]._element, fill_template(name), ("cSld",))
    return deck


def drop(part: Part | OpcPackage, kind: str) -> None:
    for ident, relation in list(part._rels.items()):
        if relation.reltype == kind:
            part._rels.pop(ident)


def fill_template(name: str) -> str:
    """A template file with our sizes and colours in place of its {names}."""
    text = (HERE / name).read_text(encoding="utf-8")
    sizes = {
        "left": emu(LEFT),
        "room": emu(ROOM),
        "title_top": emu(TITLE_TOP),
        "title_tall": emu(0.8),
        "foot_top": emu(7.05),
        "foot_tall": emu(0.25),
    }
    sizes |= {"foot_room": emu(ROOM * 0.9), "number_left": emu(LEFT + ROOM * 0.9), "number_room": emu(ROOM * 0.1)}
    sizes |= {"rule_top": emu(6.98), "cover_top": emu(2.2), "cover_tall": emu(1.2)}
    colours = {
        name: getattr(look, name.upper()).lstrip("#")
        for name in ("ink", "quiet", "line", "pale", "accent", "deep", "plan")
    }
    colours |= {key: look.STATUS[key].colour.lstrip("#") for key in ("green", "amber", "red", "grey")}
    colours |= {"concern": look.VARIATION["concern"].colour.lstrip("#"), "font": look.OFFICE_FONT}
    for key, value in (sizes | colours).items():
        text = text.replace(f"@{key}@", str(value))
    return text


def become(element: etree._Element, markup: str, parts: tuple[str, ...]) -> None:
    """Puts our parts in place of those that came with the library."""
    ours = parse_xml(markup.encode())
    for name in parts:
        tag = "{http://schemas.openxmlformats.org/presentationml/2006/main}" + name
        old, new = element.find(tag), ours.find(tag)
        element.replace(old, new)
    for name in ("type", "preserve"):
        if name in element.attrib and name in ours.attrib:
            element.set(name, ours.get(name))
