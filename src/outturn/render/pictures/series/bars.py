"""Bars from zero, for series too short for a line. The plan is a purple tick across its bar."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.ends import End
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import attribute
from outturn.render.look import ACCENT, INK, PLAN, WHITE, sign_colour
from outturn.render.pictures.series.points import family, wrapped
from outturn.render.pictures.series.words import plan_words


def draw(chart: Chart, space: Space, interactive: bool) -> str:
    parts = []
    wide = min(space.half * 1.2, 72)
    last = len(chart.values) - 1
    for place, value in enumerate(chart.values):
        x = space.x(chart.dates[place])
        if value is not None:
            parts.append(
                wrapped(chart, place, x, space.y(value), bar(chart, space, place, x, wide), interactive, place == last)
            )
        parts.append(plan_tick(chart, space, place, x, wide))
    return "".join(parts)


def bar(chart: Chart, space: Space, place: int, x: float, wide: float) -> str:
    value = chart.values[place] or 0.0
    top, bottom = sorted((space.y(value), space.y(space.held(0.0))))
    kind = family(chart, place)
    fill = ACCENT if kind == "common" else sign_colour(kind)
    paint = f'fill="{fill}"'
    if chart.states and chart.states[place] == "provisional":
        paint = f'fill="{WHITE}" stroke="{fill}" stroke-width="2"'
    label = (
        f'<text x="{px(x)}" y="{px(top - 6)}" text-anchor="middle" fill="{INK}" font-weight="bold">'
        f"{attribute(chart.texts[place])}</text>"
    )
    return (
        f'<rect x="{px(x - wide / 2)}" y="{px(top)}" width="{px(wide)}" height="{px(max(bottom - top, 1))}" {paint}/>'
        f"{label}"
    )


def plan_tick(chart: Chart, space: Space, place: int, x: float, wide: float) -> str:
    value = chart.plan[place] if place < len(chart.plan) else None
    if value is None:
        return ""
    half = wide / 2 + 8
    words = attribute(f"{chart.plan_label} {plan_words(chart, place)}")
    return (
        f'<path d="M{px(x - half)} {px(space.y(value))}H{px(x + half)}" stroke="{PLAN}" stroke-width="3">'
        f"<title>{words}</title></path>"
    )


def plan_label(chart: Chart, space: Space) -> tuple[str, list[End]]:
    """Names the ticks once, beside the last of them."""
    place = next((place for place in range(len(chart.plan) - 1, -1, -1) if chart.plan[place] is not None), None)
    if place is None:
        return "", []
    x = space.x(chart.dates[place]) + min(space.half * 1.2, 72) / 2 + 4
    words = f"{chart.plan_label} {plan_words(chart, place)}"
    return "", [End(space.y(chart.plan[place] or 0.0), words, chart.plan_label, PLAN, x=x)]
