"""What is hidden, and by which sums figures hang together."""

from dataclasses import dataclass
from typing import Literal

from outturn.core.catalogue import SuppressionPolicy

NOBODY = (
    "ambition",
    "comparator",
    "forecast",
    "national",
    "plan",
    "plan_text",
    "printed_good_is",
    "printed_movement",
    "printed_rating",
    "rank",
    "rank_of",
    "repeat_plan",
)
"""Roles that count nobody: nobody's secret. Any other role is taken to count people, as the actual does."""

TOLD_BY = ("variance", "variance_percent", "printed_variance", "printed_variance_percent", "gap")
"""Roles from which, with the plan, the actual follows."""


@dataclass(frozen=True)
class Total:
    """`whole` is the sum of `parts`: areas (`Total("area", "llr-icb", ("leicester", ...))`) or indicators."""

    along: Literal["area", "indicator"]
    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Ratio:
    """`rate` = `numerator` / `denominator` x `multiplier` (100 for a percent): a rate tells its numerator."""

    rate: str
    numerator: str
    denominator: str
    multiplier: float = 100


def counts_people(role: str) -> bool:
    return role not in NOBODY and role not in TOLD_BY


def hidden_range(policy: SuppressionPolicy) -> tuple[int, int]:
    """The lowest and the highest count that is hidden for its own sake: 1 to 7, or 0 to 7 where noughts hide too."""
    return (policy.low if policy.show_zero else 0, policy.high)


def possible_range(policy: SuppressionPolicy) -> tuple[int, int]:
    """What a `*` may stand for, for a rating that asks whether it could make a difference: against a plan of 0, a
    hidden 1 to 7 is a miss whichever it is. A figure hidden only to protect another may be higher, never lower."""
    return hidden_range(policy)


def is_hidden(value: float, policy: SuppressionPolicy) -> bool:
    low, high = hidden_range(policy)
    return low <= round(value) <= high
