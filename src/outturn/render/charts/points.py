"""Points of a chart: shape and colour say what kind; hollow is provisional; a small r is restated."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.shape import outline
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import attribute, plan_words, point_words
from outturn.render.look import POINT, QUIET, VARIATION, WHITE, variation

MARKERS = {"common": "circle", "improvement": "diamond", "concern": "square", "neutral": "triangle"}
SIZES = {"common": 3.0, "improvement": 5.2, "concern": 4.4, "neutral": 5.0}


def family(chart: Chart, place: int) -> str:
    return variation(chart.flags[place]) if chart.flags and chart.flags[place] else "common"


def colour(kind: str) -> str:
    return POINT if kind == "common" else VARIATION[kind].colour


def marker(kind: str, x: float, y: float, hollow: bool, dense: bool) -> str:
    size = SIZES[kind] * (0.6 if dense else 1)
    fill = f'fill="{WHITE}" stroke="{colour(kind)}" stroke-width="1.8"' if hollow else f'fill="{colour(kind)}"'
    return outline(MARKERS[kind], x, y, size, fill)


def draw(chart: Chart, space: Space, interactive: bool) -> str:
    parts, dense = [], len(chart.values) > 80
    places = [place for place, value in enumerate(chart.values) if value is not None]
    for place in places:
        value = chart.values[place] or 0.0
        x, y = space.x(chart.dates[place]), space.y(value)
        hollow = bool(chart.states) and chart.states[place] == "provisional"
        mark = marker(family(chart, place), x, y, hollow, dense)
        if chart.restated and chart.restated[place]:
            mark += restated(x, y)
        parts.append(wrapped(chart, place, x, y, mark, interactive, place == places[-1]))
    return "".join(parts)


def restated(x: float, y: float) -> str:
    return (
        f'<text x="{px(x)}" y="{px(y - 8)}" font-size="11" font-style="italic" text-anchor="middle" fill="{QUIET}" '
        f'stroke="{WHITE}" stroke-width="3" paint-order="stroke">r</text>'
    )


def wrapped(chart: Chart, place: int, x: float, y: float, mark: str, interactive: bool, last: bool) -> str:
    """The mark with its words; with `interactive`, a thing that keys, pointer and touch can reach."""
    words = attribute(point_words(chart, place))
    if not interactive:
        return f"<g>{mark}<title>{words}</title></g>"
    value = chart.values[place]
    data = {
        "label": chart.labels[place],
        "value": "" if value is None else repr(value),
        "text": chart.texts[place],
        "plan": plan_words(chart, place),
        "reason": chart.reasons[place] if chart.reasons else "",
        "state": chart.states[place] if chart.states else "known",
        "x": px(x),
        "y": px(y),
    }
    extra = "".join(f' data-{name}="{attribute(text)}"' for name, text in data.items() if text)
    reach = (
        f'<rect x="{px(x - space_reach(chart))}" y="{px(y - 14)}" width="{px(2 * space_reach(chart))}" height="28" '
        'fill="none" pointer-events="all"/>'
    )
    return (
        f'<g class="chart-point" role="img" tabindex="{0 if last else -1}" aria-label="{words}"{extra}>'
        f"{reach}{mark}</g>"
    )


def space_reach(chart: Chart) -> float:
    return 12 if len(chart.values) < 40 else 5


def value_labels(chart: Chart, space: Space) -> str:
    """The figure at each point but the last, where there are few and they have room; below the point in a dip."""
    if len(chart.values) > 6 or 2 * space.half < 70:
        return ""
    texts = "".join(
        "<text "
        f'x="{px(space.x(chart.dates[place]))}" '
        f'y="{px(space.y(value) + (20 if in_dip(chart.values, place) else -11))}">'
        f"{attribute(chart.texts[place])}</text>"
        for place, value in enumerate(chart.values[:-1])
        if value is not None
    )
    return f'<g text-anchor="middle" fill="{QUIET}" stroke="{WHITE}" stroke-width="4" paint-order="stroke">{texts}</g>'


def in_dip(values: tuple[float | None, ...], place: int) -> bool:
    beside = [values[near] for near in (place - 1, place + 1) if 0 <= near < len(values)]
    return all(value is not None and value > (values[place] or 0.0) for value in beside)
