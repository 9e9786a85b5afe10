"""Where a name can stand near its dot: on no other name, on few dots, on no curve if possible."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from outturn.render.charts.space import Space

Point = tuple[float, float]
FAR = (9, 20, 36, 56, 84, 120)
"""Distances from the dot that are tried, in pixels."""
WAYS = ((1.0, 0.0), (-1.0, 0.0), (0.8, -0.7), (0.8, 0.7), (-0.8, -0.7), (-0.8, 0.7), (0.0, -1.0), (0.0, 1.0))
EDGE, FREE = 8, 14
"""Where the tie from a dot to its name begins; a name nearer than this needs none."""
DOT_COST, CURVE_COST = 40, 8
"""In pixels of distance."""


@dataclass(frozen=True)
class Box:
    """A name's place beside the dot at `at`."""

    left: float
    top: float
    right: float
    bottom: float
    at: Point

    def overlaps(self, other: "Box", gap: float = 2.0) -> bool:
        return (
            self.left < other.right + gap and other.left < self.right + gap
            and self.top < other.bottom + gap and other.top < self.bottom + gap
        )  # fmt: skip

    def holds(self, point: Point, gap: float = 5.0) -> bool:
        return self.left - gap < point[0] < self.right + gap and self.top - gap < point[1] < self.bottom + gap

    @cached_property
    def tie(self) -> tuple[Point, Point] | None:
        """The stroke from the dot to the nearest point of the box."""
        x, y = self.at
        nearest = min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)
        away = ((nearest[0] - x) ** 2 + (nearest[1] - y) ** 2) ** 0.5
        if away <= FREE:
            return None
        return (x + (nearest[0] - x) * EDGE / away, y + (nearest[1] - y) * EDGE / away), nearest

    @cached_property
    def way(self) -> list[Point]:
        """Points along the tie."""
        if not self.tie:
            return []
        (x1, y1), (x2, y2) = self.tie
        return [(x1 + (x2 - x1) * share / 8, y1 + (y2 - y1) * share / 8) for share in range(9)]


@dataclass
class Places:
    """The plane, what is drawn on it, and the names that have their place."""

    space: Space
    dots: list[Point]
    curves: list[Point]
    taken: list[Box] = field(default_factory=list)

    def take(self, at: Point, wide: float) -> Box | None:
        """The best free place; None when there is none."""
        dots, curves = (
            [(x, y) for x, y in points if abs(x - at[0]) < wide + 130 and abs(y - at[1]) < 150]
            for points in (self.dots, self.curves)
        )
        best: Box | None = None
        least = math.inf
        for distance, box in list_places(at, wide, self.space.size + 1):
            if distance >= least:  # those to come are further away
                break
            if self.free(box):
                cost = distance + DOT_COST * sum(map(box.holds, dots)) + CURVE_COST * any(map(box.holds, curves))
                best, least = (box, cost) if cost < least else (best, least)
        if best:
            self.taken.append(best)
        return best

    def free(self, box: Box) -> bool:
        space = self.space
        if box.left < space.left + 2 or box.right > space.right + 4:
            return False
        if box.top < space.top or box.bottom > space.bottom - 2:
            return False
        return not any(
            box.overlaps(other) or any(box.holds(p, 2) for p in other.way) or any(other.holds(p, 2) for p in box.way)
            for other in self.taken
        )


def list_places(at: Point, wide: float, tall: float) -> Iterator[tuple[float, Box]]:
    """Places to try, the nearest first, with their distance."""
    for far in FAR:
        for right, down in WAYS:
            x = at[0] + right * far + wide / 2 * ((right > 0) - (right < 0))
            y = at[1] + down * (far + tall / 2)
            yield far, Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2, at)
