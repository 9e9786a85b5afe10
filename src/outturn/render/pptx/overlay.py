"""Icons and sparklines as native drawings over a table: editable, with a text alternative."""

from outturn.core.report.document import Cell
from outturn.core.report.pictures import Mark
from outturn.render import look
from outturn.render.charts.signs import HEXAGON, read_mark
from outturn.render.charts.sparkline import GOOD, find_good_side
from outturn.render.native.slides.geometry import emu
from outturn.render.native.slides.xml import (
    NAMESPACES,
    NO_LINE,
    name_shape,
    outline,
    paragraph,
    place,
    run,
    shape,
    solid,
)
from outturn.render.pptx.canvas import Canvas

ICON = 0.25
SHAPES = {"common": "ellipse", "improvement": "diamond", "concern": "rect", "neutral": "triangle", HEXAGON: "hexagon"}


def icon(canvas: Canvas, mark: Mark, x: float, y: float, size: float = ICON) -> None:
    read = read_mark(mark)
    tone = look.VARIATION[read.family]
    paint = solid(tone.colour) + NO_LINE if read.filled else solid(look.WHITE) + outline(tone.colour, 1.5)
    words = paragraph(run(read.sign, size * 36, True, tone.ink if read.filled else tone.text), "ctr")
    tall = size * 0.9 if read.outline == HEXAGON else size
    name, box = mark.kind.value.capitalize(), (x, y, size, tall)
    canvas.add(shape(canvas.next_ident(), name, mark.word, box, SHAPES[read.outline], paint, words))


def icons(canvas: Canvas, marks: tuple[Mark, ...], x: float, y: float, size: float = ICON) -> None:
    for number, mark in enumerate(marks):
        icon(canvas, mark, x + number * (size + 0.07), y, size)


def sparkline(canvas: Canvas, cell: Cell, x: float, y: float, w: float, h: float) -> None:
    """A free line through the values, broken at gaps; the last value as a dot, the target as a dashed red line, the
    good side of it pale."""
    known = [value for value in cell.trend if value is not None]
    reach = [*known, cell.trend_target] if cell.trend_target is not None else known
    low, span = min(reach), (max(reach) - min(reach)) or 1.0
    step = w / max(len(cell.trend) - 1, 1)

    def at(value: float) -> float:
        return h - (value - low) / span * h if max(reach) > min(reach) else h / 2

    if cell.trend_target is not None:
        if side := find_good_side(cell.trend_good, at(cell.trend_target), h):
            box = (x, y + side[0], w, side[1])
            canvas.add(shape(canvas.next_ident(), "Good side of the target", "", box, "rect", solid(GOOD) + NO_LINE))
        line = outline(look.TARGET, 0.75, "sysDash")
        canvas.add(
            shape(canvas.next_ident(), "Target of the trend", "", (x, y + at(cell.trend_target), w, 0), "line", line)
        )
    path, joined = "", False
    for number, value in enumerate(cell.trend):
        if value is not None:
            kind = "lnTo" if joined else "moveTo"
            path += f'<a:{kind}><a:pt x="{emu(number * step)}" y="{emu(at(value))}"/></a:{kind}>'
        joined = value is not None
    canvas.add(free_line(canvas.next_ident(), cell.text or "Trend", (x, y, w, h), path))
    last = max(number for number, value in enumerate(cell.trend) if value is not None)
    dot = (x + last * step - 0.03, y + at(known[-1]) - 0.03, 0.06, 0.06)
    canvas.add(shape(canvas.next_ident(), "Latest", "", dot, "ellipse", solid(look.ACCENT) + NO_LINE))


def free_line(ident: int, alt: str, box: tuple[float, float, float, float], path: str) -> str:
    return (
        f"<p:sp {NAMESPACES}><p:nvSpPr>{name_shape(ident, 'Trend', alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"{place(*box)}"
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(box[2])}" h="{emu(box[3])}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
        f"<a:noFill/>{outline(look.SERIES, 1.25)}</p:spPr></p:sp>"
    )
