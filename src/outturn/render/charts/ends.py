"""Labels at the right end of lines: each beside its line, none upon another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, width

MOST, MOST_NARROW = 220, 100
"""Pixels a label may take."""


@dataclass(frozen=True)
class End:
    """A label that wants to stand at `y` (pixels). `x` is where its line ends."""

    y: float
    text: str
    short: str  # for narrow charts
    colour: str
    strong: bool = False
    x: float | None = None


def fit_words(end: End, narrow: bool) -> str:
    return fit_text(end.short, 11, MOST_NARROW) if narrow else fit_text(end.text, 12, MOST)


def room_for(ends: Iterable[End], size: float, narrow: bool) -> float:
    """Pixels to keep free at the right."""
    return max((width(fit_words(end, narrow), size, end.strong) for end in ends), default=0) + 16


def keep_apart(ends: list[End], top: float, bottom: float, gap: float) -> list[End]:
    """Moves labels up and down by the least that keeps `gap` between them, inside top to bottom."""
    placed = sorted(ends, key=lambda end: end.y)
    heights = [min(max(end.y, top), bottom) for end in placed]
    for _ in range(40):
        moved = False
        for place in range(len(heights) - 1):
            overlap = gap - (heights[place + 1] - heights[place])
            if overlap > 0.01:
                heights[place] -= overlap / 2
                heights[place + 1] += overlap / 2
                moved = True
        heights = [min(max(height, top), bottom) for height in heights]
        if not moved:
            break
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + gap)
    return [replace(end, y=height) for end, height in zip(placed, heights, strict=True)]


def draw_ends(ends: list[End], space: Space) -> str:
    """The labels, each tied to its line by a thin stroke where it had to move or the line ends early."""
    parts = []
    placed = keep_apart(ends, space.top - 2, space.bottom + 2, space.size + 3)
    for before, end in zip(sorted(ends, key=lambda end: end.y), placed, strict=True):
        x = space.right + 12
        start = end.x if end.x is not None else space.right
        if abs(before.y - end.y) > 2 or start < space.right - 2:
            parts.append(
                f'<path d="M{px(start + 5)} {px(before.y)}L{px(x - 3)} {px(end.y)}" '
                f'stroke="{end.colour}" stroke-opacity=".45" fill="none"/>'
            )
        weight = ' font-weight="bold"' if end.strong else ""
        parts.append(
            f'<text x="{px(x)}" y="{px(end.y + 4)}" fill="{end.colour}"{weight}>'
            f"{escape_text(fit_words(end, space.narrow))}</text>"
        )
    return "".join(parts)
