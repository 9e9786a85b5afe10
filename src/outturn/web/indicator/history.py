"""What was known when: every value ever recorded for a series, restatements marked."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from outturn.core.catalogue import Indicator
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.cells import show_in_role
from outturn.core.report.wording import count_of
from outturn.records.observations.queries import WITHDRAWN

ROLES = {
    "actual": "Figure",
    "plan": "Plan",
    "previous": "Previous figure",
    "national": "National figure",
    "rank": "Rank",
    "rank_of": "Systems ranked",
    "rating": "Rating as printed",
    "comparator": "Comparator",
    "average": "National average",
    "outturn": "Forecast outturn",
    "outturn_plan": "Full-year plan",
    "outturn_rating": "Full-year rating as printed",
}


@dataclass(frozen=True)
class Said:
    """One thing said about one period. `was` is what it replaced."""

    period: str
    role: str
    value: str
    printed: str
    was: str
    release: int
    at: datetime
    withdrawn: bool


def said(rows: list[dict[str, Any]], unit: Indicator) -> list[Said]:
    """Rows of `observations.queries.history`, newest period first; within a cell, oldest release first."""
    cell = ("end", "start", "period_kind", "role")
    found: list[Said] = []
    for _, versions in groupby(rows, key=lambda row: tuple(row[name] for name in cell)):
        before = ""
        for row in versions:
            value = words(row, unit)
            found.append(one(row, value, before))
            before = value
    return found


def one(row: dict[str, Any], value: str, before: str) -> Said:
    period = Period(PeriodKind(row["period_kind"]), row["start"], row["end"])
    role = ROLES.get(row["role"], row["role"].replace("_", " ").capitalize())
    return Said(
        period.label,
        role,
        value,
        row["printed"],
        before,
        row["release__number"],
        row["release__at"],
        row["state"] == WITHDRAWN,
    )


def how_many(history: list[Said]) -> str:
    """`40 figures recorded, of which 7 restatements; 1 withdrawn since`, which is no figure. No full stop."""
    taken = sum(each.withdrawn for each in history)
    changed = sum(bool(each.was) and not each.withdrawn for each in history)
    words = f"{count_of(len(history) - taken, 'figure')} recorded"
    words += f", of which {count_of(changed, 'restatement')}" if changed else ""
    return words + (f"; {taken:,} withdrawn since" if taken else "")


def words(row: dict[str, Any], unit: Indicator) -> str:
    if row["state"] == WITHDRAWN:
        return "withdrawn"
    return (
        show_in_role(unit, row["role"], row["value"], row["state"], row["text"])
        if row["value"] is not None or not row["text"]
        else row["text"]
    )
