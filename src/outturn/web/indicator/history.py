"""What was known when: every value ever recorded for a series, restatements marked."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from outturn.core.catalogue import Indicator, name_role
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.cells import show_in_role
from outturn.core.report.say.history import say_recorded
from outturn.core.units import State
from outturn.records.observations.queries import WITHDRAWN


@dataclass(frozen=True)
class Said:
    """One thing said about one period. `was` is what it replaced; `there`: it is a figure, or words in place of one."""

    period: str
    role: str
    value: str
    printed: str
    was: str
    release: int
    at: datetime
    withdrawn: bool
    there: bool


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
    return Said(
        period.label,
        name_role(row["role"]),
        value,
        row["printed"],
        before,
        row["release__number"],
        row["release__at"],
        row["state"] == WITHDRAWN,
        is_figure(row),
    )


def is_figure(row: dict[str, Any]) -> bool:
    """Not that none is due, or that none is to be had, whatever the source wrote for it."""
    return row["state"] in (State.KNOWN, State.PROVISIONAL, State.SUPPRESSED)


def count_recorded(history: list[Said]) -> str:
    stands = [each for each in history if not each.withdrawn]
    return say_recorded(
        sum(each.there for each in stands),
        sum(not each.there for each in stands),
        sum(bool(each.was) for each in stands),
        len(history) - len(stands),
    )


def words(row: dict[str, Any], unit: Indicator) -> str:
    if row["state"] == WITHDRAWN:
        return "withdrawn"
    return (
        show_in_role(unit, row["role"], row["value"], row["state"], row["text"])
        if row["value"] is not None or not row["text"]
        else row["text"]
    )
