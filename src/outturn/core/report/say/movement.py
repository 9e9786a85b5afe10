"""What a figure did since the period before, in one word, and whether that is welcome."""

from dataclasses import dataclass

from outturn.core.assess.result import Movement, Result
from outturn.core.catalogue import Indicator
from outturn.core.report.wording import since_words
from outturn.core.units import show_signed

WELCOME = {"improving": "Better", "worsening": "Worse", "steady": "Same"}
DID = {"up": "Higher", "down": "Lower", "same": "Same"}
CHANCE = "common_cause"


@dataclass(frozen=True)
class Moved:
    """`arrow`: up, down, same or empty; `tone`: improving, worsening, steady or empty."""

    arrow: str = ""
    tone: str = ""
    word: str = ""


def tell_movement(result: Result) -> Moved:
    """Where the chart sees nothing but chance, the difference of two points is said and not judged."""
    movement = result.movement
    if not movement.direction:
        return Moved()
    if result.variation.variation == CHANCE:
        return Moved(movement.direction, "steady", DID[movement.direction])
    tone = movement.welcome if movement.welcome in WELCOME else ""
    return Moved(movement.direction, tone, WELCOME[tone] if tone else DID[movement.direction])


def change_words(value: float | None, indicator: Indicator, table: bool = True) -> str:
    """`+0.4 pp`, `−1,043`: a difference in the indicator's unit, signed; empty where there is none."""
    if value is None:
        return ""
    return show_signed(value, indicator.unit, indicator.decimals, scale=indicator.scale, table=table)


def movement_words(movement: Movement, indicator: Indicator) -> str:
    """`+0.6 pp since Sep 2024`; without an earlier period, `+0.6 pp as published`. Empty for no movement."""
    if not movement.direction:
        return ""
    since = f"since {since_words(movement.since)}" if movement.since else movement.basis
    return f"{change_words(movement.change, indicator, table=False)} {since}".strip()
