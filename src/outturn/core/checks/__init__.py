"""The checks that argue: each one small function from Evidence to findings."""

from collections.abc import Callable, Iterator

from outturn.core.checks import directions, hidden, narrative, ratings, values
from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity

CHECKS: tuple[Callable[[Evidence], Iterator[Finding]], ...] = (
    values.one_value,
    ratings.printed_rating,
    hidden.recoverable_figures,
    ratings.quarter_of_table,
    directions.printed_good_is,
    narrative.adverse_without_answer,
    narrative.draft_words,
    narrative.live_figures,
)


def run(evidence: Evidence) -> list[Finding]:
    """All findings, each once."""
    found = {finding.fingerprint: finding for check in CHECKS for finding in check(evidence)}
    return list(found.values())


__all__ = ["CHECKS", "Evidence", "Finding", "Severity", "run"]
