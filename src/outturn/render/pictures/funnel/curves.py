"""The lines of a funnel: the average solid, 95 % limits dashed, 99.8 % limits thin and solid, cut off at the frame."""

import math
from collections.abc import Iterable
from itertools import pairwise

from outturn.core.report.pictures import Funnel
from outturn.render.charts.space import Space, px
from outturn.render.look import QUIET, SERIES

Point = tuple[float, float]
Points = list[Point]
HAIR = 0.01
FLAT = 0.3
"""Pixels by which a curve may miss a point that is left out."""


def draw_curves(funnel: Funnel, space: Space) -> str:
    across = [space.x(size) for size in funnel.sizes]
    outer, inner = (
        "".join(draw_curve(across, column, space) for column in pair)
        for pair in ((funnel.lower998, funnel.upper998), (funnel.lower95, funnel.upper95))
    )
    average = f"M{px(space.left)} {px(space.y(funnel.average))}H{px(space.right)}"
    return (
        f'<g fill="none"><path d="{outer}" stroke="{SERIES}"/>'
        f'<path d="{inner}" stroke="{SERIES}" stroke-width="1.2" stroke-dasharray="6 4"/>'
        f'<path d="{average}" stroke="{QUIET}" stroke-width="1.5"/></g>'
    )


def draw_curve(across: list[float], column: Iterable[float | None], space: Space) -> str:
    """The path of a limit. Along the lowest value there can be it says nothing and is left out."""
    path: str = ""
    part: Points = []
    before: Point | None = None
    for x, value in zip(across, column, strict=True):
        here = None if value is None else (x, space.y(value))
        shown = here is not None and space.top <= here[1] < space.bottom - HAIR
        if before and here and shown != bool(part):
            part.append(find_crossing(before, here, space))
        if here and shown:
            part.append(here)
        elif part:
            path, part = path + write_path(part), []
        before = here
    return path + write_path(part)


def find_crossing(before: Point, here: Point, space: Space) -> Point:
    """Where the step from one point to the next enters or leaves the frame."""
    (x1, y1), (x2, y2) = before, here
    edge = space.top if min(y1, y2) < space.top else space.bottom - HAIR
    return x1 + (x2 - x1) * (edge - y1) / (y2 - y1), edge


def write_path(points: Points) -> str:
    kept = thin_out(points)
    return "M" + "L".join(f"{px(x)} {px(y)}" for x, y in kept) if len(kept) > 1 else ""


def thin_out(points: Points) -> Points:
    """Without the points that lie on the straight line through their neighbours, seen once from left to right: a line
    goes on for as long as one slope passes every point since it began."""
    kept = points[:1]
    least, most = -math.inf, math.inf
    for (x, y), (next_x, next_y) in pairwise(points):
        ahead = next_x - kept[-1][0]
        if not least <= (next_y - kept[-1][1]) / max(ahead, 1e-9) <= most:
            kept.append((x, y))
            least, most, ahead = -math.inf, math.inf, next_x - x
        rise, room = next_y - kept[-1][1], max(ahead, 1e-9)
        least, most = max(least, (rise - FLAT) / room), min(most, (rise + FLAT) / room)
    return [*kept, *points[-1:]] if len(points) > 1 else kept
