"""The icons of a control chart, in words: what a series did, and whether its target can be relied on."""

from outturn.core.assess.result import Result
from outturn.core.report.marks import Mark, MarkKind

VARIATION_WORDS = {
    "common_cause": "Common cause: no real change",
    "improvement_high": "Improving: special cause, high",
    "improvement_low": "Improving: special cause, low",
    "concern_high": "Concern: special cause, high",
    "concern_low": "Concern: special cause, low",
    "neutral_high": "Special cause, high",
    "neutral_low": "Special cause, low",
}
ASSURANCE_WORDS = {
    "pass": "Will meet the target as the process runs",
    "fail": "Will miss the target as the process runs",
    "inconsistent": "Will hit and miss the target by chance",
}


def list_marks(result: Result) -> tuple[Mark, ...]:
    """The variation and assurance icons; none where there are too few points. One of no known name is named."""
    seen = result.variation
    icons = (
        (MarkKind.VARIATION, seen.variation_icon, VARIATION_WORDS),
        (MarkKind.ASSURANCE, seen.assurance_icon, ASSURANCE_WORDS),
    )
    return tuple(Mark(kind, icon, words.get(icon, icon)) for kind, icon, words in icons if icon)
