"""How figures are made, in words: when a band applies, what an icon means, what each constant of a rule set decides."""

from outturn.core.catalogue import Band, Scheme, When
from outturn.core.report.pictures import Mark, MarkKind
from outturn.core.report.say.icons import ASSURANCE_WORDS, VARIATION_WORDS

WHEN: dict[str, str] = {
    When.MET: "The target is met",
    When.NO_PLAN: "There is no plan for the period",
    When.NOT_DUE: "The plan is for a period that has not ended",
    When.SUPPRESSED: "The figure is suppressed, so it cannot be compared",
    When.ALWAYS: "In every other case",
}


def say_when(scheme: Scheme, band: Band) -> str:
    """When the band applies, after those above it did not."""
    if band.when != When.ADVERSE:
        return WHEN[band.when]
    if band.at_most is not None:
        return f"Worse than the target by up to {band.at_most:g}% of it"
    nearer = any(each.when == When.ADVERSE and each.at_most is not None for each in scheme.bands)
    return "Worse than the target by more" if nearer else "The target is not met"


VARIATION = {
    "common_cause": "Nothing has changed more than chance would.",
    "improvement_high": "A change that is welcome. H says it is high, L that it is low.",
    "concern_low": "A change that is not welcome.",
    "neutral_high": "A change, where neither way is better.",
}
ASSURANCE = {
    "pass": "The limits lie wholly on the good side of the target.",
    "inconsistent": "The target lies between the limits: whether it is met is chance.",
    "fail": "The limits lie wholly on the bad side: without a change it is not met.",
}
"""By icon: what it rests on. High and low of one kind are said once."""


def list_icons() -> tuple[tuple[Mark, str], ...]:
    """Each icon, called as in papers, and what it rests on."""
    variation = ((Mark(MarkKind.VARIATION, key, VARIATION_WORDS[key]), words) for key, words in VARIATION.items())
    assurance = ((Mark(MarkKind.ASSURANCE, key, ASSURANCE_WORDS[key]), words) for key, words in ASSURANCE.items())
    return (*variation, *assurance)


RULES = {
    "version": "Version",
    "run_length": "Shift: points in a row on one side of the mean",
    "trend_length": "Trend: points in a row that rise or fall",
    "limit_factor": "Limits: this many times the average moving range from the mean",
    "screen_factor": "Moving ranges beyond this many times their average are left out",
    "screen_outliers": "Outlying moving ranges are left out of the limits",
    "keep_some_variation": "Nothing is left out where that would remove all variation",
    "beyond_counts_as_close": "Two of three: a point beyond the limit counts as close to it",
    "minimum_points": "Values needed for limits and icons",
    "advised_points": "Values needed for limits without a warning",
    "minimum_fixed": "Values needed for limits that are kept from then on",
    "target_on_limit_is_beyond": "A target exactly on a limit counts as beyond it",
    "improvement_wins": "A point with a good and a bad signal shows the good one",
    "left_out_is_gap": "A period that is left out breaks a run",
    "rebase_needs_equal_date": "New limits begin only where a point has that very date",
    "assurance_without_limits": "Assurance where there are no limits",
    "level_step_falls": "A trend that ends on an equal value is labelled as falling",
    "icons_from_last_row": "Icons describe the last period, even without a value",
    "icons_at_any_length": "The variation icon is shown however few the values",
    "improvement_direction": "What is good, where nothing says so",
}
"""What each constant of a rule set decides."""

CONSTANTS = {"True": "yes", "False": "no", "None": "–"}


def say_constant(value: object) -> str:
    return CONSTANTS.get(str(value), str(value).replace("_", " "))
