"""A line of the last months in the height of a table row, with the good side of the target shaded."""

from collections.abc import Callable, Sequence

from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.look import ACCENT, SERIES, STATUS, TARGET

GOOD = STATUS["green"].pale


def draw_sparkline(
    values: Sequence[float | None],
    target: float | None = None,
    direction: str = "",
    width: int = 120,
    height: int = 28,
    title: str = "",
    edge: str = TARGET,
) -> str:
    """Gaps stay gaps; the last value is a dot. Empty when there is nothing to draw. `edge`: colour of the target."""
    known = [value for value in values if value is not None]
    if not known:
        return ""
    reach = [*known, target] if target is not None else known
    low, high = min(reach), max(reach)
    span = (high - low) or 1.0

    def at(value: float) -> float:
        return height - 4 - (value - low) / span * (height - 8) if high > low else height / 2

    step = (width - 8) / max(len(values) - 1, 1)
    path, joined = "", False
    for place, value in enumerate(values):
        if value is not None:
            path += f"{'L' if joined else 'M'}{px(4 + place * step)} {px(at(value))}"
        joined = value is not None
    last = max(place for place, value in enumerate(values) if value is not None)
    name = f'role="img" aria-label="{escape_text(title)}"' if title else 'aria-hidden="true"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sparkline" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" {name}>{draw_band(target, direction, at, width, height, edge)}'
        f'<path d="{path}" fill="none" stroke="{SERIES}" stroke-width="1.5" stroke-linejoin="round"/>'
        f'<circle cx="{px(4 + last * step)}" cy="{px(at(known[-1]))}" r="3" fill="{ACCENT}"/></svg>'
    )


def draw_band(
    target: float | None, direction: str, at: Callable[[float], float], width: int, height: int, edge: str
) -> str:
    if target is None:
        return ""
    y, shade = at(target), ""
    if side := find_good_side(direction, y, height):
        shade = f'<rect y="{px(side[0])}" width="{width}" height="{px(side[1])}" fill="{GOOD}"/>'
    return shade + f'<path d="M0 {px(y)}H{width}" stroke="{edge}" stroke-dasharray="3 2"/>'


def find_good_side(direction: str, y: float, height: float) -> tuple[float, float] | None:
    """Top and height of what lies on the good side of a target drawn at `y`; None where neither side is better."""
    return {"higher": (0.0, y), "lower": (y, height - y)}.get(direction)
