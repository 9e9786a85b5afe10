"""Variation, assurance and trend icons of our own drawing: the outline, a letter, a line or an arrow says it, not only
the colour.

Variation: circle common cause (a wave), diamond improvement, square concern, triangle neutral; H or L: high or low.
Assurance: hexagon with P (target will be met), ? (hit or miss), F (will be missed), and where the target lies.
Trend: the outlines of variation, not filled, round an arrow; a dash where no trend can be worked out.
"""

from outturn.core.report.pictures import Mark, MarkKind
from outturn.render.charts.words import escape_text
from outturn.render.look import CHART_FONT, QUIET, VARIATION, variation

FRAMES = {
    "common": '<circle cx="16" cy="16" r="13.5"{}/>',
    "improvement": '<path d="M16 1.6L30.4 16L16 30.4L1.6 16z" stroke-linejoin="round"{}/>',
    "concern": '<rect x="3" y="3" width="26" height="26" rx="2"{}/>',
    "neutral": '<path d="M16 2.5L30.5 29H1.5z" stroke-linejoin="round"{}/>',
    "hexagon": '<path d="M9 3.5H23L30.2 16L23 28.5H9L1.8 16z" stroke-linejoin="round"{}/>',
}
ARROWS = {
    "increasing": "M16 22V10.5M11.5 15L16 10.5L20.5 15",
    "decreasing": "M16 10V21.5M11.5 17L16 21.5L20.5 17",
    "none": "M9.5 16H22.5M18 11.5L22.5 16L18 20.5",
    "unknown": "M11 16H21",
}
ASSURANCE = (("pass", "P", "improvement", 24.5), ("fail", "F", "concern", 7.5), ("", "?", "common", 16.0))


def draw_icon(mark: Mark, size: int = 28) -> str:
    drawing = {MarkKind.ASSURANCE: draw_assurance, MarkKind.TREND: draw_trend}.get(mark.kind, draw_variation)(mark.key)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="icon" width="{size}" height="{size}" viewBox="0 '
        '0 32 32" role="img" '
        f'aria-label="{escape_text(mark.word)}"><title>{escape_text(mark.word)}</title>{drawing}</svg>'
    )


def draw_letter(text: str, x: float, y: float, colour: str, size: float = 14) -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="middle" font-family="{CHART_FONT}" font-size="{size}" '
        f'font-weight="bold" fill="{colour}">{text}</text>'
    )


def draw_variation(key: str) -> str:
    family = variation(key)
    tone = VARIATION[family]
    if family == "common":
        wave = (
            '<path d="M6 18c2.5-7 5-7 7.5-1.5s5 5.5 7.5-1.5l3-4.5" '
            f'fill="none" stroke="{tone.text}" stroke-width="2.2" stroke-linecap="round"/>'
        )
        return FRAMES["common"].format(f' fill="#fff" stroke="{tone.colour}" stroke-width="2.2"') + wave
    frame = FRAMES[family].format(f' fill="{tone.colour}" stroke="{tone.colour}" stroke-width="1.5"')
    high = "high" in key or key.endswith("_h")
    low = "low" in key or key.endswith("_l")
    sign = "H" if high else "L" if low else {"improvement": "I", "concern": "C", "neutral": "N"}[family]
    return frame + draw_letter(sign, 16, 26 if family == "neutral" else 21, tone.ink)


def draw_assurance(key: str) -> str:
    sign, family, line = next((s, f, at) for word, s, f, at in ASSURANCE if word in key)
    tone = VARIATION[family]
    frame = FRAMES["hexagon"].format(f' fill="#fff" stroke="{tone.colour}" stroke-width="2.2"')
    dashes = (
        f'<path d="M6 {line}H26" stroke="{QUIET}" stroke-width="1.5" stroke-dasharray="3 2"/>' if sign != "?" else ""
    )
    return (
        frame + dashes + draw_letter(sign, 16, {"P": 20, "F": 23}.get(sign, 21), tone.text, 15 if sign == "?" else 13)
    )


def draw_trend(key: str) -> str:
    """`increasing_better`, `decreasing_worse`, `increasing` (not judged), `none`, `not_calculated`."""
    family, way = variation(key), key.split("_")[0]
    tone = VARIATION[family]
    frame = FRAMES[family].format(f' fill="#fff" stroke="{tone.colour}" stroke-width="2.2"')
    arrow = ARROWS.get(way, ARROWS["none"] if key == "none" else ARROWS["unknown"])
    down = ' transform="translate(0 3.5)"' if family == "neutral" else ""
    return (
        f'{frame}<path d="{arrow}"{down} fill="none" stroke="{tone.text}" stroke-width="2.4" stroke-linecap="round" '
        'stroke-linejoin="round"/>'
    )
