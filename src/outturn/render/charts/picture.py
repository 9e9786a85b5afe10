"""A whole SVG: its frame, its name for screen readers and, when asked, its heading."""

from outturn.core.report.pictures import Chart, RankStrip
from outturn.render.charts import rank, series
from outturn.render.charts.icon import icon
from outturn.render.charts.space import px
from outturn.render.charts.words import attribute
from outturn.render.lettering import fitted
from outturn.render.look import CHART_FONT, INK, QUIET

HEADING = 56


def svg(
    chart: Chart | RankStrip,
    *,
    width: int = 720,
    height: int = 360,
    interactive: bool = False,
    ids: str = "",
    heading: bool = False,
) -> str:
    """The chart as one SVG element, drawn for the width it is shown at.

    `ids` makes its ids unique where a chart stands twice on a page. `heading` draws title, subtitle and icons inside
    (for a picture that stands alone). Only presentation attributes are used: a strict content policy lets it pass.
    """
    ids = ids or chart.anchor
    top = HEADING if heading else 0
    if isinstance(chart, RankStrip):
        height = rank.tall(chart, width) + top
        inside = (
            f'<g transform="translate(0 {top})">{rank.drawing(chart, width)}</g>' if top else rank.drawing(chart, width)
        )
    elif any(value is not None for value in chart.values):
        inside = series.drawing(chart, 2, top, width - 4, height - top, interactive)
    else:
        inside, height = nothing(chart, top), top + 60
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" '
        f'role="{"group" if interactive else "img"}" aria-labelledby="{ids}-t" aria-describedby="{ids}-d" '
        f'font-family="{CHART_FONT}">'
        f'<title id="{ids}-t">{attribute(chart.title)}</title><desc id="{ids}-d">{attribute(chart.alt)}</desc>'
        f"{head(chart, width) if heading else ''}{inside}</svg>"
    )


def head(chart: Chart | RankStrip, width: int) -> str:
    marks = chart.marks if isinstance(chart, Chart) else ()
    room = width - 8 - 36 * len(marks)
    icons = "".join(
        icon(mark, 30).replace("<svg ", f'<svg x="{px(width - 34 * (len(marks) - place))}" y="2" ', 1)
        for place, mark in enumerate(marks)
    )
    subtitle = chart.subtitle if isinstance(chart, Chart) else ""
    return (
        f'<text x="2" y="20" font-size="18" font-weight="bold" fill="{INK}">'
        f"{attribute(fitted(chart.title, 19, room))}</text>"
        f'<text x="2" y="40" font-size="13" fill="{QUIET}">{attribute(fitted(subtitle, 13, room))}</text>{icons}'
    )


def nothing(chart: Chart, top: int) -> str:
    """No value may be shown: say so instead of an empty frame."""
    hidden = "suppressed" in chart.states
    words = "Every value is suppressed, so there is nothing to draw." if hidden else "No values yet."
    return f'<text x="2" y="{top + 36}" font-size="14" fill="{QUIET}">{words}</text>'
