"""Names beside the groups of a funnel: where there is room, and on nothing that matters."""

from dataclasses import dataclass

from outturn.core.report.pictures import Dot, Funnel
from outturn.render.charts.backing import ground
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import attribute
from outturn.render.lettering import fitted, width
from outturn.render.look import INK, QUIET

Point = tuple[float, float]
FAR = (9, 20, 36, 54, 84)
"""Distances from the dot that are tried, in pixels."""
EDGE = 8
"""Where the stroke from a dot to its name begins."""
WAYS = ((1.0, 0.0), (-1.0, 0.0), (0.8, -0.7), (0.8, 0.7), (-0.8, -0.7), (-0.8, 0.7), (0.0, -1.0), (0.0, 1.0))


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", gap: float = 2.0) -> bool:
        return (
            self.left < other.right + gap and other.left < self.right + gap
            and self.top < other.bottom + gap and other.top < self.bottom + gap
        )  # fmt: skip

    def holds(self, point: Point, gap: float = 4.0) -> bool:
        return self.left - gap < point[0] < self.right + gap and self.top - gap < point[1] < self.bottom + gap


def draw(funnel: Funnel, space: Space) -> str:
    """Names in order of size, largest first; one that would stand upon another is left to the read-out."""
    named = sorted((dot for dot in funnel.dots if dot.named), key=lambda dot: -dot.size)
    if not named:
        return ""
    marks = [(space.x(dot.size), space.y(dot.value)) for dot in funnel.dots]
    curves = [
        (space.x(size), space.y(value))
        for column in (funnel.lower95, funnel.upper95, funnel.lower998, funnel.upper998)
        for size, value in zip(funnel.sizes, column, strict=True)
        if value is not None
    ]
    taken: list[Box] = []
    parts = []
    for dot in named:
        x, y = space.x(dot.size), space.y(dot.value)
        text = fitted(dot.label, space.size * 1.07, (space.right - space.left) * (0.55 if space.narrow else 0.42))
        box = best((x, y), width(text, space.size, bold=True), space, taken, marks, curves)
        if box:
            taken.append(box)
            parts.append(label(dot, text, box, x, y, space))
    return "".join(parts)


def best(at: Point, wide: float, space: Space, taken: list[Box], marks: list[Point], curves: list[Point]) -> Box | None:
    """The free place with the fewest dots under it, on no curve if possible, the nearest of those; None when there is
    none."""
    (x, y), tall = at, space.size + 1
    near, lines = (
        [(a, b) for a, b in points if abs(a - x) < wide + 100 and abs(b - y) < 110] for points in (marks, curves)
    )
    found: list[tuple[float, int, Box]] = []
    for order, (distance, (right, down)) in enumerate((far, way) for far in FAR for way in WAYS):
        cx = x + right * distance + (wide / 2) * (right > 0) - (wide / 2) * (right < 0)
        cy = y + down * (distance + tall / 2)
        box = Box(cx - wide / 2, cy - tall / 2, cx + wide / 2, cy + tall / 2)
        inside = box.left >= space.left + 2 and box.right <= space.right + 4
        if not inside or box.top < space.top or box.bottom > space.bottom - 2 or any(map(box.overlaps, taken)):
            continue
        under = 20 * sum(map(box.holds, near)) + 8 * any(map(box.holds, lines))
        found.append((under + distance, order, box))
    return min(found)[2] if found else None


def label(dot: Dot, text: str, box: Box, x: float, y: float, space: Space) -> str:
    """The name, tied to its dot where it stands away from it."""
    nearest = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    away = ((nearest[0] - x) ** 2 + (nearest[1] - y) ** 2) ** 0.5
    line, full = "", "" if text == dot.label else f"<title>{attribute(dot.label)}</title>"
    if away > 14:
        edge = x + (nearest[0] - x) * EDGE / away, y + (nearest[1] - y) * EDGE / away
        line = f'<path d="M{px(edge[0])} {px(edge[1])}L{px(nearest[0])} {px(nearest[1])}" stroke="{QUIET}"/>'
    return (
        f"{ground(box.left, box.bottom - 3, text, space.size, bold=True)}{line}"
        f'<text x="{px(box.left)}" y="{px(box.bottom - 3)}" font-weight="bold" fill="{INK}">{attribute(text)}'
        f"{full}</text>"
    )
