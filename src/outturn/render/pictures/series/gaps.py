"""What is not there, drawn: suppressed periods as hatched bands, new limits as a line with its reason."""

from outturn.core.report.pictures import Chart
from outturn.render.charts.backing import draw_ground
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, width
from outturn.render.look import PALE, QUIET, SERIES
from outturn.render.pictures.series.points import wrap_point


def find_runs(chart: Chart, state: str) -> list[tuple[int, int]]:
    """First and last place of each stretch in that state."""
    runs: list[tuple[int, int]] = []
    for place, point in enumerate(chart.points):
        if point.state != state or point.value is not None:
            continue
        joins = runs and runs[-1][1] == place - 1
        runs[-1:] = [(runs[-1][0], place)] if joins else [*runs[-1:], (place, place)]
    return runs


def draw_suppressed(chart: Chart, space: Space, interactive: bool) -> str:
    return "".join(draw_band(chart, space, first, last, interactive) for first, last in find_runs(chart, "suppressed"))


def draw_band(chart: Chart, space: Space, first: int, last: int, interactive: bool) -> str:
    left = max(space.x(chart.dates[first]) - space.half, space.left)
    right = min(space.x(chart.dates[last]) + space.half, space.right)
    word = "Suppressed" if width("Suppressed", space.size) < right - left - 4 else "*"
    middle = (left + right) / 2
    drawing = (
        f'<rect x="{px(left)}" y="{px(space.top)}" width="{px(right - left)}" '
        f'height="{px(space.bottom - space.top)}" fill="{PALE}"/>'
        f'<path d="{draw_hatching(left, right, space.top, space.bottom)}" '
        f'stroke="{SERIES}" stroke-opacity=".45" fill="none"/>'
        f'<text x="{px(middle)}" y="{px(space.top + 14)}" text-anchor="middle" fill="{QUIET}">{word}</text>'
    )
    points = "".join(
        wrap_point(chart, point, space.x(point.date), space.bottom - 14, "", interactive, False)
        for point in chart.points[first : last + 1]
    )
    return drawing + points


def draw_hatching(left: float, right: float, top: float, bottom: float, gap: float = 9) -> str:
    """Slanting strokes cut to the rectangle."""
    path, start = "", left - (bottom - top)
    while start < right:
        x1, x2 = max(start, left), min(start + bottom - top, right)
        if x2 > x1:
            path += f"M{px(x1)} {px(bottom - (x1 - start))}L{px(x2)} {px(bottom - (x2 - start))}"
        start += gap
    return path


def draw_rebases(chart: Chart, space: Space) -> str:
    """A dotted line where limits start anew; reasons stand on two rows in turn so that neighbours stay apart."""
    parts = []
    for order, (day, reason) in enumerate(sorted(chart.rebases)):
        first = next((point for point in chart.dates if point >= day), None)
        if first is None or first == chart.dates[0]:
            continue
        x = space.x(first) - space.half
        text = fit_text(f"New limits: {reason}", space.size, space.right - x - 8)
        y = space.top + 12 + 15 * (order % 2)
        parts.append(
            f'<g><path d="M{px(x)} {px(space.top)}V{px(space.bottom)}" stroke="{QUIET}" stroke-dasharray="1 3"/>'
            f'{draw_ground(x + 5, y, text, space.size)}<text x="{px(x + 5)}" y="{px(y)}" fill="{QUIET}">'
            f"{escape_text(text)}</text><title>{escape_text(reason)}</title></g>"
        )
    return "".join(parts)
