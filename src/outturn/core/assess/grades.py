"""Grades that have an order: which of two words is better, and so how a graded measure moved."""

import polars as pl

from outturn.core.assess.result import Movement
from outturn.core.periods import Period, PeriodKind

SCALES = (
    ("red", "amber", "green"),
    ("inadequate", "requires improvement", "good", "outstanding"),
)
"""Worst first."""

LETTERS = {"r": "red", "a": "amber", "y": "yellow", "g": "green"}
"""Ratings are printed by word or by letter, and mean the same."""


def plain(word: str) -> str:
    """The word in small letters; a letter as its word: `R` is red."""
    small = word.strip().lower()
    return LETTERS.get(small, small)


def plainly(words: pl.Expr) -> pl.Expr:
    """The same for a column."""
    return words.str.strip_chars().str.to_lowercase().replace(LETTERS)


def place_on_scale(word: str) -> tuple[int, int] | None:
    """(scale, place on it); None for a word on no scale."""
    grade = plain(word)
    return next(((number, scale.index(grade)) for number, scale in enumerate(SCALES) if grade in scale), None)


def move_on_scale(points: pl.DataFrame) -> Movement | None:
    """The last step of a series of grades; None when the latest is a number or on no scale.

    Needs value, text, period_kind, start, end, oldest first. A better grade is "up" and improving.
    """
    rows = [row for row in points.select("value", "text", "period_kind", "start", "end").to_dicts() if row["text"]]
    if len(rows) < 2 or rows[-1]["value"] is not None:
        return None
    before, now = place_on_scale(rows[-2]["text"]), place_on_scale(rows[-1]["text"])
    if before is None or now is None or before[0] != now[0]:
        return None
    since = Period(PeriodKind(rows[-2]["period_kind"]), rows[-2]["start"], rows[-2]["end"])
    if now == before:
        return Movement(since, direction="same", welcome="steady")
    better = now > before
    return Movement(since, direction="up" if better else "down", welcome="improving" if better else "worsening")
