"""The kinds of unit an indicator can have, and the states a value can be in."""

from enum import StrEnum


class Unit(StrEnum):
    """How a number is meant. It is held as: percent 56.7 (never 0.567), duration seconds, money in its scale,
    yes/no 1 or 0, date as its ordinal day; grade and text hold words and no number."""

    PERCENT = "percent"
    COUNT = "count"
    RATE = "rate"
    RATIO = "ratio"
    DURATION = "duration"
    MONEY = "money"
    DAYS = "days"
    BED_DAYS = "bed_days"
    FTE = "fte"
    SCORE = "score"
    YEARS = "years"
    GRADE = "grade"
    YES_NO = "yes_no"
    DATE = "date"
    TEXT = "text"


class State(StrEnum):
    """Suppressed is neither zero nor missing: the states are never mixed up."""

    KNOWN = "known"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not_available"
    NOT_DUE = "not_due"
    NOT_APPLICABLE = "not_applicable"
    PROVISIONAL = "provisional"


SHOWS_FIGURE = frozenset({State.KNOWN, State.PROVISIONAL})
MEASURED = SHOWS_FIGURE | {State.SUPPRESSED}
"""States of a figure that there is, shown or hidden."""

MARKS = {
    State.SUPPRESSED: "*",
    State.NOT_AVAILABLE: "n/a",
    State.NOT_DUE: "not yet due",
    State.NOT_APPLICABLE: "–",
}
"""What stands in place of the figure, for the states that show none."""

WORD_UNITS = frozenset({Unit.GRADE, Unit.TEXT})
"""Units whose value is its words."""

EITHER_SIDE = frozenset({Unit.MONEY, Unit.SCORE, Unit.RATIO})
"""Units whose values may lie under nought."""


def ends(unit: Unit) -> tuple[float | None, float | None]:
    """The least and the greatest value there can be; None where there is no end: a share lies from 0 to 100 %."""
    return None if unit in EITHER_SIDE else 0.0, 100.0 if unit is Unit.PERCENT else None


POWERS = {"": 0, "k": 3, "m": 6, "bn": 9}
"""Scale of money: thousands are `k`, millions `m`."""

WORDS = {
    Unit.PERCENT: "%",
    Unit.DURATION: "hh:mm:ss",
    Unit.DAYS: "days",
    Unit.BED_DAYS: "bed days",
    Unit.FTE: "FTE",
    Unit.SCORE: "score",
    Unit.YEARS: "years",
}


def unit_words(unit: Unit, scale: str = "", multiplier: float | None = None) -> str:
    """The unit for a heading: `%`, `£k`, `per 1,000`, `hh:mm:ss`; empty where a plain number needs none."""
    if unit is Unit.MONEY:
        return f"£{scale}"
    if unit is Unit.RATE:
        return f"per {multiplier:,.0f}" if multiplier else "rate"
    return WORDS.get(unit, "")
