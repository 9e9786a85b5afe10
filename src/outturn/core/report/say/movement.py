"""What a figure did since the period before, in one word, and whether that is welcome."""

from dataclasses import dataclass

from outturn.core.assess.result import Result

WELCOME = {"improving": "Better", "worsening": "Worse", "steady": "Same"}
DID = {"up": "Higher", "down": "Lower", "same": "Same"}
CHANCE = "common_cause"


@dataclass(frozen=True)
class Moved:
    """`arrow`: up, down, same or empty; `tone`: improving, worsening, steady or empty."""

    arrow: str = ""
    tone: str = ""
    word: str = ""


def moved(result: Result) -> Moved:
    """Where the chart sees nothing but chance, the difference of two points is said and not judged."""
    movement = result.movement
    if not movement.direction:
        return Moved()
    if result.variation.variation == CHANCE:
        return Moved(movement.direction, "steady", DID[movement.direction])
    tone = movement.welcome if movement.welcome in WELCOME else ""
    return Moved(movement.direction, tone, WELCOME[tone] if tone else DID[movement.direction])
