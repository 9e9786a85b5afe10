"""Why: every rating in a sentence with its rule and numbers, and what to make of a rating and a chart that disagree."""

from datetime import date

from outturn.core.assess.result import Rating
from outturn.core.catalogue import Entry, EntryKind, Indicator, Meaning, Scheme, Target, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import State, Unit, as_fine, show, show_size

MEETS = {">=": "at or above", ">": "above", "<=": "at or below", "<": "below", "=": "exactly"}
GREY = "grey"
NO_CHART_OF_SUMS = (
    "No limits are drawn: the figure adds up over the year and begins again each April, so it would break every rule "
    "of a control chart by itself."
)
AVERAGE, TARGET = "national average", "target"
"""What a published comparator may be."""
OVERLAPPING = {PeriodKind.ROLLING12: "twelve", PeriodKind.ROLLING3: "three"}
OVERLAP = {"twelve": "eleven", "three": "two"}
"""How many months a point of a rolling series covers, and how many it shares with the next."""


def unrated(entry: Entry, periods: int) -> Rating:
    """The rating of an entry that has no value; `periods`: of how many it is known that they have none."""
    if entry.kind is EntryKind.NARRATIVE:
        reason = "Not rated: this entry is described in words and has no measure."
    elif entry.kind is EntryKind.MILESTONE:
        reason = "Not rated by number: this entry is a milestone."
    elif entry.target.kind is TargetKind.TBC:
        reason = "Not rated: not yet reported."
    elif periods:
        reason = "Not rated: no figure is available for any period."
    else:
        reason = "Not rated: no value has been recorded."
    operator = entry.target.operator
    return Rating(key=GREY, scheme=entry.scheme, means=Meaning.UNRATED, operator=operator, reason=reason)


def reason(row: dict, rating: Rating, entry: Entry, scheme: Scheme, indicator: Indicator, comparator: str = "") -> str:
    """One or two sentences: what was compared with what, the outcome, and the rule it was rated by.

    `comparator`: what a published comparator is (national average, target).
    """
    if row["plan_state"] == State.NOT_DUE:
        due = Period(PeriodKind(row["plan_kind"]), row["plan_start"], row["plan_end"])
        return f"Not rated: the plan of {figure(row['plan'], indicator)} is for {due.label}, which has not ended."
    needs = asks(row, entry, indicator, comparator)
    if rating.met is None:
        return _cannot(row, entry, indicator, needs)
    rule = f"({scheme.title}, version {scheme.version})"
    if rating.met:
        return f"{_met(row, indicator)}: {needs}. {rule}"
    if not rating.rated:
        return f"Not rated: {_misses(row, indicator)}, and by how much is hidden: {needs}. {rule}"
    band = scheme.band(rating.key)
    exact = ", and the figure is exactly that" if rating.gap == 0 else ""
    limit = f" {band.word} is adverse by up to {band.at_most:g}%." if band.at_most is not None else ""
    tolerated = " That is within the tolerance, and counts as met." if rating.on else ""
    aim = aim_word(entry, comparator)
    zero = f" A {aim} of nothing that is missed has no percentage." if row["plan"] == 0 else ""
    missed = _misses(row, indicator)
    return (
        f"{missed[:1].upper()}{missed[1:]}{_by(rating, indicator, aim)}: {needs}{exact}.{tolerated}{limit}{zero} {rule}"
    )


def asks(row: dict, entry: Entry, indicator: Indicator, comparator: str) -> str:
    """What the figure is held against. An average asks for nothing; the rule does."""
    if comparator == AVERAGE:
        counts = MEETS.get(entry.target.operator, "the same")
        return f"the {AVERAGE} is {_plan(row, indicator)}, and {counts} it counts as met"
    return f"the {_name(entry, comparator)} asks for {asked(row, entry, indicator)}"


def figure(value: float | None, indicator: Indicator, state: str = "known", text: str = "", finer: bool = False) -> str:
    """`finer`: with the decimals a target was set with."""
    decimals = as_fine(value, indicator.decimals) if finer else indicator.decimals
    return show(value, indicator.unit, decimals, state=State(state), scale=indicator.scale, text=text)


def asked(row: dict, entry: Entry, indicator: Indicator) -> str:
    """`at or above 56.3%`, `Green`, `below a figure that is suppressed`."""
    what = _plan(row, indicator)
    word = entry.target.operator == "=" and row["plan"] is None
    return what if word else f"{MEETS.get(entry.target.operator, 'the same as')} {what}"


def _plan(row: dict, indicator: Indicator) -> str:
    state = _plan_state(row)
    if row["plan"] is None and state is State.SUPPRESSED:
        return "a figure that is suppressed"
    return figure(row["plan"], indicator, state, row["plan_text"] or "", finer=True)


def _met(row: dict, indicator: Indicator) -> str:
    if row["state"] == State.SUPPRESSED:
        return "The figure is suppressed, but every number it can be meets it"
    value = figure(row["value"], indicator, row["state"], row["text"] or "")
    return f"{value} meets it{', whatever that figure is' if row['plan_state'] == State.SUPPRESSED else ''}"


def _misses(row: dict, indicator: Indicator) -> str:
    if row["state"] == State.SUPPRESSED:
        return "the figure is suppressed, but every number it can be misses it"
    return f"{figure(row['value'], indicator, row['state'], row['text'] or '')} misses it"


