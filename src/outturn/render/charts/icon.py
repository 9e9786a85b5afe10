"""Variation, assurance and trend icons of our own drawing: the outline, a letter, a line or an arrow says it, not only
the colour.

Variation: circle common cause (a wave), diamond improvement, square concern, triangle neutral; H or L: high or low.
Assurance: hexagon with P (target will be met), ? (hit or miss), F (will be missed), and where the target lies.
Trend: the outlines of variation, not filled, round an arrow; a dash where no trend can be worked out.
"""

from outturn.core.report.pictures import Mark
from outturn.render.charts.signs import DOWN, LEVEL, UNKNOWN, UP, WAVE, Icon, read_mark
from outturn.render.charts.words import escape_text
from outturn.render.look import CHART_FONT, QUIET, VARIATION, Tone

FRAMES = {
    "common": '<circle cx="16" cy="16" r="13.5"{}/>',
    "improvement": '<path d="M16 1.6L30.4 16L16 30.4L1.6 16z" stroke-linejoin="round"{}/>',
    "concern": '<rect x="3" y="3" width="26" height="26" rx="2"{}/>',
    "neutral": '<path d="M16 2.5L30.5 29H1.5z" stroke-linejoin="round"{}/>',
    "hexagon": '<path d="M9 3.5H23L30.2 16L23 28.5H9L1.8 16z" stroke-linejoin="round"{}/>',
}
LINES = {
    WAVE: "M6 18c2.5-7 5-7 7.5-1.5s5 5.5 7.5-1.5l3-4.5",
    UP: "M16 22V10.5M11.5 15L16 10.5L20.5 15",
    DOWN: "M16 10V21.5M11.5 17L16 21.5L20.5 17",
    LEVEL: "M9.5 16H22.5M18 11.5L22.5 16L18 20.5",
    UNKNOWN: "M11 16H21",
}
TARGETS = {"P": 24.5, "F": 7.5}
"""How far down the target lies: under what the limits promise, or over it."""


def draw_icon(mark: Mark, size: int = 28) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="icon" width="{size}" height="{size}" viewBox="0 '
        '0 32 32" role="img" '
        f'aria-label="{escape_text(mark.word)}"><title>{escape_text(mark.word)}</title>{draw_sign(read_mark(mark))}</svg>'
    )


def draw_sign(icon: Icon) -> str:
    tone = VARIATION[icon.family]
    fill, width = (tone.colour, 1.5) if icon.filled else ("#fff", 2.2)
    frame = FRAMES[icon.outline].format(f' fill="{fill}" stroke="{tone.colour}" stroke-width="{width}"')
    if icon.sign in LINES:
        return frame + draw_line(icon, tone)
    return frame + draw_target(icon) + draw_letter(icon, tone)


def draw_line(icon: Icon, tone: Tone) -> str:
    """A wave, or the arrow of a trend; in a triangle a little lower."""
    down = ' transform="translate(0 3.5)"' if icon.family == "neutral" else ""
    return (
        f'<path d="{LINES[icon.sign]}"{down} fill="none" stroke="{tone.text}" stroke-width="2.4" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def draw_target(icon: Icon) -> str:
    place = TARGETS.get(icon.sign)
    dashes = f'<path d="M6 {place}H26" stroke="{QUIET}" stroke-width="1.5" stroke-dasharray="3 2"/>'
    return dashes if place else ""


def draw_letter(icon: Icon, tone: Tone) -> str:
    y = {"P": 20, "F": 23}.get(icon.sign, 26 if icon.family == "neutral" else 21)
    size = 13 if icon.sign in TARGETS else 15 if icon.sign == "?" else 14
    return (
        f'<text x="16" y="{y}" text-anchor="middle" font-family="{CHART_FONT}" font-size="{size}" '
        f'font-weight="bold" fill="{tone.ink if icon.filled else tone.text}">{icon.sign}</text>'
    )
