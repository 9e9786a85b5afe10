"""What is asked of a measure: how the target is set, what it asks for now, when it holds and who set it."""

from datetime import date

from outturn.core.assess.result import Result
from outturn.core.catalogue import ASKS_FOR, Entry, Indicator, Target, TargetKind
from outturn.core.report import cells
from outturn.core.units import Unit, show

KINDS = {
    TargetKind.TRAJECTORY: "The plan changes from period to period",
    TargetKind.FLAT: "One target for every period",
    TargetKind.REDUCE: "To be lower than the baseline",
    TargetKind.INCREASE: "To be higher than the baseline",
    TargetKind.COMPARATOR: "To be as good as the published comparator",
    TargetKind.MILESTONE: "A milestone in words",
    TargetKind.TBC: "The target is not settled yet",
    TargetKind.NONE: "There is no target",
}
AGAINST_BASELINE = (TargetKind.REDUCE, TargetKind.INCREASE)
SET_BY = {
    "national": " Set nationally.",
    "local": " Set locally.",
    "plan": " Set by the system's own plan for the year.",
    "stretch": " A stretch: more than is asked of the system.",
}


def target_sentence(entry: Entry, indicator: Indicator, result: Result) -> str:
    """What is asked for now, how it is compared, and who set it."""
    aim = entry.target
    words = KINDS[aim.kind]
    if aim.kind is TargetKind.COMPARATOR and result.standing.comparator_text:
        words = f"To be as good as the published {result.standing.comparator_text}"
    if aim.baseline and aim.kind in AGAINST_BASELINE:
        words += f" of {aim.baseline}"
    words += in_force(aim)
    asked = cells.target(entry, indicator, result, table=False)
    if aim.operator and asked.value is not None:
        words += f": {ASKS_FOR.get(aim.operator, aim.operator)} {asked.text}"
    note = cells.plan(indicator, result).note
    words += f" ({note})" if note else ""
    words += ". The comparison follows from which way is good." if aim.inferred and aim.operator else "."
    return words + ("" if aim.kind in (TargetKind.NONE, TargetKind.TBC) else SET_BY.get(aim.set_by, ""))


def in_force(aim: Target) -> str:
    """` from 1 Jan 2026 to 31 Mar 2026`: when a target is applied, where that is not always."""
    began = f" from {day_words(aim.valid_from)}" if aim.valid_from else ""
    until = " to" if began else " until"
    return began + (f"{until} {day_words(aim.valid_to)}" if aim.valid_to else "")


def day_words(day: date) -> str:
    """`1 Jan 2026`."""
    return show(float(day.toordinal()), Unit.DATE)
