"""What could not be assessed, or not be read back: it is shown without a rating, and nobody may take it for unrated."""

from collections.abc import Iterator

from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity


def find_not_assessed(evidence: Evidence) -> Iterator[Finding]:
    for entry, result in evidence.pairs:
        if result.fault:
            yield evidence.about(entry, "not-assessed", "Not assessed", Severity.BLOCKING, result.fault)
