"""A whole SVG: its frame, its name for screen readers and, when asked, its heading."""

from outturn.core.report.pictures import Chart, Funnel, Picture, RankStrip, Waterfall
from outturn.render.charts import funnel, rank, series, waterfall
from outturn.render.charts.icon import icon
from outturn.render.charts.space import px
from outturn.render.charts.words import attribute
from outturn.render.lettering import fitted, paragraph
from outturn.render.look import CHART_FONT, INK, QUIET

HEADING = 56


def svg(
    chart: Picture,
    *,
    width: int = 720,
    height: int = 360,
    interactive: bool = False,
    ids: str = "",
    heading: bool = False,
) -> str:
    """The picture as one SVG element, drawn for the width it is shown at.

    `ids` makes its ids unique where a picture stands twice on a page. `heading` draws title, subtitle and icons inside
    (for one that stands alone). Only presentation attributes are used: a strict content policy lets it pass. Pictures
    of one row for each thing (rank strips, many steps) are as tall as their rows.
    """
    ids = ids or chart.anchor
    top = HEADING if heading else 0
    inside, height = drawn(chart, top, width, height, interactive)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" '
        f'role="{"group" if interactive else "img"}" aria-labelledby="{ids}-t" aria-describedby="{ids}-d" '
        f'font-family="{CHART_FONT}"{near(chart, width) if interactive else ""}>'
        f'<title id="{ids}-t">{attribute(chart.title)}</title><desc id="{ids}-d">{attribute(chart.alt)}</desc>'
        f"{head(chart, width) if heading else ''}{inside}</svg>"
    )


def drawn(chart: Picture, top: int, width: int, height: int, interactive: bool) -> tuple[str, int]:
    """What is inside the frame, and the height it needs."""
    if words := instead(chart):
        return sentence(words, top, width)
    if isinstance(chart, RankStrip):
        inside = rank.drawing(chart, width)
        return (f'<g transform="translate(0 {top})">{inside}</g>' if top else inside), rank.tall(chart, width) + top
    if isinstance(chart, Funnel):
        return funnel.drawing(chart, 2, top, width - 4, height - top, interactive), height
    if isinstance(chart, Waterfall):
        tall = waterfall.tall(chart, width, height - top)
        return waterfall.drawing(chart, 2, top, width - 4, tall, interactive), tall + top
    return series.drawing(chart, 2, top, width - 4, height - top, interactive), height


def near(chart: Picture, width: int) -> str:
    """How a pointer finds what it means: by its place along the picture, unless this says down it or on it."""
    way = "both" if isinstance(chart, Funnel) else ""
    if isinstance(chart, Waterfall) and waterfall.lies(chart, width):
        way = "down"
    return f' data-near="{way}"' if way else ""


def head(chart: Picture, width: int) -> str:
    marks = chart.marks if isinstance(chart, Chart) else ()
    room = width - 8 - 36 * len(marks)
    icons = "".join(
        icon(mark, 30).replace("<svg ", f'<svg x="{px(width - 34 * (len(marks) - place))}" y="2" ', 1)
        for place, mark in enumerate(marks)
    )
    subtitle = "" if isinstance(chart, RankStrip) else chart.subtitle
    return (
        f'<text x="2" y="20" font-size="18" font-weight="bold" fill="{INK}">'
        f"{attribute(fitted(chart.title, 19, room))}</text>"
        f'<text x="2" y="40" font-size="13" fill="{QUIET}">{attribute(fitted(subtitle, 13, room))}</text>{icons}'
    )


def instead(chart: Picture) -> str:
    """The sentence that stands where nothing can be drawn: better than an empty frame."""
    if isinstance(chart, RankStrip):
        return "" if chart.rows else "No ranks are published yet."
    if isinstance(chart, Funnel):
        return "" if chart.dots else "No group has a value yet. Each will be a dot here, by its size and its value."
    if isinstance(chart, Waterfall):
        return "" if chart.steps else "There are no steps yet. Each will be a column here, between two totals."
    if any(value is not None for value in chart.values):
        return ""
    hidden = "suppressed" in chart.states
    return "Every value is suppressed, so there is nothing to draw." if hidden else "No values yet."


def sentence(words: str, top: int, width: int) -> tuple[str, int]:
    lines = paragraph(words, 14, width - 4)
    texts = "".join(
        f'<text x="2" y="{top + 36 + 20 * place}" font-size="14" fill="{QUIET}">{attribute(line)}</text>'
        for place, line in enumerate(lines)
    )
    return texts, top + 40 + 20 * len(lines)
