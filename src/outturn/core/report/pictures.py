"""What the pictures of a paper show. Screen, paper, slides and workbooks draw the same picture from it.

A picture holds figures and words, never a place or a format. Titles are the finding; `alt` says the finding and the
figures it rests on, for those who cannot see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Mark:
    """An SPC icon. kind: variation | assurance. key: the engine's icon name. word: for people and screen readers."""

    kind: str
    key: str
    word: str


@dataclass(frozen=True)
class Flag:
    """An ambition: a value by a date, drawn as a flag, never as the plan."""

    label: str
    date: date
    value: float


@dataclass(frozen=True)
class Fan:
    label: str
    date: date
    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Chart:
    """A series over time, in columns of equal length, oldest first.

    `kind`: spc (limits), run (a median, no limits), trend (values with their intervals beside a benchmark), line (none
    of these), bar (fewer than three points or counts by quarter). `plan` is the trajectory.
    `plan_label` is what that is called: Plan, Target, National average.
    `flags`: what each point is: its point type (common_cause, special_cause_improvement, ...), in a trend how it
    compares with the benchmark (better, worse, higher, lower, similar), or "". `reasons` says it in words.
    """

    anchor: str
    kind: str
    title: str  # the finding
    subtitle: str  # measure, area, unit, period
    alt: str  # says the finding and the figures it rests on
    unit: str
    decimals: int
    scale: str
    direction: str
    labels: tuple[str, ...]
    dates: tuple[date, ...]
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    states: tuple[str, ...]
    flags: tuple[str, ...]
    reasons: tuple[str, ...]  # SPC label per point, or ""
    restated: tuple[bool, ...]
    mean: tuple[float | None, ...] = ()
    lower: tuple[float | None, ...] = ()
    upper: tuple[float | None, ...] = ()
    plan: tuple[float | None, ...] = ()
    plan_texts: tuple[str, ...] = ()
    plan_label: str = "Plan"
    target: float | None = None  # flat target for all periods
    target_label: str = ""
    ambitions: tuple[Flag, ...] = ()
    forecast: tuple[Fan, ...] = ()
    rebases: tuple[tuple[date, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    unit_words: str = ""  # for the axis ("%", "£k", "hh:mm:ss")
    middle: str = "Mean"  # what `mean` is: Mean or Median
    interval_lower: tuple[float | None, ...] = ()  # 95 % interval of each value
    interval_upper: tuple[float | None, ...] = ()
    benchmark: tuple[float | None, ...] = ()
    benchmark_label: str = ""  # "England"


@dataclass(frozen=True)
class RankStrip:
    """One row of ranks: position 1..of, best at the left."""

    anchor: str
    title: str
    alt: str
    rows: tuple[tuple[str, int, int, str], ...]  # label, rank, of, text
    subtitle: str = ""


@dataclass(frozen=True)
class Dot:
    """One group of a funnel. `size` is its denominator (for a ratio: the events expected).

    `flag`: better, worse, higher, lower or similar (to the average). `beyond`: limits it lies outside (95, 99.8, "").
    """

    label: str
    size: float
    value: float
    text: str
    flag: str = "similar"
    beyond: str = ""
    named: bool = False  # its name stands beside it


@dataclass(frozen=True)
class Funnel:
    """Groups by their size and value, and the limits between which chance alone would keep them.

    The curves hold one value for each of `sizes`, smallest first.
    """

    anchor: str
    title: str  # the finding
    subtitle: str  # measure, period, unit
    alt: str
    unit: str
    decimals: int
    scale: str
    dots: tuple[Dot, ...]
    average: float
    average_label: str  # "Average 12.4 %"
    sizes: tuple[float, ...]
    lower95: tuple[float | None, ...]
    upper95: tuple[float | None, ...]
    lower998: tuple[float | None, ...]
    upper998: tuple[float | None, ...]
    size_words: str  # what the sizes are ("patients", "expected deaths")
    unit_words: str = ""


@dataclass(frozen=True)
class Step:
    """A column of a waterfall: a total stands on zero, a change starts where the column before it ended.

    `tone`: improving, worsening or "" (no judgement).
    """

    label: str
    value: float
    text: str
    total: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Waterfall:
    """How one total becomes another, change by change."""

    anchor: str
    title: str  # the finding
    subtitle: str
    alt: str
    unit: str
    decimals: int
    scale: str
    steps: tuple[Step, ...]
    unit_words: str = ""

    def spans(self) -> Iterator[tuple[float, float]]:
        """Where each column starts and ends."""
        level = 0.0
        for step in self.steps:
            start, level = (0.0, step.value) if step.total else (level, level + step.value)
            yield start, level


Picture = Chart | RankStrip | Funnel | Waterfall
