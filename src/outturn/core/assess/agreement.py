"""What to make of a rating and a chart that disagree."""

from outturn.core.assess.result import Rating
from outturn.core.assess.standing import AVERAGE


def say_disagreement(rating: Rating, variation: str, limits: str, aim: str = "plan") -> str:
    """A sentence when the rating of the period and the behaviour of the series tell different stories, else ''.

    `limits`: what the target's place to the limits would promise. `aim`: what the figure is held against.
    """
    behaviour = next((word for word in ("improvement", "concern") if variation.endswith(word)), "chance")
    if not rating.rated or not variation or variation.startswith("special_cause_neutral"):
        return ""
    case = (rating.on, behaviour, limits)
    words = ARGUMENTS.get(case) or ARGUMENTS.get((*case[:2], "any"), "")
    return words and f"{stands(aim, rating.on)}{words.format(aim=f'the {aim}')}"


def stands(aim: str, on: bool) -> str:
    """`On plan`, `Off target`, `Worse than the national average`. Within a tolerance is good, as the band has it."""
    if aim == AVERAGE:
        return f"Good beside the {aim}" if on else f"Worse than the {aim}"
    return f"{'On' if on else 'Off'} {aim}"


def believe(assurance: str, rating: Rating) -> str | None:
    """Assurance to speak of: limits set by earlier months may promise what the latest figure has just denied."""
    return None if contradicts(assurance, rating) else assurance or None


def contradicts(assurance: str, rating: Rating) -> bool:
    """Whether the rating of the latest figure says the other thing."""
    return (rating.off and assurance == "consistent_pass") or (rating.on and assurance == "consistent_fail")


BY_CHANCE = "but {aim} lies inside the limits: the measure will hit and miss it by chance."
ARGUMENTS = {
    (False, "improvement", "any"): ", but getting better: the change is more than chance.",
    (False, "chance", "consistent_pass"): " this time, but the process as it runs meets {aim}.",
    (False, "concern", "consistent_pass"): (
        " and getting worse, though the limits, set by earlier months, still promise {aim}: believe the latest "
        "figures, and consider whether the limits should be reset."
    ),
    (False, "chance", "inconsistent"): f" this time, {BY_CHANCE}",
    (True, "concern", "any"): ", but getting worse: the change is more than chance.",
    (True, "chance", "consistent_fail"): " this time, but the process as it runs will not keep to {aim}.",
    (True, "chance", "inconsistent"): f" this time, {BY_CHANCE}",
    (True, "improvement", "consistent_fail"): (
        " and getting better, though the limits lie short of {aim}: consider whether they should be reset."
    ),
}
"""(rated as met, what the series does, assurance) -> what to make of it. Combinations that agree are not listed."""
