"""What could not be assessed."""

from collections.abc import Sequence

from outturn.core.report.wording import spoken_list

MOST = 5


def unassessed(names: Sequence[str]) -> str:
    """Names the measures that are shown without a rating because assessing or reading them failed; empty for none."""
    if not names:
        return ""
    what = "The findings say what to do."
    if len(names) == 1:
        return f"{names[0]} could not be assessed and is shown without a rating. {what}"
    rest = [f"{len(names) - MOST:,} more"] if len(names) > MOST else []
    listed = spoken_list([*names[:MOST], *rest])
    return f"{len(names):,} measures could not be assessed and are shown without a rating: {listed}. {what}"
