"""The groups of a funnel: shape and colour say which side of the average they are, filling how far beyond chance."""

from itertools import groupby

from outturn.core.report.pictures import Dot, Funnel
from outturn.render.charts.key import Entry, Signs
from outturn.render.charts.readout import make_reachable
from outturn.render.charts.shape import draw_outline
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.look import POINT, SERIES, SIGN, WHITE, sign, sign_colour
from outturn.render.pictures.funnel import names

DENSE = 400
"""Beyond so many groups they are drawn small, and only those with a name can be read out."""
SIZES = {"common": 3.4, "improvement": 5.2, "concern": 4.4, "neutral": 5.0, "lower": 5.0}
ORDER = ("worse", "better", "higher", "lower")
SIGNS: Signs = {"speck": lambda x, y: draw_outline("circle", x, y, 3.4, f'fill="{SERIES}"')}
SIDE = {"common": "similar to the average"} | {sign(word): word for word in ORDER}


def side_of(dot: Dot) -> str:
    return sign(dot.flag)


def is_filled(dot: Dot) -> bool:
    return dot.beyond == "99.8" or side_of(dot) == "common"


def list_entries(funnel: Funnel) -> list[Entry]:
    """`worse, beyond 99.8%`, ... and the circle of the others."""
    shown = {(side_of(dot), is_filled(dot)) for dot in funnel.dots}
    entries = [
        (side if full else f"{side} hollow", f"{SIDE[side]}, beyond {'99.8%' if full else '95%'}")
        for side in map(sign, ORDER)
        for full in (True, False)
        if (side, full) in shown
    ]
    return [*entries, *([("speck", SIDE["common"])] if ("common", True) in shown else [])]


def draw_crowd(funnel: Funnel, space: Space) -> str:
    """Of thousands of groups, those that are not named: they lie below the curves."""
    if len(funnel.dots) <= DENSE:
        return ""
    return draw_specks([dot for dot in funnel.dots if not dot.named], space)


def draw_dots(funnel: Funnel, space: Space, interactive: bool) -> str:
    """The unremarkable below, those with a name on top, then the names."""
    alone = [dot for dot in funnel.dots if dot.named or len(funnel.dots) <= DENSE]
    alone.sort(key=lambda dot: (dot.named, side_of(dot) != "common", side_of(dot), is_filled(dot)))
    first = max(alone, key=lambda dot: (dot.named, dot.size), default=None)
    parts = []
    for (side, full), some in groupby(alone, key=lambda dot: (side_of(dot), is_filled(dot))):
        marks = "".join(draw_dot(funnel, dot, space, interactive, dot is first) for dot in some)
        parts.append(f"<g {paint_of(side, full)}>{marks}</g>")
    beside = names.place_names(funnel, space)
    return names.draw_grounds(beside, space.size) + "".join(parts) + names.draw_letters(beside)


def paint_of(side: str, full: bool) -> str:
    tone = SERIES if side == "common" else sign_colour(side)
    return f'fill="{tone}" stroke="{WHITE}"' if full else f'fill="{WHITE}" stroke="{tone}" stroke-width="1.6"'


def draw_dot(funnel: Funnel, dot: Dot, space: Space, interactive: bool, first: bool) -> str:
    x, y, side = space.x(dot.size), space.y(dot.value), side_of(dot)
    size = SIZES[side] * (1.0 if is_filled(dot) else 0.82) * (1.35 if dot.named else 1.0)
    strong = f'fill="{POINT}"' if dot.named and side == "common" else ""
    mark = draw_outline(SIGN[side], x, y, size, strong)
    if not interactive:
        said = describe_dot(dot, write_size(funnel, dot), "" if side == "common" else write_judgement(dot))
        return f"{mark[:-2].rstrip()}><title>{said}</title></{mark[1 : mark.index(' ')]}>"
    more = write_size(funnel, dot), write_judgement(dot)
    data = {
        "label": dot.label, "text": dot.text, "x": px(x), "y": px(y), "more": "\n".join(filter(None, more)),
    }  # fmt: skip
    return make_reachable(describe_dot(dot, *more), data, mark, first)


def draw_specks(dots: list[Dot], space: Space) -> str:
    """Thousands of groups as one path of specks, and one for each sign: light, and nothing hidden by white edges."""
    specks: dict[tuple[str, bool], dict[str, None]] = {}
    for dot in dots:
        at = f"M{px(round(space.x(dot.size) * 2) / 2)} {px(round(space.y(dot.value) * 2) / 2)}"
        specks.setdefault((side_of(dot), is_filled(dot)), {})[at] = None
    return "".join(draw_speck(side, full, list(places)) for (side, full), places in specks.items())


def draw_speck(side: str, full: bool, places: list[str]) -> str:
    if side == "common":
        path = "".join(f"{at}h.01" for at in places)
        return f'<path d="{path}" stroke="{SERIES}" stroke-width="3.6" stroke-linecap="round" stroke-opacity=".55"/>'
    size = SIZES[side] * 0.62
    tone = sign_colour(side)
    paint = f'fill="{tone}"' if full else f'fill="{WHITE}" stroke="{tone}" stroke-width="1.1"'
    return f'<path d="{"".join(at + STROKES[SIGN[side]].format(*write_halves(size)) for at in places)}" {paint}/>'


STROKES = {
    "diamond": "m0 -{0}l{0} {0}l-{0} {0}l-{0} -{0}z",
    "square": "m-{0} -{0}h{1}v{1}h-{1}z",
    "triangle": "m0 -{0}l{0} {1}h-{1}z",
    "wedge": "m0 {0}l{0} -{1}h-{1}z",
}
"""Shapes from their middle; half the width, and all of it."""


def write_halves(half: float) -> tuple[str, str]:
    return px(half), px(2 * half)


def describe_dot(dot: Dot, *more: str) -> str:
    """`Cedar: 12.9%, 480 discharges, worse than the average, beyond the 95% limits`, escaped."""
    return escape_text(", ".join(filter(None, (f"{dot.label}: {dot.text}", *more))))


def write_size(funnel: Funnel, dot: Dot) -> str:
    places = 1 if dot.size < 100 and dot.size != round(dot.size) else 0
    return f"{dot.size:,.{places}f} {funnel.size_words}".strip()


def write_judgement(dot: Dot) -> str:
    if side_of(dot) == "common":
        return "similar to the average"
    limits = f", beyond the {dot.beyond}% limits" if dot.beyond else ""
    return f"{dot.flag.split('_')[0]} than the average{limits}"
