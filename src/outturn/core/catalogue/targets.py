"""What is asked of a measure, and the goals at the end."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from outturn.core.units import State


class TargetKind(StrEnum):
    TRAJECTORY = "trajectory"  # plan values arrive with the data, period by period
    FLAT = "flat"  # one value for every period
    REDUCE = "reduce"  # lower than a named baseline
    INCREASE = "increase"  # higher than a named baseline
    COMPARATOR = "comparator"  # as good as a published comparator (national average)
    MILESTONE = "milestone"  # words, with a date
    TBC = "tbc"  # not yet settled
    NONE = "none"


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
