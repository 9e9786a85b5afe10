"""A waterfall as columns: totals from zero, changes floating between them, each joined to the next by a thin line."""

from outturn.core.report.pictures import Waterfall
from outturn.render.charts import axes, key
from outturn.render.charts.space import Space, px
from outturn.render.charts.ticks import fit_scale
from outturn.render.charts.words import escape_text
from outturn.render.lettering import paragraph
from outturn.render.look import INK, QUIET
from outturn.render.pictures.waterfall import steps

SHARE = 0.62
"""Of the room of a column, what its bar takes."""
FREE = 22
"""Pixels kept free above and below for figures."""
NAMES = 42
SIZE = 12


def draw_columns(chart: Waterfall, left: float, top: float, width: float, height: float, interactive: bool) -> str:
    low, high = steps.find_reach(chart)
    named = steps.list_entries(chart)
    foot = NAMES + (24 if named else 0)
    room = FREE / max(height - foot - 26 - 2 * FREE, FREE)
    marks, step, highest = fit_scale(
        chart, (low, high), max(4, int((height - 60) // 40)), room, room if high > 0 else 0.0
    )  # fmt: skip
    lowest = max(marks[0], low - (high - low) * room)
    marks = [mark for mark in marks if mark >= lowest]
    start = left + axes.measure_ticks(chart, marks, step, SIZE)
    plane = Space(
        left=start, right=left + width, top=top + 26, bottom=top + height - foot, first=-0.5,
        last=len(chart.steps) - 0.5, low=lowest, high=highest, step=1.0,
    )  # fmt: skip
    spans = list(chart.spans())
    columns = "".join(draw_column(chart, plane, place, span, interactive) for place, span in enumerate(spans))
    return (
        f'<g font-size="{SIZE}" shape-rendering="geometricPrecision">{axes.draw_value_axis(chart, plane, marks, step)}'
        f"{draw_connectors(plane, spans)}{columns}{draw_names(chart, plane)}"
        f"{key.draw_key(named, start, plane.bottom + NAMES + 16, SIZE, left + width - start)}</g>"
    )


def half_bar(plane: Space) -> float:
    return min(plane.half * SHARE, 48.0)


def draw_connectors(plane: Space, spans: list[tuple[float, float]]) -> str:
    """From the end of each column to the next, on its level."""
    half = half_bar(plane)
    path = "".join(
        f"M{px(plane.x(place) + half)} {px(plane.y(end))}H{px(plane.x(place + 1.0) - half)}"
        for place, (_, end) in enumerate(spans[:-1])
    )
    return f'<path d="{path}" stroke="{QUIET}"/>' if path else ""


def draw_column(chart: Waterfall, plane: Space, place: int, span: tuple[float, float], interactive: bool) -> str:
    step, x, half = chart.steps[place], plane.x(float(place)), half_bar(plane)
    top, bottom = sorted((plane.y(span[0]), plane.y(span[1])))
    below = span[1] < span[0] and bottom + 20 <= plane.bottom
    baseline = bottom + 16 if below else top - 6
    left = x - steps.label_width(step, SIZE) / 2
    reach = (
        f'<rect x="{px(x - plane.half)}" y="{px(plane.top)}" width="{px(2 * plane.half)}" '
        f'height="{px(plane.bottom - plane.top)}" fill="none" pointer-events="all"/>'
        if interactive
        else ""
    )
    bar = (
        f'<rect x="{px(x - half)}" y="{px(top if bottom - top >= 2 else (top + bottom) / 2 - 1)}" '
        f'width="{px(2 * half)}" height="{px(max(bottom - top, 2))}" fill="{steps.colour(step)}"/>'
    )
    drawn = reach + bar + steps.draw_label(step, left, baseline, SIZE)
    return steps.wrap_step(chart, place, span, (x, plane.y(span[1])), drawn, interactive)


def draw_names(chart: Waterfall, plane: Space) -> str:
    """Below the picture, in at most two lines; totals bold."""
    parts = []
    for place, step in enumerate(chart.steps):
        x, weight = plane.x(float(place)), f' font-weight="bold" fill="{INK}"' if step.total else ""
        lines = paragraph(step.label, SIZE * (1.07 if step.total else 1), 2 * plane.half - 8, 2)
        parts += [
            f'<text x="{px(x)}" y="{px(plane.bottom + 17 + 15 * row)}"{weight}>{escape_text(line)}'
            f"{f'<title>{escape_text(step.label)}</title>' if ' '.join(lines) != step.label else ''}</text>"
            for row, line in enumerate(lines)
        ]
    return f'<g text-anchor="middle" fill="{QUIET}">{"".join(parts)}</g>'
