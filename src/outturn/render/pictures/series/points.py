"""Points of a chart: shape and colour say what kind; hollow is provisional; a small r is restated."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.backing import ground
from outturn.render.charts.readout import reachable
from outturn.render.charts.shape import marker
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import attribute
from outturn.render.look import QUIET, WHITE, sign, variation
from outturn.render.pictures.series.words import beside_words, interval_at, plan_words, point_words


def family(chart: Chart, place: int) -> str:
    return variation(chart.flags[place]) if chart.flags and chart.flags[place] else "common"


def draw(chart: Chart, space: Space, interactive: bool) -> str:
    parts, dense = [], len(chart.values) > 80
    places = [place for place, value in enumerate(chart.values) if value is not None]
    for place in places:
        value = chart.values[place] or 0.0
        x, y = space.x(chart.dates[place]), space.y(value)
        hollow = bool(chart.states) and chart.states[place] == "provisional"
        mark = marker(sign(chart.flags[place]) if chart.flags else "common", x, y, hollow, dense)
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
    words, plan = attribute(point_words(chart, place)), plan_words(chart, place)
    if not interactive:
        return f"<g>{mark}<title>{words}</title></g>"
    value = chart.values[place]
    data = {
        "label": chart.labels[place],
        "value": "" if value is None else repr(value),
        "text": chart.texts[place],
        "plan": f"{chart.plan_label} {plan}" if plan else "",
        "more": "\n".join(beside_words(chart, place)),
        "reason": chart.reasons[place] if chart.reasons else "",
        "state": chart.states[place] if chart.states else "known",
        "x": px(x),
        "y": px(y),
    }
    reach = (
        f'<rect x="{px(x - space_reach(chart))}" y="{px(y - 14)}" width="{px(2 * space_reach(chart))}" height="28" '
        'fill="none" pointer-events="all"/>'
    )
    return reachable(words, data, f"{reach}{mark}", last)


def space_reach(chart: Chart) -> float:
    return 12 if len(chart.values) < 40 else 5


def value_labels(chart: Chart, space: Space) -> str:
    """The figure at each point but the last, where there are few and they have room."""
    if len(chart.values) > 6 or 2 * space.half < 70:
        return ""
    texts = "".join(
        ground(x, y, chart.texts[place], space.size, "middle")
        + f'<text x="{px(x)}" y="{px(y)}">{attribute(chart.texts[place])}</text>'
        for place, value in enumerate(chart.values[:-1])
        if value is not None
        for x, y in [(space.x(chart.dates[place]), label_height(chart, space, place, value))]
    )
    return f'<g text-anchor="middle" fill="{QUIET}">{texts}</g>'


def label_height(chart: Chart, space: Space, place: int, value: float) -> float:
    """Above the interval where there is one, else above the point, and below it in a dip."""
    if interval := interval_at(chart, place):
        return space.y(interval[1]) - 7
    return space.y(value) + (20 if in_dip(chart.values, place) else -11)


def in_dip(values: tuple[float | None, ...], place: int) -> bool:
    beside = [values[near] for near in (place - 1, place + 1) if 0 <= near < len(values)]
    return all(value is not None and value > (values[place] or 0.0) for value in beside)
