"""Points of a chart: shape and colour say what kind; hollow is provisional; a small r is restated."""

from outturn.core.report.pictures import Chart, Point
from outturn.render.charts.backing import draw_ground
from outturn.render.charts.readout import make_reachable
from outturn.render.charts.shape import draw_marker
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.look import QUIET, WHITE, sign, variation
from outturn.render.pictures.series.words import describe_beside, describe_point, write_plan

DENSE, CLOSE, FEW = 80, 40, 6
"""More points than this are drawn small, are reached one by one only close by, carry no figures of their own."""


def family(point: Point) -> str:
    return variation(point.flag) if point.flag else "common"


def draw_points(chart: Chart, space: Space, interactive: bool) -> str:
    parts, dense = [], len(chart.points) > DENSE
    for point in chart.points:
        if point.value is None:
            continue
        x, y = space.x(point.date), space.y(point.value)
        mark = draw_marker(sign(point.flag), x, y, point.state == "provisional", dense)
        if point.restated:
            mark += draw_restated(x, y)
        parts.append(wrap_point(chart, point, x, y, mark, interactive, point is chart.last_known))
    return "".join(parts)


def draw_restated(x: float, y: float) -> str:
    return (
        f'<text x="{px(x)}" y="{px(y - 8)}" font-size="11" font-style="italic" text-anchor="middle" fill="{QUIET}" '
        f'stroke="{WHITE}" stroke-width="3" paint-order="stroke">r</text>'
    )


def wrap_point(chart: Chart, point: Point, x: float, y: float, mark: str, interactive: bool, last: bool) -> str:
    """The mark with its words; with `interactive`, a thing that keys, pointer and touch can reach."""
    words, plan = escape_text(describe_point(chart, point)), write_plan(chart, point)
    if not interactive:
        return f"<g>{mark}<title>{words}</title></g>"
    data = {
        "label": point.label,
        "value": "" if point.value is None else repr(point.value),
        "text": point.text,
        "plan": f"{chart.plan_label} {plan}" if plan else "",
        "more": "\n".join(describe_beside(chart, point)),
        "reason": point.reason,
        "state": point.state,
        "x": px(x),
        "y": px(y),
    }
    half = 12 if len(chart.points) < CLOSE else 5
    reach = (
        f'<rect x="{px(x - half)}" y="{px(y - 14)}" width="{px(2 * half)}" height="28" '
        'fill="none" pointer-events="all"/>'
    )
    return make_reachable(words, data, f"{reach}{mark}", last)


def draw_figures(chart: Chart, space: Space) -> str:
    """The figure at each point but the last, where there are few and they have room."""
    if len(chart.points) > FEW or 2 * space.half < 70:
        return ""
    texts = "".join(
        draw_ground(x, y, point.text, space.size, "middle")
        + f'<text x="{px(x)}" y="{px(y)}">{escape_text(point.text)}</text>'
        for place, point in enumerate(chart.points[:-1])
        if point.value is not None
        for x, y in [(space.x(point.date), label_height(chart, space, place, point.value))]
    )
    return f'<g text-anchor="middle" fill="{QUIET}">{texts}</g>'


def label_height(chart: Chart, space: Space, place: int, value: float) -> float:
    """Above the interval where there is one, else above the point, and below it in a dip."""
    if interval := chart.points[place].interval:
        return space.y(interval[1]) - 7
    return space.y(value) + (20 if in_dip(chart.values, place) else -11)


def in_dip(values: tuple[float | None, ...], place: int) -> bool:
    beside = [values[near] for near in (place - 1, place + 1) if 0 <= near < len(values)]
    return all(value is not None and value > (values[place] or 0.0) for value in beside)
