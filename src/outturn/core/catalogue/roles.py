"""What a figure is: what the measure was, what was planned for it, what others have, what the source itself prints."""

from enum import StrEnum


class FigureRole(StrEnum):
    ACTUAL = "actual"
    PLAN = "plan"
    PLAN_TEXT = "plan_text"
    AMBITION = "ambition"
    AMBITION_TEXT = "ambition_text"
    FORECAST = "forecast"
    PREVIOUS = "previous"
    COMPARATOR = "comparator"
    COMPARATOR_TEXT = "comparator_text"
    AVERAGE = "average"
    NATIONAL = "national"
    RANK = "rank"
    RANK_OF = "rank_of"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VARIANCE = "variance"
    VARIANCE_PERCENT = "variance_percent"
    PRINTED_RATING = "printed_rating"
    PRINTED_MOVEMENT = "printed_movement"
    PRINTED_GOOD_IS = "printed_good_is"
    ROUNDED = "rounded"
    REPEAT = "repeat"
    REPEAT_PLAN = "repeat_plan"
    REPEAT_PLAN_TEXT = "repeat_plan_text"


MEANT_BY: dict[FigureRole, str] = {
    FigureRole.ACTUAL: "What the measure was. Without another role, a figure is this.",
    FigureRole.PLAN: "What was planned for the period: the trajectory.",
    FigureRole.PLAN_TEXT: "A plan in words. Words in a column of plans become it by themselves.",
    FigureRole.AMBITION: "A goal by a later date; never the plan of a month.",
    FigureRole.AMBITION_TEXT: "An ambition in words.",
    FigureRole.FORECAST: "Where the source expects the year to end.",
    FigureRole.PREVIOUS: "The figure before, where the source prints it without a period of its own.",
    FigureRole.COMPARATOR: "What the source holds the measure against, where it prints a target beside it.",
    FigureRole.COMPARATOR_TEXT: "A comparator in words.",
    FigureRole.AVERAGE: "A comparator that is an average of others, such as the national one.",
    FigureRole.NATIONAL: "The figure of England.",
    FigureRole.RANK: "The place among all that report; 1 is best.",
    FigureRole.RANK_OF: "How many were ranked. `24/42` in a column of ranks gives both.",
    FigureRole.NUMERATOR: "The count above the line of a percent or a rate.",
    FigureRole.DENOMINATOR: "The count below the line; with it, the gap of a percent is also given in people.",
    FigureRole.VARIANCE: "How far the source says the figure is from its plan. Kept, and not shown.",
    FigureRole.VARIANCE_PERCENT: "The same, in percent of the plan. Kept, and not shown.",
    FigureRole.PRINTED_RATING: "The rating that the source prints, held against the one its rule gives.",
    FigureRole.PRINTED_MOVEMENT: "The arrow that the source prints. Kept, and not shown.",
    FigureRole.PRINTED_GOOD_IS: "What the source prints as good. Kept, and not shown.",
    FigureRole.ROUNDED: "A coarser print of a figure that is recorded elsewhere. Kept, and not shown.",
    FigureRole.REPEAT: "A figure that the source prints a second time, held against the first.",
    FigureRole.REPEAT_PLAN: "A plan that the source prints a second time. Kept, and not shown.",
    FigureRole.REPEAT_PLAN_TEXT: "The same in words.",
}
"""By role, for whoever writes a layout: the table of the guide is made from it."""

NAMES: dict[str, str] = {
    FigureRole.ACTUAL: "Figure",
    FigureRole.PLAN: "Plan",
    FigureRole.PLAN_TEXT: "Plan in words",
    FigureRole.AMBITION: "Ambition",
    FigureRole.AMBITION_TEXT: "Ambition in words",
    FigureRole.FORECAST: "Forecast outturn",
    FigureRole.PREVIOUS: "Previous figure",
    FigureRole.COMPARATOR: "Comparator",
    FigureRole.COMPARATOR_TEXT: "Comparator in words",
    FigureRole.AVERAGE: "National average",
    FigureRole.NATIONAL: "National figure",
    FigureRole.RANK: "Rank",
    FigureRole.RANK_OF: "Systems ranked",
    FigureRole.NUMERATOR: "Numerator",
    FigureRole.DENOMINATOR: "Denominator",
    FigureRole.VARIANCE: "Variance as printed",
    FigureRole.VARIANCE_PERCENT: "Variance as printed, in percent",
    FigureRole.PRINTED_RATING: "Rating as printed",
    FigureRole.PRINTED_MOVEMENT: "Arrow as printed",
    FigureRole.PRINTED_GOOD_IS: "What is good, as printed",
    FigureRole.ROUNDED: "Rounded figure",
    FigureRole.REPEAT: "Figure printed again",
    FigureRole.REPEAT_PLAN: "Plan printed again",
    FigureRole.REPEAT_PLAN_TEXT: "Plan in words, printed again",
}
"""What a figure of a role is called where figures of several stand in one list."""


def name_role(role: str) -> str:
    """One of an earlier version keeps its own word."""
    return NAMES.get(role, role.replace("_", " ").capitalize())
