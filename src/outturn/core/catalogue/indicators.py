"""An indicator: a measure with one set of values."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from outturn.core.catalogue.roles import FigureRole
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit


class Direction(StrEnum):
    """What "good" is."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"

    @property
    def sign(self) -> int:
        return {"higher": 1, "lower": -1, "none": 0}[self.value]


Limit = float | Literal["any"]


@dataclass(frozen=True)
class SuppressionPolicy:
    """Counts from `low` to `high` are hidden and arrive, or leave, as `*`."""

    low: int = 1
    high: int = 7
    base: int = 0
    show_zero: bool = True
    exempt_levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class RateOf:
    """What a rate divides, by indicator; "" where that has no indicator of its own."""

    numerator: str = ""
    denominator: str = ""
    multiplier: float = 100


@dataclass(frozen=True)
class Indicator:
    slug: str
    name: str
    short: str
    unit: Unit
    direction: Direction
    period_kind: PeriodKind
    decimals: int = 0
    scale: str = ""  # money: "", "k", "m"
    multiplier: int = 0  # rates: per this many
    definition: str = ""
    rationale: str = ""
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    producer: str = ""
    method: str = ""
    caveats: str = ""
    owner: str = ""
    workstream: str = ""
    accumulation: str = "in_period"
    lag_months: int = 1
    level: str = "national"
    suppression: SuppressionPolicy | None = None
    lowest: Limit | None = None  # figures below are asked about when they are loaded; None: as its unit has it
    highest: Limit | None = None
    adds_up_to: str = ""  # the indicator of which this one is a part: men of all people, a month of the year to date
    rate_of: RateOf | None = None
    spc_rules: str = "making-data-count"
    rebases: tuple[tuple[date, str], ...] = ()  # (first day of the new limits, reason)
    people: str = ""  # what one unit of the count is ("people", "units of dental activity"); "" when not people
    written_by: str = ""
    checked_by: str = ""
    next_review: date | None = None


RANKS = {FigureRole.RANK, FigureRole.RANK_OF}
COUNTED = {*RANKS, FigureRole.NUMERATOR, FigureRole.DENOMINATOR}


def in_role(indicator: Indicator, role: str) -> Indicator:
    """The indicator as a figure of this role is shown: the part and the whole of a percent are counts, and so are
    ranks, which tell nothing of small counts."""
    if role not in COUNTED:
        return indicator
    policy = None if role in RANKS else indicator.suppression
    return replace(indicator, unit=Unit.COUNT, decimals=0, scale="", multiplier=0, suppression=policy)
