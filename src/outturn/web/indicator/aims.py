"""What was promised and what is likely: targets, ambitions and the forecast, in sentences."""

from outturn.core.assess.result import Forecast, Result
from outturn.core.catalogue import ASKS_FOR, Entry, Indicator, Target, TargetKind
from outturn.core.report import cells
from outturn.core.report.say.chances import chance_words
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.wording import amount, count_of
from outturn.web.components import figures
from outturn.web.components.words import as_day

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
SET_BY = {
    "national": " Set nationally.",
    "local": " Set locally.",
    "plan": " Set by the system's own plan for the year.",
    "stretch": " A stretch: more than is asked of the system.",
}


def target_sentence(entry: Entry, unit: Indicator, result: Result) -> str:
    """What is asked for now, how it is compared, and who set it."""
    aim = entry.target
    said = KINDS[TargetKind(aim.kind)] + in_force(aim)
    if aim.kind is TargetKind.COMPARATOR and result.standing.comparator_text:
        said = f"To be as good as the published {result.standing.comparator_text}"
    if aim.baseline:
        said += f" of {aim.baseline}"
    if aim.operator and result.latest.plan is not None:
        said += f": {ASKS_FOR.get(aim.operator, aim.operator)} {cells.target(entry, unit, result, table=False).text}"
    note = cells.plan(unit, result).note
    said += f" ({note})" if note else ""
    said += ". The comparison follows from which way is good." if aim.inferred and aim.operator else "."
    return said + ("" if aim.kind in (TargetKind.NONE, TargetKind.TBC) else SET_BY.get(aim.set_by, ""))


def in_force(aim: Target) -> str:
    """` from 1 Jan 2026 to 31 Mar 2026`: when a target is applied, where that is not always."""
    began = f" from {as_day(aim.valid_from)}" if aim.valid_from else ""
    return began + (f" to {as_day(aim.valid_to)}" if aim.valid_to else "")


def ambitions(entry: Entry, unit: Indicator) -> list[str]:
    return [f"{said_of(aim.value, unit)} by {as_day(aim.by)}" for aim in entry.ambitions]


def forecast_sentences(found: Forecast, unit: Indicator) -> list[str]:
    """Where it is heading, the chance of the target, and how wrong this method has been before."""
    if not found.path:
        return [as_sentence(found.note)] if found.note else []
    end = found.path[-1]
    low, high = said_of(end.lower, unit), said_of(end.upper, unit)
    middle = f"{said_of(end.mean, unit)} in {end.period.label}"
    said = [f"If things go on as they do: {middle}, most likely between {low} and {high}."]
    if found.chance is not None and found.target is not None:
        aim = f"{found.aim or 'the target'}, {said_of(found.target, unit)},"
        said.append(f"The chance of meeting {aim} is {chance_words(found.chance)}.")
    if found.past_error is not None:
        error = amount(found.past_error, unit)
        ahead = count_of(found.past_step, "period")
        said.append(f"Looking {ahead} ahead, the same method was out by {error} on average before.")
    return said + ([as_sentence(found.note)] if found.note else [])


def said_of(value: float, unit: Indicator) -> str:
    return figures.figure(value, unit, table=False)
