"""A funnel: groups by size and value, the average, and the limits within which chance alone would keep them."""

from outturn.core.report.pictures import Funnel
from outturn.render.charts import axes, ends, key
from outturn.render.charts.ends import End
from outturn.render.charts.space import Space, px
from outturn.render.charts.ticks import choose_step, fit_scale, list_ticks, write_tick
from outturn.render.charts.words import escape_text
from outturn.render.lettering import width as wide
from outturn.render.look import QUIET
from outturn.render.pictures.funnel import curves, dots

REACH = 1.5
"""Limits are shown out to this many times the distance from the average to the furthest group: those of the smallest
groups are so wide that they would flatten everything else."""


def draw_svg(funnel: Funnel, top: int, width: int, height: int, interactive: bool) -> tuple[str, int]:
    return draw_layers(funnel, 2, top, width - 4, height - top, interactive), height


def draw_layers(funnel: Funnel, left: float, top: float, width: float, height: float, interactive: bool) -> str:
    """Everything inside the frame. Layers that lie below come first."""
    marks, step, highest = fit_scale(funnel, value_range(funnel), max(3, int((height - 76) // 48)), 0.05, 0.05)
    narrow = width < 480
    size = 11 if narrow else 12
    named, inset = dots.list_entries(funnel), axes.measure_ticks(funnel, marks, step, size)
    start = left + (0 if narrow else inset)
    room = left + width - start
    plane = Space(
        left=left + inset, right=left + width - ends.room_for(label_lines(funnel, None), size, narrow),
        top=top + 26, bottom=top + height - 18 - key.measure_foot(named, size, room),
        first=0.0, last=largest_size(funnel) * 1.03, low=marks[0], high=highest, step=0.0,
    )  # fmt: skip
    parts = [
        axes.draw_value_axis(funnel, plane, marks, step), draw_size_axis(funnel, plane), dots.draw_crowd(funnel, plane),
        curves.draw_curves(funnel, plane), dots.draw_dots(funnel, plane, interactive),
        key.draw_key(named, start, plane.bottom + 58, size, room, dots.SIGNS),
        ends.draw_ends(label_lines(funnel, plane), plane),
    ]  # fmt: skip
    return f'<g font-size="{size}" shape-rendering="geometricPrecision">{"".join(parts)}</g>'


def value_range(funnel: Funnel) -> tuple[float, float]:
    """Every group and the average; of the limits what leaves those enough of the height."""
    shown = [funnel.average, *(dot.value for dot in funnel.dots)]
    low, high = min(shown), max(shown)
    closest = [column[-1] for column in (funnel.lower95, funnel.upper95) if column and column[-1] is not None]
    away = max(abs(value - funnel.average) for value in [low, high, *closest])
    outer = [value for column in (funnel.lower998, funnel.upper998) for value in column if value is not None]
    least = min([low, *(max(value, funnel.average - REACH * away) for value in outer)])
    greatest = max([high, *(min(value, funnel.average + REACH * away) for value in outer)])
    if low >= 0:
        least = 0.0 if least <= 0.35 * greatest else max(least, 0.0)
    return least, greatest


def largest_size(funnel: Funnel) -> float:
    return max([*(dot.size for dot in funnel.dots), *funnel.sizes[-1:]]) or 1.0


def label_lines(funnel: Funnel, space: Space | None) -> list[End]:
    """Labels of the average and the limits; without a plane all that there may be, to find the room they need."""
    lines = [(funnel.average, funnel.average_label, "Average")]
    for word, lower, upper in (
        ("95%", funnel.lower95, funnel.upper95), ("99.8%", funnel.lower998, funnel.upper998),
    ):  # fmt: skip
        lines += [(column[-1], word, word) for column in (lower, upper) if column and column[-1] is not None]
    x = space.x(largest_size(funnel)) if space else None
    return [
        End(space.y(value) if space else 0.0, words, short, QUIET, x=x)
        for value, words, short in lines
        if space is None or space.low < value <= space.high
    ]


def draw_size_axis(funnel: Funnel, space: Space) -> str:
    """Sizes from zero, and what they are."""
    wanted = max(2, int((space.right - space.left) // 64))
    step = choose_step(space.last, wanted, "count", 0)
    places = [place for place in list_ticks(0.0, space.last, step) if place <= space.last]
    words = [write_tick(place, step, "count", 0) for place in places]
    sizes = "".join(
        f'<text x="{px(space.x(place))}" y="{px(space.bottom + 17)}">{word}</text>'
        for place, word in zip(places, words, strict=True)
    )
    marks = "".join(f"M{px(space.x(place))} {px(space.bottom)}v4" for place in places)
    name = f"Size: {funnel.size_words}" if funnel.size_words else "Size"
    half = min(wide(name, space.size) / 2, (space.right - space.left) / 2)
    return (
        f'<path d="{marks}M{px(space.left)} {px(space.bottom)}H{px(space.right)}" stroke="{QUIET}"/>'
        f'<g text-anchor="middle" fill="{QUIET}">{sizes}'
        f'<text x="{px(max((space.left + space.right) / 2, space.left + half))}" y="{px(space.bottom + 34)}">'
        f"{escape_text(name)}</text></g>"
    )
