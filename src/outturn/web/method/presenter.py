"""The method pages: rating schemes and rule sets as tables, read from the definitions themselves."""

from dataclasses import dataclass, fields

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


def rule_sets() -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """(names, rows): one row for each constant, one column for each rule set."""
    sets = list(RULE_SETS.values())
    constants = [each.name for each in fields(sets[0]) if each.name != "name"]
    rows = tuple(
        (name.replace("_", " ").capitalize(), tuple(said(getattr(each, name)) for each in sets)) for name in constants
    )
    return tuple(each.name for each in sets), rows


WORDS = {"True": "yes", "False": "no", "None": "–"}


def said(value: object) -> str:
    return WORDS.get(str(value), str(value))
