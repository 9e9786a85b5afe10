"""Axes and frame of a chart."""

from outturn.render import look
from outturn.render.charts.words import Measured, escape_text
from outturn.render.native.slides.xml import solid
from outturn.render.numbers import axis_format, to_stored

Share = tuple[float, float, float, float]
"""Left, top, width and height of the plot, as shares of the chart."""

QUIET_TEXT = (
    '<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0">'
    f"{solid(look.QUIET)}</a:defRPr></a:pPr>"
    '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)
RULE = f'<c:spPr><a:ln w="9525">{solid(look.QUIET)}</a:ln></c:spPr>'
NO_RULE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
GRID = f'<c:majorGridlines><c:spPr><a:ln w="6350">{solid(look.LINE)}</a:ln></c:spPr></c:majorGridlines>'
LIMITS = '<c:scaling><c:orientation val="minMax"/>{}</c:scaling><c:delete val="0"/>'
NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
TICKS = '<c:majorTickMark val="out"/><c:minorTickMark val="none"/>'


def scale_axis(picture: Measured, low: float, high: float, step: float) -> tuple[tuple[float, float, float], str]:
    """Lowest, highest and step as the file holds them, and the format of the figures."""
    limits = (to_stored(low, picture.unit), to_stored(high, picture.unit), to_stored(step, picture.unit))
    return limits, axis_format(picture.unit, picture.scale, step)


def write_numbers(number: str, crossed: str, limits: tuple[float, float, float], between: str, middle: str) -> str:
    """An axis of numbers from `limits` (lowest, highest, step). `middle`: what stands between its scale and its text.

    `between`: where the other axis crosses, "between" its places or at their middle, "midCat".
    """
    low, high, step = limits
    scale = LIMITS.format(f'<c:max val="{high!r}"/><c:min val="{low!r}"/>')
    return (
        f'<c:valAx><c:axId val="{number}"/>{scale}{middle}{QUIET_TEXT}<c:crossAx val="{crossed}"/>'
        f'<c:crosses val="min"/><c:crossBetween val="{between}"/><c:majorUnit val="{step!r}"/></c:valAx>'
    )


def write_value_axis(limits: tuple[float, float, float], code: str, caption: str = "", between: str = "between") -> str:
    """Upright, with grid lines; the caption stands over its top, in the corner of the chart."""
    title = write_axis_title(caption, corner=True) if caption else ""
    shape = (
        f'<c:axPos val="l"/>{GRID}{title}<c:numFmt formatCode="{escape_text(code)}" sourceLinked="0"/>{NO_TICKS}'
        f'<c:tickLblPos val="nextTo"/>{NO_RULE}'
    )
    return write_numbers("1002", "1001", limits, between, shape)


def write_value_axis_above(limits: tuple[float, float, float], code: str) -> str:
    """Level, over bars that lie."""
    shape = (
        f'<c:axPos val="t"/>{GRID}<c:numFmt formatCode="{escape_text(code)}" sourceLinked="0"/>{NO_TICKS}'
        f'<c:tickLblPos val="nextTo"/>{NO_RULE}'
    )
    return write_numbers("1002", "1001", limits, "between", shape)


def write_size_axis(limits: tuple[float, float, float], code: str, caption: str) -> str:
    """Level, with its caption below."""
    title = write_axis_title(caption) if caption else ""
    shape = (
        f'<c:axPos val="b"/>{title}<c:numFmt formatCode="{escape_text(code)}" sourceLinked="0"/>{TICKS}'
        f'<c:tickLblPos val="low"/>{RULE}'
    )
    return write_numbers("1001", "1002", limits, "midCat", shape)


def write_name_axis(every: int = 1) -> str:
    """Names below the plot, whatever lies below zero; the rule stands at zero. `every`: one label for so many."""
    return write_names(LIMITS.format("") + '<c:axPos val="b"/>', QUIET_TEXT, every)


def write_row_axis(size: float = 10) -> str:
    """Names at the left, the first on top."""
    down = LIMITS.format("").replace("minMax", "maxMin")
    return write_names(f'{down}<c:axPos val="l"/>', QUIET_TEXT.replace('sz="1000"', f'sz="{round(size * 100)}"'))


def write_names(place: str, text: str, every: int = 1) -> str:
    return (
        f'<c:catAx><c:axId val="1001"/>{place}<c:numFmt formatCode="General" sourceLinked="0"/>{NO_TICKS}'
        f'<c:tickLblPos val="low"/>{RULE}{text}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="{every}"/><c:noMultiLvlLbl val="1"/>'
        "</c:catAx>"
    )


def write_axis_title(words: str, corner: bool = False) -> str:
    place = (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.005"/><c:y val="0"/>'
        "</c:manualLayout></c:layout>"
        if corner
        else ""
    )
    look_of = f'<a:rPr lang="en-GB" sz="1000" b="0">{solid(look.QUIET)}</a:rPr>'
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:r>{look_of}'
        f'<a:t>{escape_text(words)}</a:t></a:r></a:p></c:rich></c:tx>{place}<c:overlay val="0"/></c:title>'
    )


def write_chart(plot: str, inner: Share) -> str:
    x, y, w, h = inner
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{y}"/><c:w val="{w}"/><c:h val="{h}"/></c:manualLayout></c:layout>'
    )
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/>'
        '<c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{layout}{plot}</c:plotArea><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        '<a:defRPr sz="1000"/></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr></c:chartSpace>'
    )