def _by(rating: Rating, indicator: Indicator, aim: str) -> str:
    """` by 0.8 pp, 1.4% of plan`; empty where the gap is hidden, or none: a strict target excludes its own figure."""
    if not rating.gap:
        return ""
    size = show_size(rating.gap, indicator.unit, indicator.decimals, scale=indicator.scale)
    share = rating.adverse_percent
    part = (
        ""
        if share is None
        else f", {show_size(share, Unit.PERCENT, 1, bare=True)}% of {aim if aim == 'plan' else f'the {aim}'}"
    )
    return f" by {size}{_people(rating, indicator)}{part}"


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


def aim_word(entry: Entry, comparator: str) -> str:
    """plan, target, or what is published to compare with."""
    names = {TargetKind.TRAJECTORY: "plan", TargetKind.COMPARATOR: comparator or "comparator"}
    return names.get(entry.target.kind, "target")


def _name(entry: Entry, comparator: str) -> str:
    if entry.target.kind in (TargetKind.REDUCE, TargetKind.INCREASE):
        return f"target, to {entry.target.kind} on {entry.target.baseline},"
    return aim_word(entry, comparator)


def _cannot(row: dict, entry: Entry, indicator: Indicator, needs: str) -> str:
    """Why nothing could be compared."""
    if row["plan_state"] == State.NOT_APPLICABLE:
        return f"Not rated: {not_in_force(row['end'], entry.target)}."
    if row["state"] == State.SUPPRESSED and row["plan_state"] != State.NOT_AVAILABLE:
        return f"Not rated: the figure is suppressed, so it cannot be told whether it is met: {needs}."
    if row["plan_state"] == State.SUPPRESSED:
        value = figure(row["value"], indicator, row["state"], row["text"] or "")
        return f"Not rated: what {value} is compared with is suppressed."
    if row["state"] == State.SUPPRESSED:
        return "Not rated: the figure is suppressed, and there is nothing to compare it with."
    if entry.target.kind is TargetKind.NONE:
        return "Not rated: there is no target for this measure."
    if entry.target.kind is TargetKind.MILESTONE:
        return "Not rated by number: the target is a milestone in words."
    if entry.ambitions:
        aim = entry.ambitions[-1]
        return f"Not rated: there is no plan for the period, only an ambition for {aim.by:%B %Y}."
    return "Not rated: there is no plan for the period."


def not_in_force(end: date, target: Target) -> str:
    """Why a target says nothing of a period that ends on that day."""
    if target.valid_from and end < target.valid_from:
        return f"the target begins on {target.valid_from.day} {target.valid_from:%B %Y}, after this period"
    if target.valid_to and end > target.valid_to:
        return f"the target ended on {target.valid_to.day} {target.valid_to:%B %Y}, before the end of this period"
    return f"the period is not later than {target.baseline}, which the target compares with"


def spc_note(note: str, indicator: Indicator, limited: bool) -> str:
    """The engine's note, and, where limits are drawn, a warning if the points of the series overlap."""
    months = OVERLAPPING.get(indicator.period_kind)
    if not months or not limited:
        return note
    overlap = (
        f"Each point covers {months} months and shares {OVERLAP[months]} of them with its neighbour, so the limits are "
        "too narrow: read runs with care."
    )
    return f"{note}. {overlap}" if note else overlap


def agreement(rating: Rating, variation: str, limits: str, aim: str = "plan") -> str:
    """A sentence when the rating of the period and the behaviour of the series tell different stories, else ''.

    `limits`: what the target's place to the limits would promise. `aim`: what the figure is held against.
    """
    behaviour = next((word for word in ("improvement", "concern") if variation.endswith(word)), "chance")
    if not rating.rated or not variation or variation.startswith("special_cause_neutral"):
        return ""
    told = (rating.on, behaviour, limits)
    words = ARGUMENTS.get(told) or ARGUMENTS.get((*told[:2], "any"), "")
    return words and f"{stands(aim, rating.on)}{words.format(aim=f'the {aim}')}"


def stands(aim: str, on: bool) -> str:
    """`On plan`, `Off target`, `Worse than the national average`. Within a tolerance is good, as the band has it."""
    if aim == AVERAGE:
        return f"Good beside the {aim}" if on else f"Worse than the {aim}"
    return f"{'On' if on else 'Off'} {aim}"


def believed(assurance: str, rating: Rating) -> str | None:
    """Assurance to speak of: limits set by earlier months may promise what the latest figure has just denied."""
    return None if denied(assurance, rating) else assurance or None


def denied(assurance: str, rating: Rating) -> bool:
    """Whether the rating of the latest figure says the other thing."""
    return (rating.off and assurance == "consistent_pass") or (rating.on and assurance == "consistent_fail")


BY_CHANCE = "but {aim} lies inside the limits: the measure will hit and miss it by chance."
ARGUMENTS = {
    (False, "improvement", "any"): ", but getting better: the change is more than chance.",
    (False, "chance", "consistent_pass"): " this time, but the process as it runs meets {aim}.",
    (False, "concern", "consistent_pass"): (
        " and getting worse, though the limits, set by earlier months, still promise {aim}: believe the latest "
        "figures, and consider whether the limits should be set anew."
    ),
    (False, "chance", "inconsistent"): f" this time, {BY_CHANCE}",
    (True, "concern", "any"): ", but getting worse: the change is more than chance.",
    (True, "chance", "consistent_fail"): " this time, but the process as it runs will not keep to {aim}.",
    (True, "chance", "inconsistent"): f" this time, {BY_CHANCE}",
    (True, "improvement", "consistent_fail"): (
        " and getting better, though the limits lie short of {aim}: consider whether they should be set anew."
    ),
}
"""(rated as met, what the series does, assurance) -> what to make of it. Combinations that agree are not listed."""
