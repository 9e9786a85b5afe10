"""Check 1: one indicator, area and period has one value, wherever it is printed."""

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from outturn.core.catalogue import Indicator
from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State, is_figure, show
from outturn.core.units.exact import round_half_away

DECIMALS = re.compile(r"\.(\d+)")
CELL = ["indicator", "area", "period_kind", "start", "end"]
TITLE = "Two values for one figure"


def find_two_values(evidence: Evidence) -> Iterator[Finding]:
    """A figure the source prints again elsewhere, and prints differently; or prints in one place and not in another."""
    recorded = [pl.col("value").alias("recorded"), pl.col("state").alias("recorded_state")]
    actual = evidence.values.filter(pl.col("role") == "actual").select(*CELL, *recorded)
    again = evidence.values.filter(pl.col("role") == "repeat")
    entries = {(entry.indicator, entry.area): entry for entry, _ in reversed(evidence.pairs)}
    for row in again.join(actual, on=CELL).iter_rows(named=True):
        entry = entries.get((row["indicator"], row["area"]))
        if entry is None:
            continue
        if sentence := compare_places(row, evidence.catalogue.indicators[entry.indicator]):
            yield evidence.about(entry, "one-value", TITLE, Severity.WARNING, sentence)


def compare_places(row: dict[str, Any], indicator: Indicator) -> str:
    """What the two places say of one figure; empty where they agree, or where neither says anything.

    A hidden figure is not told: the sentence says only that another page tells it.
    """
    when = Period(PeriodKind(row["period_kind"]), row["start"], row["end"]).label
    if State.SUPPRESSED in (row["recorded_state"], row["state"]):
        return compare_hidden(row, when)
    recorded, again = (show_value(row[name], indicator) for name in ("recorded", "value"))
    if not again or (recorded and agrees(row["recorded"], row["value"], row["printed"] or "")):
        return ""
    if not recorded:
        return (
            f"The summary gives no figure for {when} and another page of the source says {again}. "
            "Nothing is shown; ask the producer which is right."
        )
    return (
        f"The summary says {recorded} for {when} and another page of the source says {again}. "
        f"{recorded} is used throughout; ask the producer which is right."
    )


def compare_hidden(row: dict[str, Any], when: str) -> str:
    """Hidden in one place and printed in another; hidden in both is agreement."""
    if row["recorded_state"] == row["state"]:
        return ""
    if row["recorded_state"] == State.SUPPRESSED:
        if not is_figure(row["value"]):
            return ""
        return (
            f"The summary hides the figure for {when} and another page of the source prints it. "
            "It stays hidden here; tell the producer."
        )
    if not is_figure(row["recorded"]):
        return ""
    return (
        f"The summary prints the figure for {when} and another page of the source hides it. "
        "Ask the producer whether it may be shown."
    )


def show_value(value: float | None, indicator: Indicator) -> str:
    """The figure in words; empty where there is none."""
    return show(value, indicator.unit, indicator.decimals, scale=indicator.scale) if is_figure(value) else ""


def agrees(recorded: float, again: float, printed: str) -> bool:
    """Rounding to the precision written is agreement: 67.5% says what 67.48% says."""
    decimals = DECIMALS.search(printed)
    return recorded == again or float(round_half_away(recorded, len(decimals[1]) if decimals else 0)) == again
