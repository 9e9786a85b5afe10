"""The method pages: rating schemes and rule sets as tables, read from the definitions themselves."""

from dataclasses import dataclass

from outturn.core.catalogue import Band, Scheme
from outturn.core.report.cells import chip_of
from outturn.core.report.document import Chip
from outturn.core.report.say.method import RULES, say_constant, say_when
from outturn.core.statistics.spc.rulesets import RULE_SETS
from outturn.web.seen import Seen


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
    return BandShown(chip_of(band), say_when(scheme, band), band.meaning)


def rule_sets() -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """(names, rows): one row for each constant, one column for each rule set."""
    sets = list(RULE_SETS.values())
    rows = tuple((words, tuple(say_constant(getattr(each, name)) for each in sets)) for name, words in RULES.items())
    return tuple(each.name for each in sets), rows
