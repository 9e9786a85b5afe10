"""Why: every rating in a sentence with its rule and numbers, and what to make of a rating and a chart that disagree."""

from outturn.core.assess.result import Rating, Variation
from outturn.core.catalogue import Entry, EntryKind, Indicator, Scheme, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State, Unit, as_fine, show, show_signed

MEETS = {">=": "at or above", ">": "above", "<=": "at or below", "<": "below", "=": "equal to"}
GREY = "grey"
OVERLAPPING = {PeriodKind.ROLLING12, PeriodKind.ROLLING3}


def unrated(entry: Entry) -> Rating:
    """The rating of an entry that has no value."""
    if entry.kind is EntryKind.NARRATIVE:
        reason = "Not rated: this priority is described in words and has no measure."
    elif entry.kind is EntryKind.MILESTONE:
        reason = "Not rated by number: this priority is a milestone."
    elif entry.target.kind is TargetKind.TBC:
        reason = "Not rated: not yet reported."
    else:
        reason = "Not rated: no value has been recorded."
    return Rating(key=GREY, scheme=entry.scheme, operator=entry.target.operator, reason=reason)


def reason(row: dict, rating: Rating, entry: Entry, scheme: Scheme, indicator: Indicator) -> str:
    """One or two sentences: what was compared with what, the outcome, and the rule it was rated by."""
    value = show(row["value"], indicator.unit, indicator.decimals, state=State(row["state"]), scale=indicator.scale,
                 text=row["text"] or "")  # fmt: skip
    plan = show(row["plan"], indicator.unit, as_fine(row["plan"], indicator.decimals), state=_plan_state(row),
                scale=indicator.scale, text=row["plan_text"] or "")  # fmt: skip
    if row["plan_state"] == State.NOT_DUE:
        due = Period(PeriodKind(row["plan_kind"]), row["plan_start"], row["plan_end"])
        planned = show(row["plan"], indicator.unit, indicator.decimals, scale=indicator.scale)
        return f"Not rated: the plan of {planned} is for {due.label}, which has not ended."
    if rating.met is None:
        return _cannot(row, entry, value, plan)
    rule = f"{scheme.title}, version {scheme.version}"
    needs = f"the {_name(entry)} asks for {MEETS[entry.target.operator]} {plan}"
    if rating.met:
        return f"{value} meets it: {needs}. ({rule})"
    if rating.key == GREY and State.SUPPRESSED in (row["state"], row["plan_state"]):
        return f"Not rated: {value} misses it, but by how much is suppressed: {needs}. ({rule})"
    gap = (
        show_signed(rating.gap, indicator.unit, indicator.decimals, scale=indicator.scale)
        if rating.gap is not None
        else ""
    )
    share = f", {show(rating.adverse_percent, Unit.PERCENT, 1)} of plan" if rating.adverse_percent is not None else ""
    by = f" by {gap.lstrip('+−')}{_people(rating, indicator)}{share}" if gap else ""
    band = scheme.band(rating.key)
    limit = f" {band.word} is adverse by up to {band.at_most:g}%." if band.at_most is not None else ""
    zero = " A plan of nothing that is missed has no percentage." if row["plan"] == 0 else ""
    return f"{value} misses it{by}: {needs}.{limit}{zero} ({rule})"


def _people(rating: Rating, indicator: Indicator) -> str:
    """` people`, or `, about 320 people` where the gap is a share of a known number of them."""
    if rating.people is None:
        return ""
    if indicator.unit is Unit.COUNT:
        return f" {indicator.people}"
    return f", about {show(abs(rating.people), Unit.COUNT)} people"


def _plan_state(row: dict) -> State:
    state = State(row["plan_state"] or State.NOT_AVAILABLE)
    return State.KNOWN if state is State.NOT_DUE else state


def _name(entry: Entry) -> str:
    names = {TargetKind.TRAJECTORY: "plan", TargetKind.COMPARATOR: "comparator", TargetKind.FLAT: "target"}
    if entry.target.kind in (TargetKind.REDUCE, TargetKind.INCREASE):
        return f"target, to {entry.target.kind} on {entry.target.baseline},"
    return names.get(entry.target.kind, "target")


def _cannot(row: dict, entry: Entry, value: str, plan: str) -> str:
    if row["state"] == State.SUPPRESSED:
        asked = f"{MEETS.get(entry.target.operator, 'against')} {plan}"
        return f"Not rated: the figure is suppressed, so it cannot be told whether it is {asked}."
    if row["plan_state"] == State.SUPPRESSED:
        return f"Not rated: what {value} is compared with is suppressed."
    if entry.target.kind is TargetKind.NONE:
        return "Not rated: there is no national target for this measure."
    if entry.ambitions:
        aim = entry.ambitions[-1]
        return f"Not rated: there is no plan for the period, only an ambition for {aim.by:%B %Y}."
    return "Not rated: there is no plan for the period."


def spc_note(note: str, indicator: Indicator) -> str:
    """The engine's note, with a warning where the points of the series overlap."""
    overlap = (
        "Each point covers twelve months and shares eleven of them with its neighbour, so the limits are too narrow: "
        "read runs with care."
        if indicator.period_kind in OVERLAPPING
        else ""
    )
    return " ".join(words for words in (note, overlap) if words)


def agreement(rating: Rating, seen: Variation) -> str:
    """A sentence when the rating of the period and the behaviour of the series tell different stories, else ''."""
    behaviour = next((word for word in ("improvement", "concern") if seen.variation.endswith(word)), "chance")
    if rating.met is None or not seen.variation:
        return ""
    told = (rating.met, behaviour, seen.assurance)
    return ARGUMENTS.get(told) or ARGUMENTS.get((*told[:2], "any"), "")


def believed(assurance: str, rating: Rating) -> str | None:
    """Assurance to speak of: limits set by earlier months may promise what the latest figure has just denied."""
    denied = (rating.met is False and assurance == "consistent_pass") or (
        rating.met is True and assurance == "consistent_fail"
    )
    return None if denied else assurance or None


BY_CHANCE = "but the plan lies inside the limits: the measure will hit and miss it by chance."
ARGUMENTS = {
    (False, "improvement", "any"): "Off plan, but getting better: the change is more than chance.",
    (False, "chance", "consistent_pass"): "Off plan this time, but the process as it runs meets the plan.",
    (False, "concern", "consistent_pass"): (
        "Off plan and getting worse, though the limits, set by earlier months, still promise the plan: believe the "
        "latest figures, and consider whether the limits should be set anew."
    ),
    (False, "chance", "inconsistent"): f"Off plan this time, {BY_CHANCE}",
    (True, "concern", "any"): "On plan, but getting worse: the change is more than chance.",
    (True, "chance", "consistent_fail"): "On plan this time, but the process as it runs will not keep to the plan.",
    (True, "chance", "inconsistent"): f"On plan this time, {BY_CHANCE}",
    (True, "improvement", "consistent_fail"): (
        "On plan and getting better, though the limits lie short of the plan: consider whether they should be set anew."
    ),
}
"""(plan met, what the series does, assurance) -> what to make of it. Combinations that agree are not listed."""
