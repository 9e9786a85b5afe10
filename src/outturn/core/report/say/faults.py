"""What could not be assessed."""

from collections.abc import Sequence

from outturn.core.report.wording import join_in_words

MOST = 5


def say_unassessed(names: Sequence[str], total: int) -> str:
    """Says which measures are shown without a rating because assessing or reading them failed; empty for none.

    `names`: of the first few of them, `total` of all.
    """
    if not total:
        return ""
    what = "The findings say what to do."
    if total == 1:
        return f"{names[0]} could not be assessed and is shown without a rating. {what}"
    rest = [f"{total - MOST:,} more"] if total > MOST else []
    listed = join_in_words([*names[:MOST], *rest])
    return f"{total:,} measures could not be assessed and are shown without a rating: {listed}. {what}"
