"""Names beside the groups of a funnel: as many as have room; the others are left to the read-out."""

from dataclasses import dataclass

from outturn.core.report.pictures import Funnel
from outturn.render.charts.backing import draw_ground
from outturn.render.charts.space import Space, px
from outturn.render.charts.words import escape_text
from outturn.render.lettering import fit_text, width
from outturn.render.look import INK, QUIET
from outturn.render.pictures.funnel.placing import Box, Places

URGENCY = {"99.8": 0, "95": 1}
MOST, MOST_NARROW = 14, 6


@dataclass(frozen=True)
class Name:
    text: str
    whole: str
    box: Box


def place_names(funnel: Funnel, space: Space) -> list[Name]:
    """Those furthest beyond chance choose first, then the largest."""
    named = [dot for dot in funnel.dots if dot.named]
    if not named:
        return []
    named.sort(key=lambda dot: (URGENCY.get(dot.beyond, 2), -dot.size))
    places = Places(
        space, [(space.x(dot.size), space.y(dot.value)) for dot in funnel.dots], curve_points(funnel, space)
    )
    room = (space.right - space.left) * (0.55 if space.narrow else 0.42)
    names = []
    for dot in named[: MOST_NARROW if space.narrow else MOST]:
        text = fit_text(dot.label, space.size * 1.07, room)
        box = places.take((space.x(dot.size), space.y(dot.value)), width(text, space.size, bold=True))
        if box:
            names.append(Name(text, dot.label, box))
    return names


def curve_points(funnel: Funnel, space: Space) -> list[tuple[float, float]]:
    columns = (funnel.lower95, funnel.upper95, funnel.lower998, funnel.upper998)
    return [
        (space.x(size), space.y(value))
        for column in columns
        for size, value in zip(funnel.sizes, column, strict=True)
        if value is not None
    ]


def draw_grounds(names: list[Name], size: float) -> str:
    """White under each, above the curves and below the dots, and the ties to the dots that stand away."""
    parts = []
    for name in names:
        parts.append(draw_ground(name.box.left, name.box.bottom - 3, name.text, size, bold=True))
        if name.box.tie:
            (x1, y1), (x2, y2) = name.box.tie
            parts.append(f'<path d="M{px(x1)} {px(y1)}L{px(x2)} {px(y2)}" stroke="{QUIET}"/>')
    return "".join(parts)


def draw_letters(names: list[Name]) -> str:
    texts = "".join(
        f'<text x="{px(name.box.left)}" y="{px(name.box.bottom - 3)}">{escape_text(name.text)}'
        f"{f'<title>{escape_text(name.whole)}</title>' if name.text != name.whole else ''}</text>"
        for name in names
    )
    return f'<g font-weight="bold" fill="{INK}">{texts}</g>' if texts else ""
