"""How a series looks: its line, its markers, its bars of error, the words beside its points."""

from outturn.render import look
from outturn.render.charts.words import escape_text
from outturn.render.native import Native, Series
from outturn.render.native.slides.refs import write_numbers
from outturn.render.native.slides.xml import solid

DASHES = {"dash": "dash", "dot": "sysDot", "solid": "solid"}
NOTHING_SHOWN = "".join(
    f'<c:{what} val="0"/>'
    for what in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
VALUE_SHOWN = NOTHING_SHOWN.replace('showVal val="0"', 'showVal val="1"')


def write_line(series: Series) -> str:
    if not series.line:
        return '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>'
    dash = f'<a:prstDash val="{DASHES[series.line]}"/>' if series.line != "solid" else ""
    wide = round(series.width * 12700)
    return f'<c:spPr><a:ln w="{wide}" cap="flat">{solid(series.colour)}{dash}<a:round/></a:ln></c:spPr>'


def write_marker(series: Series) -> str:
    """A cross has no inside; a pale inside has an outline in the colour of the series."""
    if not series.marker:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    colour = look.POINT if series.role == "actual" else series.colour
    if series.fill or series.marker == "x":
        inside = solid(series.fill) if series.fill else "<a:noFill/>"
        paint = f'<c:spPr>{inside}<a:ln w="19050">{solid(colour)}</a:ln></c:spPr>'
    else:
        paint = f"<c:spPr>{solid(colour)}<a:ln><a:noFill/></a:ln></c:spPr>"
    return f'<c:marker><c:symbol val="{series.marker}"/><c:size val="{series.size}"/>{paint}</c:marker>'


def write_hollow_point(number: int) -> str:
    """A provisional value: white inside."""
    paint = f'{solid(look.WHITE)}<a:ln w="19050">{solid(look.POINT)}</a:ln>'
    return (
        f'<c:dPt><c:idx val="{number}"/><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{paint}</c:spPr>'
        '</c:marker><c:bubble3D val="0"/></c:dPt>'
    )


def write_label(
    place: int, words: str, colour: str, side: str = "r", bold: bool = False, shift: tuple[float, float] = (0, 0)
) -> str:
    """Words beside one point, at its right, left, top or bottom; `shift` moves them, in shares of the chart."""
    look_of = f'<a:rPr lang="en-GB" sz="1000" b="{int(bold)}">{solid(colour)}</a:rPr>'
    run = f"<a:r>{look_of}<a:t>{escape_text(words)}</a:t></a:r>"
    moved = (
        f'<c:manualLayout><c:x val="{shift[0]:.4f}"/><c:y val="{shift[1]:.4f}"/></c:manualLayout>' if any(shift) else ""
    )
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:layout>{moved}</c:layout>'
        f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
        f'<c:dLblPos val="{side}"/>{VALUE_SHOWN}</c:dLbl>'
    )


def write_labels(labels: list[str], tied: bool = False) -> str:
    """Words beside points; `tied`: a stroke leads to those that stand away from theirs."""
    if not labels:
        return ""
    return (
        f"<c:dLbls>{''.join(labels)}{NOTHING_SHOWN}"
        '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
        'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
        f'<c15:showLeaderLines val="{int(tied)}"/></c:ext></c:extLst></c:dLbls>'
    )


def write_error_bars(shown: Native, series: Series) -> str:
    """From each value down and up to its ends."""
    if not series.upper:
        return ""
    down, up = (write_numbers(shown, column) for column in series.reach)
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"<c:plus>{up}</c:plus><c:minus>{down}</c:minus>"
        f'<c:spPr><a:ln w="12700" cap="flat">{solid(look.SERIES)}<a:round/></a:ln></c:spPr></c:errBars>'
    )
