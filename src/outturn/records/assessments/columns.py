"""A result as a row: the columns that it is kept in, and those that follow from it."""

from typing import Any

from outturn.core.assess.keeping import COLUMNS, PERIODS, take_apart
from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry
from outturn.core.report.say.headline import worsening_for
from outturn.core.report.say.order import urgency_of

PARTS = ("kind", "start", "end")
READ = (*COLUMNS, *(f"{name}_{part}" for name in PERIODS for part in PARTS), "fault")
"""The columns from which, with `rest`, a result is put together."""


def fill_row(entry: Entry | None, result: Result) -> tuple[dict[str, Any], str]:
    """The columns of an Assessment but whose it is, and the text of its points. Raises CannotKeep.

    Without an entry (its definitions cannot be read any more) it is not known which way is welcome.
    """
    kept = take_apart(result)
    return kept.columns | derive(entry, result) | {"rest": kept.rest}, kept.points


def derive(entry: Entry | None, result: Result) -> dict[str, Any]:
    """What a database orders and filters by, and no reader is shown."""
    band, share, _ = urgency_of(result)
    restated = result.points.restated
    return {
        "urgency_band": band,
        "urgency_share": share,
        "worsening": worsening_for(entry, result) if entry else 0,
        "restated": bool(restated) and restated[-1] is not None,
    }
