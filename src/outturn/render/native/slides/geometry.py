"""Sizes of a slide, in inches, and the step to the units of the file."""

WIDE, HIGH = 13.333, 7.5
LEFT, RIGHT = 0.55, 12.783
ROOM = RIGHT - LEFT
TOP, BOTTOM = 1.14, 6.86
TITLE_TOP = 0.56
TALL = BOTTOM - TOP
GAP = 0.22
CHART_SHARE = 0.66
POINT = 1 / 72


def emu(inches: float) -> int:
    return round(inches * 914_400)


def line_height(size: float) -> float:
    """Inches that one line of `size` points takes."""
    return size * POINT * 1.2
