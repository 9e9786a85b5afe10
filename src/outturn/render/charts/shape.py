"""Shapes of status: circle met, triangle near, square missed, dash not rated, diamond complete; a wedge points down."""

from outturn.core.report.document import Chip
from outturn.render.charts.space import px
from outturn.render.charts.words import escape_text
from outturn.render.look import CHART_FONT, SIGN, WHITE, sign_colour, status


def draw_outline(kind: str, x: float, y: float, size: float, paint: str) -> str:
    """A shape about a centre; `size` is half its width."""
    if kind == "square":
        return f'<rect x="{px(x - size)}" y="{px(y - size)}" width="{px(2 * size)}" height="{px(2 * size)}" {paint}/>'
    if kind == "diamond":
        return (
            f'<path d="M{px(x)} {px(y - size)}l{px(size)} {px(size)}l{px(-size)} '
            f'{px(size)}l{px(-size)} {px(-size)}z" {paint}/>'
        )
    if kind == "triangle":
        return f'<path d="M{px(x)} {px(y - size)}l{px(size)} {px(1.8 * size)}h{px(-2 * size)}z" {paint}/>'
    if kind == "wedge":
        return f'<path d="M{px(x)} {px(y + size)}l{px(size)} {px(-1.8 * size)}h{px(-2 * size)}z" {paint}/>'
    if kind == "dash":
        return (
            f'<rect x="{px(x - size)}" y="{px(y - size / 3)}" width="{px(2 * size)}" height="{px(size / 1.5)}" '
            f"{paint}/>"
        )
    return f'<circle cx="{px(x)}" cy="{px(y)}" r="{px(size)}" {paint}/>'


SIZES = {"common": 3.0, "improvement": 5.2, "concern": 4.4, "neutral": 5.0, "lower": 5.0}


def draw_marker(kind: str, x: float, y: float, hollow: bool, dense: bool) -> str:
    size, tone = SIZES[kind] * (0.6 if dense else 1), sign_colour(kind)
    fill = f'fill="{WHITE}" stroke="{tone}" stroke-width="1.8"' if hollow else f'fill="{tone}"'
    return draw_outline(SIGN[kind], x, y, size, fill)


HALF = {"square": 7.5, "diamond": 9, "triangle": 9, "dash": 7, "circle": 8.2}
DROP = {"triangle": 5.6}


def draw_shape(chip: Chip, size: int = 18) -> str:
    """The chip's shape with its letter. Hidden from screen readers: the word always stands beside it."""
    tone = status(chip.key)
    mark = draw_outline(
        chip.shape, 9, 9.3 if chip.shape == "triangle" else 9, HALF.get(chip.shape, 8), f'fill="{tone.colour}"'
    )
    letter = (
        ""
        if chip.shape == "dash"
        else f'<text x="9" y="{9 + DROP.get(chip.shape, 3.7)}" text-anchor="middle" font-family="{CHART_FONT}" '
        f'font-size="10" font-weight="bold" fill="{tone.ink}">{escape_text(chip.letter)}</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="shape" width="{size}" height="{size}" viewBox="0 0 18 18" '
        f'aria-hidden="true" focusable="false">{mark}{letter}</svg>'
    )
