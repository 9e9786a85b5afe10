"""How wide text is in Arial and faces of its widths: to place labels and size columns without a browser."""

from functools import lru_cache

REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
"""Thousandths of the type size, space to tilde."""

BOLD_FACTOR = 1.07
OTHER = {"\u2212": 584, "\u2013": 556, "\u00a3": 556, "\u2026": 1000, "\u00b7": 278, "\u2019": 222, "\u2265": 549}
WIDTHS = {chr(32 + place): wide for place, wide in enumerate(REGULAR)} | OTHER
ELLIPSIS = "\u2026"


@lru_cache(maxsize=50_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """Width in the unit of `size`. Letters outside the table count as wide."""
    units = sum(WIDTHS.get(letter, 667 if ord(letter) < 0x2E80 else 1000) for letter in text)
    return units * size / 1000 * (BOLD_FACTOR if bold else 1)


@lru_cache(maxsize=50_000)
def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """How many lines the text takes in a column `room` wide; a word longer than the line is broken."""
    return sum(lines_of_part(part, size, max(room, 1), bold) for part in text.split("\n"))


def lines_of_part(text: str, size: float, room: float, bold: bool) -> int:
    count, used, gap = 1, 0.0, width(" ", size, bold)
    for word in text.split():
        wide = width(word, size, bold)
        if used and used + gap + wide > room:
            count, used = count + 1, 0.0
        count += int(wide // room)
        used += wide % room + (gap if used else 0)
    return count


def fit_text(text: str, size: float, room: float) -> str:
    """The text, or its beginning with an ellipsis when it is wider than `room`."""
    if width(text, size) <= room:
        return text
    kept = text
    while kept and width(kept + ELLIPSIS, size) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,;:") + ELLIPSIS if kept else ""


def paragraph(text: str, size: float, room: float, most: int = 0) -> list[str]:
    """The text in lines no wider than `room`; with `most`, the last of so many holds the rest as far as it fits."""
    found: list[str] = []
    for word in text.split():
        if found and width(f"{found[-1]} {word}", size) <= room or (most and len(found) == most):
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return [fit_text(line, size, room) for line in found]
