"""Check 13: what is hidden stays hidden. It runs on what is shown, so it speaks only where suppression could not help:
what tells a small count was shown before the count came, or the figures arrived so."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity
from outturn.core.subject import Subject
from outturn.core.suppress.cells import say_in_one_release
from outturn.core.suppress.declared import list_covered

RULE, TITLE = "hidden-recoverable", "A hidden figure can be worked out"
SENTENCE = (
    "The figure for {when} is hidden, but other figures that are shown, or were on an earlier day, tell it. "
    "Do not publish: hide one more of them, or take the total out."
)


def find_recoverable_figures(evidence: Evidence) -> Iterator[Finding]:
    """A hidden figure that the figures beside it, or those of another day, tell. The sentence does not say what they
    tell."""
    hiding = list_covered(evidence.catalogue)
    values = say_in_one_release(evidence.values) if evidence.versions is None else evidence.versions
    counted = values.filter(pl.col("indicator").is_in(sorted(hiding)))
    if counted.is_empty():
        return
    entries = {(entry.indicator, entry.area): entry for entry, _ in reversed(evidence.pairs)}
    for row in evidence.solve(counted, evidence.catalogue).iter_rows(named=True):
        entry = entries.get((row["indicator"], row["area"]))
        sentence = SENTENCE.format(when=f"{row['end']:%B %Y}")
        if entry:
            yield evidence.about(entry, RULE, TITLE, Severity.BLOCKING, sentence)
        else:
            place = place_of(row, evidence.catalogue)
            subject = Subject(indicator=row["indicator"], area=row["area"])
            yield Finding(RULE, TITLE, Severity.BLOCKING, place, sentence, subject)


def place_of(row: dict[str, Any], catalogue: Catalogue) -> str:
    """An area without an entry of its own has no page, but what was restated of it is on that of the release."""
    indicator, area = catalogue.indicators.get(row["indicator"]), catalogue.areas.get(row["area"])
    return f"{indicator.short if indicator else row['indicator']}, {area.short if area else row['area']}"
