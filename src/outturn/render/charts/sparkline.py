"""A line of the last months in the height of a table row, with the good side of the target shaded."""

from collections.abc import Callable, Sequence

from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.look import ACCENT, SERIES, STATUS, TARGET


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
    y = at(target)
    top, tall = (0.0, y) if direction == "higher" else (y, height - y)
    shade = f'<rect y="{px(top)}" width="{width}" height="{px(tall)}" fill="{STATUS["green"].pale}"/>'
    line = f'<path d="M0 {px(y)}H{width}" stroke="{edge}" stroke-dasharray="3 2"/>'
    return (shade if direction in ("higher", "lower") else "") + line
