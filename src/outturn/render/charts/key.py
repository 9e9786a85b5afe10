"""A key for the signs a reader may not know; only those that are in the picture."""

from collections.abc import Callable, Mapping

from outturn.render.charts.shape import draw_marker
from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, width
from outturn.render.look import QUIET

Entry = tuple[str, str]
"""A sign, and its words. Signs are those of points ("concern", "concern hollow") and a picture's own."""
Signs = Mapping[str, Callable[[float, float], str]]
"""How a kind of picture draws signs of its own, about a place."""
NONE: Signs = {}

ROW = 17


def lay_out_rows(entries: list[Entry], size: float, room: float) -> list[list[tuple[float, Entry]]]:
    """The entries in as many rows as they need, each with its distance from the left."""
    laid: list[list[tuple[float, Entry]]] = []
    x = room + 1.0
    for kind, words in entries:
        words = fit_text(words, size, room - 15)
        wide = 15 + width(words, size)
        if x + wide > room:
            laid.append([])
            x = 0.0
        laid[-1].append((x, (kind, words)))
        x += wide + 18
    return laid


def measure_foot(entries: list[Entry], size: float, room: float) -> float:
    """Room below the axis for its labels and the key."""
    return 26 + (7 + ROW * len(lay_out_rows(entries, size, room)) if entries else 0)


def draw_key(entries: list[Entry], left: float, top: float, size: float, room: float, own: Signs = NONE) -> str:
    """`top`: baseline of the first row."""
    parts = [
        f"{draw_sign(kind, left + x + 6, top + place * ROW - 4, own)}"
        f'<text x="{px(left + x + 15)}" y="{px(top + place * ROW)}">{escape_text(words)}</text>'
        for place, row in enumerate(lay_out_rows(entries, size, room))
        for x, (kind, words) in row
    ]
    return f'<g fill="{QUIET}">{"".join(parts)}</g>' if parts else ""


def draw_sign(kind: str, x: float, y: float, own: Signs = NONE) -> str:
    if kind in own:
        return own[kind](x, y)
    return draw_marker(kind.removesuffix(" hollow"), x, y, hollow=kind.endswith(" hollow"), dense=False)
