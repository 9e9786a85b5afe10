"""Check 13: what is hidden stays hidden. It runs on what would be shown, so it speaks only when suppression failed."""

from collections.abc import Iterator

from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity
from outturn.core.suppress.cells import said_once
from outturn.core.suppress.declared import covered, policies_of, ties_of
from outturn.core.suppress.recoverable import recoverable_of


def recoverable_figures(evidence: Evidence) -> Iterator[Finding]:
    """A hidden figure that the figures beside it, or those shown on another day, tell. The sentence does not say what
    they tell."""
    hiding = covered(evidence.catalogue)
    said = evidence.versions if evidence.versions is not None else said_once(evidence.values)
    counted = said.filter(said["indicator"].is_in(sorted(hiding)))
    if counted.is_empty():
        return
    told = recoverable_of(counted, policies_of(evidence.catalogue), ties_of(evidence.catalogue))
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
