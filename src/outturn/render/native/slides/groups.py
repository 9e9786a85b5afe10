"""Groups of series of one kind: lines, columns, points."""

from collections.abc import Iterable, Mapping

from outturn.render import look
from outturn.render.native import Native, Series
from outturn.render.native.slides.refs import write_name, write_numbers, write_words
from outturn.render.native.slides.strokes import VALUE_SHOWN, write_error_bars, write_line, write_marker
from outturn.render.native.slides.xml import solid

AXES = '<c:axId val="1001"/><c:axId val="1002"/>'
More = Mapping[int, str]
"""Markup for points and their labels, by the number of the series."""


def write_head(shown: Native, series: Series) -> str:
    """Number, place in the order of drawing, name."""
    number = shown.number(series)
    return f'<c:idx val="{number}"/><c:order val="{number}"/>{write_name(series)}'


def write_categories(shown: Native, series: Series) -> str:
    """Months are numbers, names are words."""
    kind = write_numbers if shown.columns[series.across].code else write_words
    return f"<c:cat>{kind(shown, series.across)}</c:cat>"


def write_values(shown: Native, series: Series, tag: str = "val") -> str:
    return f"<c:{tag}>{write_numbers(shown, series.column)}</c:{tag}>"


def write_lines(shown: Native, series: Iterable[Series], more: More) -> str:
    body = "".join(
        f"<c:ser>{write_head(shown, each)}{write_line(each)}{write_marker(each)}{more.get(shown.number(each), '')}"
        f"{write_error_bars(shown, each)}{write_categories(shown, each)}{write_values(shown, each)}"
        '<c:smooth val="0"/></c:ser>'
        for each in series
    )
    if not body:
        return ""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{body}<c:marker val="1"/>{AXES}</c:lineChart>'
    )


def write_columns(
    shown: Native, series: Iterable[Series], more: More, stacked: bool = False, gap: int = 120, level: bool = False
) -> str:
    """Columns side by side, or one upon another, or `level`; a series without colour only carries the others."""
    body = "".join(
        f"<c:ser>{write_head(shown, each)}<c:spPr>{solid(each.colour) if each.colour else '<a:noFill/>'}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{more.get(shown.number(each), "")}{write_error_bars(shown, each)}'
        f"{write_categories(shown, each)}{write_values(shown, each)}</c:ser>"
        for each in series
    )
    if not body:
        return ""
    grouping, overlap = ("stacked", '<c:overlap val="100"/>') if stacked else ("clustered", "")
    way = "bar" if level else "col"
    return (
        f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{body}<c:gapWidth val="{gap}"/>{overlap}{AXES}</c:barChart>'
    )


def write_points(shown: Native, series: Iterable[Series], more: More) -> str:
    """Every series with its own places across: curves and dots."""
    body = "".join(
        f"<c:ser>{write_head(shown, each)}{write_line(each)}{write_marker(each)}{more.get(shown.number(each), '')}"
        f"<c:xVal>{write_numbers(shown, each.across)}</c:xVal>"
        f'{write_values(shown, each, "yVal")}<c:smooth val="0"/></c:ser>'
        for each in series
    )
    return f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{body}{AXES}</c:scatterChart>'


def write_value_labels() -> str:
    """The figure at the end of every column."""
    text = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1">{solid(look.INK)}</a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
    return f'<c:dLbls>{text}<c:dLblPos val="outEnd"/>{VALUE_SHOWN}</c:dLbls>'
