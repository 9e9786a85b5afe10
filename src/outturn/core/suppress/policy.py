"""What is hidden, and by which sums figures hang together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from outturn.core.catalogue import SuppressionPolicy

NOBODY = (
    "ambition",
    "ambition_text",
    "average",
    "comparator",
    "comparator_text",
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
    "repeat_plan_text",
)
"""Roles that count nobody: nobody's secret. Any other role is taken to count people, as the actual does."""

TOLD_BY = ("variance", "variance_percent", "printed_variance", "printed_variance_percent", "gap")
"""Roles from which, with the plan, the actual follows."""

ECHOES = ("previous", "repeat")
"""Roles that say an actual a second time: `previous` the one of the period before."""


@dataclass(frozen=True)
class Total:
    """`whole` is the sum of `parts`: areas (`Total("area", "llr-icb", ("leicester", ...))`) or indicators.

    `of`: the one indicator whose areas add up so; every one, where it is empty. `holds`: always; mostly (unless the
    figures say otherwise); perhaps (nor leave more for hidden parts than is small); found (only where the figures say
    so). `rest`: the parts are not all, and what is left is a count of its own (persons less men).
    """

    along: Literal["area", "indicator"]
    whole: str
    parts: tuple[str, ...]
    of: str = ""
    holds: Literal["always", "mostly", "perhaps", "found"] = "always"
    rest: bool = False


@dataclass(frozen=True)
class Ratio:
    """`rate` = `numerator` / `denominator` x `multiplier` (100 for a percent): a rate tells its numerator.
    An empty name: no indicator of its own."""

    rate: str
    numerator: str
    denominator: str
    multiplier: float = 100

    @property
    def counted(self) -> str:
        """The count that the rate tells, under a name of its own where no indicator has it."""
        return self.numerator or f"{self.rate}~numerator"


@dataclass(frozen=True)
class Ties:
    """Everything by which figures hang together. `flows`: indicators whose periods add up unless their figures say
    otherwise; None: found in the figures alone. `levels`: the kind of each area, for policies that exempt some."""

    totals: tuple[Total, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    flows: frozenset[str] | None = None
    levels: Mapping[str, str] = field(default_factory=dict)


def counts_people(role: str) -> bool:
    return role not in NOBODY and role not in TOLD_BY


def find_hidden_range(policy: SuppressionPolicy) -> tuple[int, int]:
    """The lowest and the highest count that is hidden for its own sake: 1 to 7, or 0 to 7 where noughts hide too."""
    return (policy.low if policy.show_zero else 0, policy.high)


def possible_range(policy: SuppressionPolicy) -> tuple[int, int]:
    """What a `*` may stand for, for a rating that asks whether it could make a difference: against a plan of 0, a
    hidden 1 to 7 is a miss whichever it is. A figure hidden only to protect another may be higher, never lower."""
    return find_hidden_range(policy)


def is_hidden(value: float, policy: SuppressionPolicy) -> bool:
    low, high = find_hidden_range(policy)
    return low <= round(value) <= high
