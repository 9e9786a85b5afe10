"""Check 1: one indicator, area and period has one value, wherever it is printed."""

import re
from collections.abc import Iterator

import polars as pl

from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity
from outturn.core.units import show
from outturn.core.units.exact import rounded

DECIMALS = re.compile(r"\.(\d+)")
CELL = ["indicator", "area", "period_kind", "start", "end"]


def one_value(evidence: Evidence) -> Iterator[Finding]:
    """A figure the source prints again elsewhere, and prints differently."""
    actual = evidence.values.filter(pl.col("role") == "actual").select(*CELL, pl.col("value").alias("recorded"))
    again = evidence.values.filter((pl.col("role") == "repeat") & pl.col("value").is_not_null())
    rows = again.join(actual, on=CELL)
    entries = {(entry.indicator, entry.area): entry for entry, _ in reversed(evidence.pairs)}
    for row in rows.iter_rows(named=True):
        entry = entries.get((row["indicator"], row["area"]))
        if entry is None or agrees(row["recorded"], row["value"], row["printed"]):
            continue
        indicator = evidence.catalogue.indicators[entry.indicator]
        recorded, printed = (
            show(number, indicator.unit, indicator.decimals, scale=indicator.scale)
            for number in (row["recorded"], row["value"])
        )
        sentence = (
            f"The summary says {recorded} for {row['end']:%B %Y} and another page of the source says {printed}. "
            f"{recorded} is used throughout; ask the producer which is right."
        )
        yield evidence.about(entry, "one-value", "Two values for one figure", Severity.WARNING, sentence)


def agrees(recorded: float, again: float, printed: str) -> bool:
    """Rounding to the precision written is agreement: 67.5% says what 67.48% says."""
    found = DECIMALS.search(printed)
    return recorded == again or float(rounded(recorded, len(found[1]) if found else 0)) == again
