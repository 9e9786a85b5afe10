"""The names of figures: `ae-4h-type1/llr-icb/actual/month:2024-10-31`. A figure has one key wherever it stands."""

from outturn.core.assess.result import Result
from outturn.core.periods import Period


def key(indicator: str, area: str, role: str, period: Period | None) -> str:
    return f"{indicator}/{area}/{role}/{period.kind.value}:{period.end.isoformat()}" if period else ""


def actual_key(result: Result) -> str:
    return key(result.indicator, result.area, "actual", result.latest.period)


def plan_key(result: Result) -> str:
    """A plan is named by its own period when it has one, else by the period it is held against."""
    return key(result.indicator, result.area, "plan", result.latest.plan_period or result.latest.period)
