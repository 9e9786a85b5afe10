"""Why: every rating in a sentence, with its rule and its numbers."""

from datetime import date

from outturn.core.assess.figures import Judged
from outturn.core.assess.result import Rating
from outturn.core.assess.standing import AVERAGE
from outturn.core.catalogue import ASKS_FOR, NO_BAND, Entry, EntryKind, Indicator, Meaning, Scheme, Target, TargetKind
from outturn.core.units import State, Unit, as_fine, show, show_size


def leave_unrated(entry: Entry, periods: int) -> Rating:
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
    return Rating(key=NO_BAND, scheme=entry.scheme, means=Meaning.UNRATED, operator=operator, reason=reason)


def give_reason(
    figure: Judged, rating: Rating, entry: Entry, scheme: Scheme, indicator: Indicator, comparator: str = ""
) -> str:
    """One or two sentences: what was compared with what, the outcome, and the rule it was rated by.

    `comparator`: what a published comparator is (national average, target).
    """
    if figure.plan.state is State.NOT_DUE and figure.plan.period:
        due = figure.plan.period.label
        return f"Not rated: the plan of {show_figure(figure.plan.value, indicator)} is for {due}, which has not ended."
    needs = say_needs(figure, entry, indicator, comparator)
    if rating.met is None:
        return _say_why_not(figure, entry, indicator, needs)
    rule = f"({scheme.title}, version {scheme.version})"
    if rating.met:
        return f"{_say_met(figure, indicator)}: {needs}. {rule}"
    if not rating.rated:
        return f"Not rated: {_say_missed(figure, indicator)}, and by how much is hidden: {needs}. {rule}"
    band = scheme.band(rating.key)
    exact = ", and the figure is exactly that" if rating.gap == 0 else ""
    limit = f" {band.word} is adverse by up to {band.at_most:g}%." if band.at_most is not None else ""
    tolerated = " That is within the tolerance, and counts as met." if rating.on else ""
    aim = name_aim(entry, comparator)
    zero = f" A {aim} of nothing that is missed has no percentage." if figure.plan.value == 0 else ""
    missed = _say_missed(figure, indicator)
    by = _say_by_how_much(rating, indicator, aim)
    return f"{missed[:1].upper()}{missed[1:]}{by}: {needs}{exact}.{tolerated}{limit}{zero} {rule}"


def say_needs(figure: Judged, entry: Entry, indicator: Indicator, comparator: str) -> str:
    """What the figure is held against. An average asks for nothing; the rule does."""
    if comparator == AVERAGE:
        counts = ASKS_FOR.get(entry.target.operator, "the same")
        return f"the {AVERAGE} is {_say_plan(figure, indicator)}, and {counts} it counts as met"
    return f"the {_name_needs(entry, comparator)} asks for {say_aim(figure, entry, indicator)}"


def show_figure(
    value: float | None, indicator: Indicator, state: State = State.KNOWN, text: str = "", finer: bool = False
) -> str:
    """`finer`: with the decimals a target was set with."""
    decimals = as_fine(value, indicator.decimals) if finer else indicator.decimals
    return show(value, indicator.unit, decimals, state=state, scale=indicator.scale, text=text)


def say_aim(figure: Judged, entry: Entry, indicator: Indicator) -> str:
    """`at or above 56.3%`, `Green`, `below a figure that is suppressed`."""
    what = _say_plan(figure, indicator)
    word = entry.target.operator == "=" and figure.plan.value is None
    return what if word else f"{ASKS_FOR.get(entry.target.operator, 'the same as')} {what}"


def _say_plan(figure: Judged, indicator: Indicator) -> str:
    state = _find_plan_state(figure)
    if figure.plan.value is None and state is State.SUPPRESSED:
        return "a figure that is suppressed"
    return show_figure(figure.plan.value, indicator, state, figure.plan.text, finer=True)


def _say_met(figure: Judged, indicator: Indicator) -> str:
    if figure.state is State.SUPPRESSED:
        return "The figure is suppressed, but every number it can be meets it"
    value = show_figure(figure.value, indicator, figure.state, figure.text)
    return f"{value} meets it{', whatever that figure is' if figure.plan.state is State.SUPPRESSED else ''}"


def _say_missed(figure: Judged, indicator: Indicator) -> str:
    if figure.state is State.SUPPRESSED:
        return "the figure is suppressed, but every number it can be misses it"
    return f"{show_figure(figure.value, indicator, figure.state, figure.text)} misses it"


def _say_by_how_much(rating: Rating, indicator: Indicator, aim: str) -> str:
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
    return f" by {size}{_say_people(rating, indicator)}{part}"


def _say_people(rating: Rating, indicator: Indicator) -> str:
    """` people`, or `, about 320 people` where the gap is a share of a known number of them."""
    if rating.people is None:
        return ""
    if indicator.unit is Unit.COUNT:
        return f" {indicator.people}"
    return f", about {show(abs(rating.people), Unit.COUNT)} people"


def _find_plan_state(figure: Judged) -> State:
    return State.KNOWN if figure.plan.state is State.NOT_DUE else figure.plan.state


def name_aim(entry: Entry, comparator: str) -> str:
    """plan, target, or what is published to compare with."""
    names = {TargetKind.TRAJECTORY: "plan", TargetKind.COMPARATOR: comparator or "comparator"}
    return names.get(entry.target.kind, "target")


def _name_needs(entry: Entry, comparator: str) -> str:
    if entry.target.kind in (TargetKind.REDUCE, TargetKind.INCREASE):
        return f"target, to {entry.target.kind} on {entry.target.baseline},"
    return name_aim(entry, comparator)


def _say_why_not(figure: Judged, entry: Entry, indicator: Indicator, needs: str) -> str:
    """Why nothing could be compared."""
    if figure.plan.state is State.NOT_APPLICABLE:
        return f"Not rated: {not_in_force(figure.period.end, entry.target)}."
    if figure.state is State.SUPPRESSED and figure.plan.state is not State.NOT_AVAILABLE:
        return f"Not rated: the figure is suppressed, so it cannot be compared: {needs}."
    if figure.plan.state is State.SUPPRESSED:
        value = show_figure(figure.value, indicator, figure.state, figure.text)
        return f"Not rated: what {value} is compared with is suppressed."
    if figure.state is State.SUPPRESSED:
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
