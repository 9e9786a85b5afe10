"""The checks that argue: each one small function from Evidence to findings."""

from collections.abc import Callable, Iterator

from outturn.core.checks import directions, faults, hidden, narrative, ratings, values
from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity

Check = Callable[[Evidence], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    faults.find_not_assessed,
    values.find_two_values,
    ratings.compare_printed_ratings,
    hidden.find_recoverable_figures,
    ratings.find_misplaced_ranks,
    directions.question_printed_directions,
    directions.tell_turned_directions,
    narrative.find_unanswered,
    narrative.find_draft_words,
    narrative.find_broken_figures,
)


def run(evidence: Evidence, checks: tuple[Check, ...] = CHECKS) -> list[Finding]:
    """All findings, each once. A check that stops is a finding itself: what it looks for was not looked at."""
    findings = {finding.fingerprint: finding for check in checks for finding in run_one(check, evidence)}
    return list(findings.values())


def run_one(check: Check, evidence: Evidence) -> list[Finding]:
    """Checks read what people record, and a defect in one of them must not undo a release: it is said, and blocks."""
    try:
        return list(check(evidence))
    except Exception as problem:
        name = f"{check.__module__.rsplit('.', 1)[-1]}.{check.__name__}"
        sentence = f"{type(problem).__name__}: {problem}. What it looks for was not looked at. Tell your Outturn team."
        return [Finding("check-stopped", "A check stopped", Severity.BLOCKING, f"Check {name}", sentence)]


__all__ = ["CHECKS", "Evidence", "Finding", "Severity", "run"]
