"""Bars from zero, for series too short for a line. The plan is a purple tick across its bar."""

from outturn.core.report.pictures import Chart, Point
from outturn.render.charts.ends import End
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.look import ACCENT, INK, PLAN, WHITE, sign_colour
from outturn.render.pictures.series.points import family, wrap_point
from outturn.render.pictures.series.words import write_plan

WIDEST = 72


def width_of(space: Space) -> float:
    return min(space.half * 1.2, WIDEST)


def draw_bars(chart: Chart, space: Space, interactive: bool) -> str:
    parts = []
    for point in chart.points:
        if point.value is not None:
            x, y, last = space.x(point.date), space.y(point.value), point is chart.points[-1]
            parts.append(wrap_point(chart, point, x, y, draw_bar(point, space), interactive, last))
        parts.append(draw_plan_tick(chart, point, space))
    return "".join(parts)


def draw_bar(point: Point, space: Space) -> str:
    x, wide = space.x(point.date), width_of(space)
    top, bottom = sorted((space.y(point.value or 0.0), space.y(space.clamp(0.0))))
    kind = family(point)
    fill = ACCENT if kind == "common" else sign_colour(kind)
    paint = f'fill="{fill}"'
    if point.state == "provisional":
        paint = f'fill="{WHITE}" stroke="{fill}" stroke-width="2"'
    label = (
        f'<text x="{px(x)}" y="{px(top - 6)}" text-anchor="middle" fill="{INK}" font-weight="bold">'
        f"{escape_text(point.text)}</text>"
    )
    return (
        f'<rect x="{px(x - wide / 2)}" y="{px(top)}" width="{px(wide)}" height="{px(max(bottom - top, 1))}" {paint}/>'
        f"{label}"
    )


def draw_plan_tick(chart: Chart, point: Point, space: Space) -> str:
    if point.plan is None:
        return ""
    x, half = space.x(point.date), width_of(space) / 2 + 8
    words = escape_text(f"{chart.plan_label} {write_plan(chart, point)}")
    return (
        f'<path d="M{px(x - half)} {px(space.y(point.plan))}H{px(x + half)}" stroke="{PLAN}" stroke-width="3">'
        f"<title>{words}</title></path>"
    )


def label_plan(chart: Chart, space: Space) -> tuple[str, list[End]]:
    """Names the ticks once, beside the last of them."""
    point = next((point for point in reversed(chart.points) if point.plan is not None), None)
    if point is None or point.plan is None:
        return "", []
    x = space.x(point.date) + width_of(space) / 2 + 4
    words = f"{chart.plan_label} {write_plan(chart, point)}"
    return "", [End(space.y(point.plan), words, chart.plan_label, PLAN, x=x)]
