"""The nouns analysts define: areas, indicators, frameworks, schemes, packs. Frozen; made by `core.definitions`.

An indicator is a measure with one set of values. What depends on the paper it stands in (number, wording, target,
scheme, order) belongs to its `Entry` in a framework, never to the indicator.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Literal

from outturn.core.layouts import Layout
from outturn.core.periods import PeriodKind
from outturn.core.units import State, Unit


class Direction(StrEnum):
    """What "good" is."""

    HIGHER = "higher"
    LOWER = "lower"
    NONE = "none"

    @property
    def sign(self) -> int:
        return {"higher": 1, "lower": -1, "none": 0}[self.value]


Limit = float | Literal["any"]


class TargetKind(StrEnum):
    TRAJECTORY = "trajectory"  # plan values arrive with the data, period by period
    FLAT = "flat"  # one value for every period
    REDUCE = "reduce"  # lower than a named baseline
    INCREASE = "increase"  # higher than a named baseline
    COMPARATOR = "comparator"  # as good as a published comparator (national average)
    MILESTONE = "milestone"  # words, with a date
    TBC = "tbc"  # not yet settled
    NONE = "none"


class EntryKind(StrEnum):
    MEASURE = "measure"
    MILESTONE = "milestone"
    NARRATIVE = "narrative"


@dataclass(frozen=True)
class Area:
    """A place or organisation. `kind`: country, region, icb, sub_icb, place, trust, ambulance_trust, ccg, total."""

    slug: str
    name: str
    short: str
    kind: str
    ons: str = ""
    ods: str = ""
    parent: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class SuppressionPolicy:
    """Counts from `low` to `high` are hidden and arrive, or leave, as `*`."""

    low: int = 1
    high: int = 7
    base: int = 0
    show_zero: bool = True
    exempt_levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class RateOf:
    """What a rate divides, by indicator; "" where that has no indicator of its own."""

    numerator: str = ""
    denominator: str = ""
    multiplier: float = 100


@dataclass(frozen=True)
class Indicator:
    slug: str
    name: str
    short: str
    unit: Unit
    direction: Direction
    period_kind: PeriodKind
    decimals: int = 0
    scale: str = ""  # money: "", "k", "m"
    multiplier: int = 0  # rates: per this many
    definition: str = ""
    rationale: str = ""
    numerator: str = ""
    denominator: str = ""
    source: str = ""
    producer: str = ""
    method: str = ""
    caveats: str = ""
    owner: str = ""
    workstream: str = ""
    accumulation: str = "in_period"
    lag_months: int = 1
    level: str = "national"
    suppression: SuppressionPolicy | None = None
    lowest: Limit | None = None  # figures below are asked about when they are loaded; None: as its unit has it
    highest: Limit | None = None
    adds_up_to: str = ""  # the indicator of which this one is a part: men of all people, a month of the year to date
    rate_of: RateOf | None = None
    spc_rules: str = "making-data-count"
    rebases: tuple[tuple[date, str], ...] = ()  # (first day of the new limits, reason)
    people: str = ""  # what one unit of the count is ("people", "units of dental activity"); "" when not people
    written_by: str = ""
    checked_by: str = ""
    next_review: date | None = None


RANKS = {"rank", "rank_of"}
COUNTED = {*RANKS, "numerator", "denominator"}


def in_role(indicator: Indicator, role: str) -> Indicator:
    """The indicator as a figure of this role is shown: the part and the whole of a percent are counts, and so are
    ranks, which tell nothing of small counts."""
    if role not in COUNTED:
        return indicator
    policy = None if role in RANKS else indicator.suppression
    return replace(indicator, unit=Unit.COUNT, decimals=0, scale="", multiplier=0, suppression=policy)


@dataclass(frozen=True)
class Target:
    kind: TargetKind
    operator: str = ""  # >=, >, <=, <, =; derived from the direction when not given
    inferred: bool = False  # the operator was derived
    value: float | None = None
    value_state: State = State.KNOWN
    baseline: str = ""  # label of the baseline period ("2023")
    text: str = ""  # as printed, for words
    set_by: str = "national"
    valid_from: date | None = None  # periods that end earlier are not judged by it
    valid_to: date | None = None  # nor those that end later than this


@dataclass(frozen=True)
class Ambition:
    """An end goal by a date; never the plan of a month."""

    value: float
    by: date
    text: str = ""


@dataclass(frozen=True)
class Entry:
    """An indicator, for one area, in a framework."""

    framework: str
    section: str
    indicator: str
    area: str
    number: str
    wording: str
    short: str
    direction: Direction
    target: Target
    scheme: str
    kind: EntryKind = EntryKind.MEASURE
    ambitions: tuple[Ambition, ...] = ()
    text: str = ""  # what a narrative or milestone says now
    workstream: str = ""
    note: str = ""
    group: str = ""  # a table inside the section ("best quarter")
    page: bool = True  # has a page of its own in packs
    beside: str = ""  # indicator of the same subject whose local rating is shown beside this rank
    sub_label: str = ""  # which of several rows under one number: a sex, place, CCG or trust
    good_is_printed: Direction | None = None  # what the source prints, where that is not `direction` or is in doubt
    direction_reason: str = ""  # why good is another way here than for the indicator itself

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.framework, self.indicator, self.area)


@dataclass(frozen=True)
class Section:
    slug: str
    name: str
    colour: str = ""


@dataclass(frozen=True)
class Framework:
    slug: str
    title: str
    kind: str  # priorities, finance, ranks, outcomes
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    source: str = ""
    year: str = ""
    figures_from: date | None = None  # periods that end before this day belong to another paper
    figures_to: date | None = None  # and so do those that end after this one


class Meaning(StrEnum):
    """What a rating says of the promise. Headlines, counts and checks go by it, never by the bare comparison."""

    MET = "met"
    ADVERSE = "adverse"
    UNRATED = "unrated"


GOOD_KEYS = frozenset({"green", "blue"})


@dataclass(frozen=True)
class Band:
    """One state of a scheme. `when`: met, adverse, no_plan, not_due, suppressed, always; first match wins.

    `means`: what it says of the promise; a tolerance may make a miss Green, and then it is met.
    """

    key: str  # green, yellow, amber, red, grey
    word: str
    letter: str
    shape: str  # circle, triangle, square, dash, diamond
    when: str
    meaning: str = ""
    at_most: float | None = None  # adverse: inclusive upper bound of the adverse share of plan, in percent
    means: str = ""  # Meaning; where the scheme does not say, it follows from `when` and the key

    def __post_init__(self) -> None:
        object.__setattr__(self, "means", Meaning(self.means or usual_meaning(self.when, self.key)))


def usual_meaning(when: str, key: str) -> Meaning:
    """A miss that is Green all the same is within a tolerance, and met."""
    if when not in ("met", "adverse"):
        return Meaning.UNRATED
    return Meaning.MET if when == "met" or key in GOOD_KEYS else Meaning.ADVERSE


@dataclass(frozen=True)
class Scheme:
    slug: str
    title: str
    version: str
    bands: tuple[Band, ...]
    note: str = ""

    def band(self, key: str) -> Band:
        return next(band for band in self.bands if band.key == key)


@dataclass(frozen=True)
class PackPart:
    """A part of a paper: which builder draws it, from which framework, with which options."""

    kind: str  # summary, scorecard, sections, finance, ranks, changes, appendix, method, outcomes, measures
    framework: str = ""
    title: str = ""


@dataclass(frozen=True)
class Pack:
    slug: str
    title: str
    subtitle: str
    organisation: str
    parts: tuple[PackPart, ...]
    audience: str = ""
    period: str = ""
    sources: tuple[str, ...] = ()
    sample: str = ""  # the sentence that says what of the content was invented, if any
    report_id: str = ""
    client: str = ""
    version: str = ""
    contact: str = ""  # a role, never a person


SHAPES = {"green": "circle", "amber": "triangle", "yellow": "triangle", "red": "square"}


@dataclass(frozen=True)
class Catalogue:
    """Everything loaded from one folder of definitions. `version` is the content hash."""

    version: str
    areas: dict[str, Area] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    schemes: dict[str, Scheme] = field(default_factory=dict)
    packs: dict[str, Pack] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)

    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for framework in self.frameworks.values() for entry in framework.entries)

    def band(self, scheme: str, key: str) -> Band:
        """The band of that key; one that these definitions do not have, of an earlier rating, by its colour alone."""
        bands = self.schemes[scheme].bands if scheme in self.schemes else ()
        there = next((band for band in bands if band.key == key), None)
        return there or Band(key, key.capitalize(), key[:1].upper(), SHAPES.get(key, "dash"), "always")

    def used_in(self, indicator: str) -> tuple[Entry, ...]:
        """Frameworks whose years are over come last: without a word, an indicator means what it says now."""
        uses = (entry for entry in self.entries() if entry.indicator == indicator)
        return tuple(sorted(uses, key=lambda entry: self.over(entry.framework)))

    def over(self, framework: str) -> bool:
        found = self.frameworks.get(framework)
        return found is not None and found.figures_to is not None
