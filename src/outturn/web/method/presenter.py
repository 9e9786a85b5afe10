"""The method pages: rating schemes and rule sets as tables, read from the definitions themselves."""

from dataclasses import dataclass

from outturn.core.catalogue import Band, Scheme
from outturn.core.report.cells import chip_of
from outturn.core.report.document import Chip
from outturn.core.report.pictures import Mark, MarkKind
from outturn.core.statistics.spc.rulesets import RULE_SETS
from outturn.web.seen import Seen

WHEN = {
    "met": "The target is met",
    "no_plan": "There is no plan for the period",
    "not_due": "The plan is for a period that has not ended",
    "suppressed": "The figure is suppressed, so it cannot be compared",
    "always": "In every other case",
}
ICONS = (
    (Mark(MarkKind.VARIATION, "common_cause", "Common cause"), "Nothing has changed more than chance would."),
    (
        Mark(MarkKind.VARIATION, "improvement_high", "Improvement"),
        "A change that is welcome. H says it is high, L that it is low.",
    ),
    (Mark(MarkKind.VARIATION, "concern_low", "Concern"), "A change that is not welcome."),
    (Mark(MarkKind.VARIATION, "neutral_high", "Neutral"), "A change, where neither way is better."),
    (Mark(MarkKind.ASSURANCE, "pass", "Will meet the target"), "The limits lie wholly on the good side of the target."),
    (
        Mark(MarkKind.ASSURANCE, "inconsistent", "Hit or miss"),
        "The target lies between the limits: whether it is met is chance.",
    ),
    (
        Mark(MarkKind.ASSURANCE, "fail", "Will miss the target"),
        "The limits lie wholly on the bad side: without a change it is not met.",
    ),
)


@dataclass(frozen=True)
class BandShown:
    chip: Chip
    when: str
    meaning: str


@dataclass(frozen=True)
class SchemeShown:
    scheme: Scheme
    bands: tuple[BandShown, ...]
    used_by: tuple[str, ...]


def schemes(seen: Seen) -> tuple[SchemeShown, ...]:
    return tuple(scheme_shown(seen, scheme) for scheme in seen.definitions.schemes.values())


def scheme_shown(seen: Seen, scheme: Scheme) -> SchemeShown:
    users = [
        each.title
        for each in seen.definitions.frameworks.values()
        if any(entry.scheme == scheme.slug for entry in each.entries)
    ]
    return SchemeShown(scheme, tuple(band_shown(scheme, band) for band in scheme.bands), tuple(users))


def band_shown(scheme: Scheme, band: Band) -> BandShown:
    return BandShown(chip_of(band), condition(scheme, band), band.meaning)


def condition(scheme: Scheme, band: Band) -> str:
    """When the band applies, after those above it did not."""
    if band.when != "adverse":
        return WHEN.get(band.when, band.when.replace("_", " ").capitalize())
    if band.at_most is not None:
        return f"Worse than the target by up to {band.at_most:g}% of it"
    nearer = any(each.when == "adverse" and each.at_most is not None for each in scheme.bands)
    return "Worse than the target by more" if nearer else "The target is not met"


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


def rule_sets() -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """(names, rows): one row for each constant, one column for each rule set."""
    sets = list(RULE_SETS.values())
    rows = tuple((words, tuple(show_constant(getattr(each, name)) for each in sets)) for name, words in RULES.items())
    return tuple(each.name for each in sets), rows


CONSTANTS = {"True": "yes", "False": "no", "None": "–"}


def show_constant(value: object) -> str:
    return CONSTANTS.get(str(value), str(value).replace("_", " "))
