"""Slide markup as strings: a table of a thousand cells is parsed once, not built cell by cell."""

from outturn.render.charts.words import escape_text
from outturn.render.native.slides.geometry import emu

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def run(text: str, size: float = 0, bold: bool = False, colour: str = "", link: str = "") -> str:
    """A stretch of text. `link` is a relationship id of the slide it leads to."""
    look = f' sz="{round(size * 100)}"' if size else ""
    look += ' b="1"' if bold else ""
    inside = (solid(colour) if colour else "") + '<a:latin typeface="+mn-lt"/>'
    inside += f'<a:hlinkClick r:id="{link}" action="ppaction://hlinksldjump"/>' if link else ""
    return f'<a:r><a:rPr lang="en-GB"{look}>{inside}</a:rPr><a:t>{escape_text(text)}</a:t></a:r>'


def paragraph(runs: str, align: str = "l", after: float = 0, bullet: bool = False) -> str:
    """`after` is the space below, in points. An empty paragraph is small: it must not stretch a table row."""
    runs = runs or '<a:endParaRPr lang="en-GB" sz="600"/>'
    spacing = f'<a:spcAft><a:spcPts val="{round(after * 100)}"/></a:spcAft>' if after else ""
    if bullet:
        return (
            f'<a:p><a:pPr marL="142875" indent="-142875" algn="{align}">{spacing}<a:buFont typeface="Arial"/>'
            f'<a:buChar char="•"/></a:pPr>{runs}</a:p>'
        )
    return f'<a:p><a:pPr marL="0" indent="0" algn="{align}">{spacing}<a:buNone/></a:pPr>{runs}</a:p>'


def place(x: float, y: float, w: float, h: float) -> str:
    return f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></a:xfrm>'


def name_shape(ident: int, name: str, alt: str) -> str:
    return f'<p:cNvPr id="{ident}" name="{escape_text(name)} {ident}" descr="{escape_text(alt)}"/>'


def text_box(
    ident: int, name: str, alt: str, box: tuple[float, float, float, float], body: str, anchor: str = "t"
) -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr>{name_shape(ident, name, alt)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{place(*box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/>'
        "</a:bodyPr><a:lstStyle/>"
        f"{body}</p:txBody></p:sp>"
    )


def shape(
    ident: int, name: str, alt: str, box: tuple[float, float, float, float], kind: str, paint: str, words: str = ""
) -> str:
    """A drawn shape. `paint` is fill and line; `words` one paragraph set in its middle."""
    return (
        f"<p:sp {NAMESPACES}><p:nvSpPr>{name_shape(ident, name, alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{place(*box)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{paint}</p:spPr>'
        f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        f"{words or paragraph('')}</p:txBody></p:sp>"
    )


def outline(colour: str, width: float, dash: str = "") -> str:
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(width * 12700)}">{solid(colour)}{dashes}</a:ln>'


NO_LINE = "<a:ln><a:noFill/></a:ln>"
