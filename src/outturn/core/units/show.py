"""The one formatter: every figure a person sees, on any page or paper, comes from here."""

import math
from datetime import date

from outturn.core.units.exact import round_half_away
from outturn.core.units.kinds import MARKS, WORD_UNITS, State, Unit

MINUS = "\u2212"


def show(
    value: float | None,
    unit: Unit,
    decimals: int = 0,
    *,
    state: State = State.KNOWN,
    scale: str = "",
    text: str = "",
    table: bool = False,
    bare: bool = False,
) -> str:
    """The figure in words and digits: `56.7%`, `1,234`, `−£67,490k`, `1h 05m`, `*`, `n/a`, `not yet due`, `–`.

    `table` gives durations as `01:05:37`; `bare` leaves %, £ and k to the heading. `scale` says what the money
    is held in and is printed after it; nothing is converted. `text` is the value of a grade or a text.
    """
    if state in MARKS:
        return MARKS[state]
    if unit in WORD_UNITS or (text and not is_figure(value)):
        return text or MARKS[State.NOT_AVAILABLE]
    if value is None or not is_figure(value):
        return MARKS[State.NOT_AVAILABLE]
    size = magnitude(abs(value), unit, decimals, scale, table, bare)
    return MINUS + size if value < 0 and shows_more_than_nothing(value, unit, decimals) else size


def show_signed(
    value: float | None,
    unit: Unit,
    decimals: int = 0,
    *,
    state: State = State.KNOWN,
    scale: str = "",
    table: bool = False,
    bare: bool = False,
) -> str:
    """A gap or a change: `+0.4 pp` (percentage points), `−1,043`, `+35m 37s`, `−£15,811k`; no sign on nothing."""
    if state in MARKS or value is None or not is_figure(value):
        return show(None, unit, state=state)
    points = unit is Unit.PERCENT
    size = magnitude(abs(value), unit, decimals, scale, table, bare or points)
    sign = ("+" if value > 0 else MINUS) if shows_more_than_nothing(value, unit, decimals) else ""
    return sign + size + (" pp" if points and not bare else "")


def show_size(
    value: float, unit: Unit, decimals: int = 0, *, scale: str = "", table: bool = False, bare: bool = False
) -> str:
    """How large a difference is, without its sign: `0.4 pp`, `1,043`, `35m 37s`; `less than 0.1 pp` for what would be
    rounded away."""
    there = shows_more_than_nothing(value, unit, decimals) or value == 0
    if not there and unit is Unit.DURATION:
        return "less than a second"
    size = show_signed(abs(value) if there else 10.0**-decimals, unit, decimals, scale=scale, table=table, bare=bare)
    return ("" if there else "less than ") + size.lstrip("+")


def as_fine(value: float | None, decimals: int, most: int = 3) -> int:
    """Decimals enough to show the figure as it was given: a target of 10.32 stays apart from 10.3."""
    if value is None or not is_figure(value):
        return decimals
    return next((places for places in range(decimals, most) if round(value, places) == value), most)


def is_figure(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def shows_more_than_nothing(value: float, unit: Unit, decimals: int) -> bool:
    return round_half_away(value, 0 if unit is Unit.DURATION else decimals) != 0


def magnitude(size: float, unit: Unit, decimals: int, scale: str, table: bool, bare: bool) -> str:
    """An unsigned figure with the unit signs that belong to it."""
    if unit is Unit.DURATION:
        return write_clock_time(size) if table else say_time(size)
    if unit is Unit.YES_NO:
        return "Yes" if size else "No"
    if unit is Unit.DATE:
        day = date.fromordinal(int(size))
        return f"{day.day} {day:%b %Y}"
    digits = f"{round_half_away(size, decimals):,f}"
    if bare:
        return digits
    if unit is Unit.PERCENT:
        return digits + "%"
    return f"£{digits}{scale}" if unit is Unit.MONEY else digits


def write_clock_time(seconds: float) -> str:
    """`01:05:37`, for tables."""
    whole = int(round_half_away(seconds))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def say_time(seconds: float) -> str:
    """`1h 05m`, and below an hour `30m 06s`. Minutes are read off as on a clock: 01:05:37 is in its fifth minute."""
    whole = int(round_half_away(seconds))
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours:,d}h {minutes:02d}m" if hours else f"{minutes}m {whole % 60:02d}s"
