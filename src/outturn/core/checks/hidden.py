"""Check 13: what is hidden stays hidden. It runs on what would be shown, so it speaks only when suppression failed."""

from collections.abc import Iterator

from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity
from outturn.core.showing import policies, totals
from outturn.core.suppress import recoverable


def recoverable_figures(evidence: Evidence) -> Iterator[Finding]:
    """A hidden figure that the figures beside it tell. The sentence does not say what they tell."""
    hiding = policies(evidence.catalogue, evidence.values)
    if not hiding:
        return
    counted = evidence.values.filter(evidence.values["indicator"].is_in(sorted(hiding)))
    told = recoverable(counted, hiding, totals(evidence.catalogue))
    entries = {(entry.indicator, entry.area): entry for entry, _ in reversed(evidence.pairs)}
    for row in told.iter_rows(named=True):
        entry = entries.get((row["indicator"], row["area"]))
        if entry is None:
            continue
        sentence = (
            f"The figure for {row['end']:%B %Y} is hidden, but other figures that are shown tell it. "
            "Do not publish: hide one more of them, or take the total out."
        )
        yield evidence.about(
            entry, "hidden-recoverable", "A hidden figure can be worked out", Severity.BLOCKING, sentence
        )
