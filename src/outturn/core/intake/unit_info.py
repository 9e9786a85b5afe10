"""What intake must know of an indicator."""

from dataclasses import dataclass

from outturn.core.catalogue import Indicator
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit


@dataclass(frozen=True)
class UnitInfo:
    """`scale` is what money is held in; `multiplier` is 1,000 for a rate per 1,000, 0 where there is none;
    `accumulation` is what a figure adds up: `rolling_12` reaches back twelve months from the end of its period."""

    unit: Unit
    scale: str = ""
    period_kind: PeriodKind | None = None
    multiplier: float = 0
    accumulation: str = ""

    @classmethod
    def of(cls, indicator: Indicator) -> "UnitInfo":
        return cls(indicator.unit, indicator.scale, indicator.period_kind, indicator.multiplier, indicator.accumulation)
