"""A key for the signs a reader may not know; only those that are in the picture."""

from outturn.render.charts.shape import draw_marker, draw_outline
from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, width
from outturn.render.look import FORECAST, FORECAST_PALE, QUIET, SERIES

Entry = tuple[str, str]
"""What is drawn, and its words."""

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


def draw_key(entries: list[Entry], left: float, top: float, size: float, room: float) -> str:
    """`top`: baseline of the first row."""
    parts = [
        f"{draw_sign(kind, left + x + 6, top + place * ROW - 4)}"
        f'<text x="{px(left + x + 15)}" y="{px(top + place * ROW)}">{escape_text(words)}</text>'
        for place, row in enumerate(lay_out_rows(entries, size, room))
        for x, (kind, words) in row
    ]
    return f'<g fill="{QUIET}">{"".join(parts)}</g>' if parts else ""


def draw_sign(kind: str, x: float, y: float) -> str:
    if kind == "restated":
        return f'<text x="{px(x)}" y="{px(y + 4)}" font-style="italic" text-anchor="middle">r</text>'
    if kind == "interval":
        return f'<path d="{draw_whisker(x, y - 6, y + 6)}" stroke="{SERIES}" stroke-width="1.5"/>'
    if kind == "fan":
        return f'<path d="M{px(x - 6)} {px(y)}l12 -6v12z" fill="{FORECAST_PALE}" stroke="{FORECAST}"/>'
    if kind == "speck":
        return draw_outline("circle", x, y, 3.4, f'fill="{SERIES}"')
    if kind == "provisional":
        return draw_marker("common", x, y, hollow=True, dense=False)
    return draw_marker(kind.removesuffix(" hollow"), x, y, hollow=kind.endswith(" hollow"), dense=False)


def draw_whisker(x: float, top: float, bottom: float, half: float = 3.5) -> str:
    """An error bar as a path."""
    return f"M{px(x - half)} {px(top)}h{px(2 * half)}M{px(x)} {px(top)}V{px(bottom)}m{px(-half)} 0h{px(2 * half)}"
