"""Markup of a chart's plot: series, axes, frame."""

from outturn.core.report.pictures import Chart
from outturn.render import look
from outturn.render.charts.words import attribute
from outturn.render.native import Native, Series, serial
from outturn.render.numbers import held
from outturn.render.pptx.xml import solid

DATES = "mmm yyyy"
DASHES = {"dash": "dash", "dot": "sysDot", "solid": "solid"}
MARKERS = {"circle": "circle", "diamond": "diamond", "square": "square", "triangle": "triangle", "dash": "dash"}
QUIET_TEXT = (
    '<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000" b="0">'
    f"{solid(look.QUIET)}</a:defRPr></a:pPr>"
    '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)
NOTHING_SHOWN = "".join(
    f'<c:{what} val="0"/>'
    for what in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)

VALUE_SHOWN = NOTHING_SHOWN.replace('showVal val="0"', 'showVal val="1"')


def column(number: int) -> str:
    """Letters of a column of the workbook; 0 is the first series."""
    return chr(ord("B") + number) if number < 25 else "A" + chr(ord("A") + number - 25)


def line(one: Series) -> str:
    if not one.line:
        return '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr>'
    dash = f'<a:prstDash val="{DASHES[one.line]}"/>' if one.line != "solid" else ""
    return (
        f'<c:spPr><a:ln w="{round(one.width * 12700)}" cap="flat">{solid(one.colour)}{dash}<a:round/></a:ln></c:spPr>'
    )


def marker(one: Series) -> str:
    if not one.marker:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    colour = look.POINT if one.role == "actual" else one.colour
    paint = f"<c:spPr>{solid(colour)}<a:ln><a:noFill/></a:ln></c:spPr>"
    return f'<c:marker><c:symbol val="{MARKERS[one.marker]}"/><c:size val="{one.size}"/>{paint}</c:marker>'


def hollow_point(number: int) -> str:
    """A provisional value: white inside."""
    paint = f'{solid(look.WHITE)}<a:ln w="19050">{solid(look.POINT)}</a:ln>'
    return (
        f'<c:dPt><c:idx val="{number}"/><c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{paint}</c:spPr>'
        "</c:marker>"
        f'<c:bubble3D val="0"/></c:dPt>'
    )


def label(found: tuple, bold: bool) -> str:
    """Words at the end of a line, shifted so that none covers another."""
    last, words, colour, right, down = found
    run = (
        f'<a:r><a:rPr lang="en-GB" sz="1000" b="{int(bold)}">{solid(colour)}</a:rPr><a:t>{attribute(words)}</a:t></a:r>'
    )
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{last}"/><c:layout><c:manualLayout><c:x val="{right:.4f}"/>'
        f'<c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
        f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
        '<c:dLblPos val="r"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>{NOTHING_SHOWN}</c:dLbls>'
    )


def head(one: Series, number: int) -> str:
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>Sheet1!${column(number)}$1</c:f>'
        "<c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{attribute(one.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def values(chart: Chart, shown: Native, one: Series, number: int, code: str) -> str:
    """Categories and values, as references to the workbook with what they held."""
    count = len(shown.categories)
    days = "".join(f'<c:pt idx="{n}"><c:v>{serial(day)}</c:v></c:pt>' for n, day in enumerate(shown.days))
    points = "".join(
        f'<c:pt idx="{n}"><c:v>{held(value, chart.unit)!r}</c:v></c:pt>'
        for n, value in enumerate(one.values)
        if value is not None
    )
    return (
        f"<c:cat><c:numRef><c:f>Sheet1!$A$2:$A${count + 1}</c:f><c:numCache><c:formatCode>{DATES}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{days}</c:numCache></c:numRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${column(number)}$2:${column(number)}${count + 1}</c:f><c:numCache>"
        f'<c:formatCode>{attribute(code)}</c:formatCode><c:ptCount val="{count}"/>{points}'
        "</c:numCache></c:numRef></c:val>"
    )


def line_series(
    chart: Chart,
    shown: Native,
    lines: list[Series],
    order: dict[str, int],
    code: str,
    labels: dict[str, tuple],
    hollow: list[int],
) -> str:
    if not lines:
        return ""
    body = ""
    for one in lines:
        number = order[one.name]
        points = "".join(hollow_point(n) for n in hollow) if one.role == "actual" else ""
        words = label(labels[one.name], one.role == "actual") if one.name in labels else ""
        look_of = f"{line(one)}{marker(one)}{points}{words}"
        data = values(chart, shown, one, number, code)
        body += f'<c:ser>{head(one, number)}{look_of}{data}<c:smooth val="0"/></c:ser>'
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{body}<c:marker val="1"/>'
        '<c:axId val="1001"/><c:axId val="1002"/></c:lineChart>'
    )


def bar_series(chart: Chart, shown: Native, bars: list[Series], order: dict[str, int], code: str) -> str:
    if not bars:
        return ""
    text = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1">{solid(look.INK)}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
    shown_values = f'<c:dLbls>{text}<c:dLblPos val="outEnd"/>{VALUE_SHOWN}</c:dLbls>'
    body = "".join(
        f'<c:ser>{head(one, order[one.name])}<c:spPr>{solid(look.ACCENT)}</c:spPr><c:invertIfNegative val="0"/>'
        f"{shown_values}"
        f"{values(chart, shown, one, order[one.name], code)}</c:ser>"
        for one in bars
    )
    return (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{body}<c:gapWidth val="120"/>'
        f'<c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )


def axes(limits: tuple[float, float, float], code: str, shown: Native, labels: int) -> str:
    low, high, step = limits
    rule = f'<c:spPr><a:ln w="9525">{solid(look.QUIET)}</a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{solid(look.LINE)}</a:ln></c:spPr></c:majorGridlines>'
    unit = "months" if shown.monthly else "days"
    return (
        '<c:dateAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/>'
        f'<c:numFmt formatCode="{DATES if shown.monthly else "d mmm yy"}" sourceLinked="0"/>'
        '<c:majorTickMark val="out"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{rule}{QUIET_TEXT}<c:crossAx val="1002"/>'
        '<c:crosses val="autoZero"/>'
        f'<c:auto val="0"/><c:lblOffset val="60"/><c:baseTimeUnit val="{unit}"/><c:majorUnit val="{labels}"/>'
        f'<c:majorTimeUnit val="{unit}"/>'
        '</c:dateAx><c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high!r}"/><c:min val="{low!r}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>{grid}'
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{QUIET_TEXT}<c:crossAx val="1001"/><c:crosses val="min"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{step!r}"/></c:valAx>'
    )


def chart_space(plot: str, inner: tuple[float, float, float, float]) -> str:
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
