"""What a figure is held against, and how it stands to it: the words of targets, gaps and shares."""

from outturn.core.assess.result import Rating, Result
from outturn.core.catalogue import Entry, Indicator, TargetKind
from outturn.core.units import Unit, show, show_size

STRICT = {">": "more", "<": "less"}
NO_TARGET = {
    TargetKind.TBC: "To be confirmed",
    TargetKind.NONE: "No target",
    TargetKind.MILESTONE: "Milestone",
    TargetKind.COMPARATOR: "No comparator",
    TargetKind.TRAJECTORY: "No plan for this period",
}


def aim_of(entry: Entry, result: Result) -> str:
    """What the figure is held against: plan, target, national average."""
    if entry.target.kind is TargetKind.COMPARATOR:
        return result.standing.comparator_text or "comparator"
    return "plan" if entry.target.kind is TargetKind.TRAJECTORY else "target"


def missing_target(entry: Entry) -> str:
    """What stands in place of a target that has no figure."""
    return entry.target.text or NO_TARGET.get(entry.target.kind, "No target for this period")


def gap_words(rating: Rating, aim: str = "plan") -> str:
    """`better than plan`, `worse than the target`, `on plan`; empty where nothing was compared."""
    if rating.met is None or rating.gap is None:
        return ""
    named = aim if aim == "plan" else f"the {aim}"
    if rating.met:
        return f"better than {named}" if rating.gap else f"on {named}"
    if rating.gap == 0:
        return f"exactly on {named}, which asks for {STRICT.get(rating.operator, 'more')}"
    return "within the tolerance" if rating.on else f"worse than {named}"


def share_words(rating: Rating) -> str:
    """`1.4%`: the share of plan that the figure is off by; empty where the band says that it is not off plan."""
    if not rating.off or not rating.adverse_percent:
        return ""
    return f"{show_size(rating.adverse_percent, Unit.PERCENT, 1, bare=True)}%"


def gap_note(rating: Rating, aim: str) -> str:
    """What stands under a gap: `1.4% off plan`, `better than the target`."""
    share = share_words(rating)
    if not share:
        return gap_words(rating, aim)
    return f"{share} off plan" if aim == "plan" else f"{share} off the {aim}"


def people_words(rating: Rating, indicator: Indicator) -> str:
    """`about 390 people`: what a gap in percent comes to, where the denominator is known. A gap of counts is itself."""
    if not rating.people or indicator.unit is Unit.COUNT:
        return ""
    return f"about {show(abs(rating.people), Unit.COUNT)} {indicator.people or 'people'}"
