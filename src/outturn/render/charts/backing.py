"""A white ground under words that stand upon lines.

Not a white edge round the letters: on paper each letter is drawn alone, and the edge of one eats into the one before.
"""

from outturn.render.charts.space import px
from outturn.render.lettering import width
from outturn.render.look import WHITE

START = {"start": 0.0, "middle": 0.5, "end": 1.0}


def draw_ground(x: float, baseline: float, text: str, size: float, anchor: str = "start", bold: bool = False) -> str:
    wide = width(text, size, bold)
    left = x - wide * START[anchor]
    return (
        f'<rect x="{px(left - 2)}" y="{px(baseline - size)}" width="{px(wide + 4)}" height="{px(size + 3)}" '
        f'fill="{WHITE}" stroke="none"/>'
    )
