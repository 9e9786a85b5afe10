"""What the chart of a series over time shows: its points, and what they are seen against."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Any

from outturn.core.report.marks import Mark


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


class ChartKind(StrEnum):
    """What a series is drawn as."""

    SPC = "spc"  # limits of chance
    RUN = "run"  # a median, no limits
    TREND = "trend"  # values with their intervals beside a benchmark
    LINE = "line"  # none of these
    BAR = "bar"  # too few points for a line, or counts by quarter


@dataclass(frozen=True)
class Point:
    """One period of a series, and all that is drawn at it.

    `flag`: what it is: its point type (common_cause, special_cause_improvement, ...), in a trend how it compares with
    the benchmark (better, worse, higher, lower, similar), or "". `reason` says it in words. `mean`: of its stretch, or
    the median; `lower` and `upper` are its limits. `plan` is the trajectory. The interval is that of the value, 95 %.
    """

    label: str
    date: date
    value: float | None
    text: str
    state: str = "known"
    flag: str = ""
    reason: str = ""
    restated: bool = False
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    plan: float | None = None
    plan_text: str = ""
    interval_lower: float | None = None
    interval_upper: float | None = None
    benchmark: float | None = None

    @property
    def interval(self) -> tuple[float, float] | None:
        """That of a value which is shown."""
        if self.value is None or self.interval_lower is None or self.interval_upper is None:
            return None
        return self.interval_lower, self.interval_upper


Figures = tuple[float | None, ...]


def make_points(**columns: Iterable[Any]) -> tuple[Point, ...]:
    """Points from columns of equal length, each under the name of its field."""
    return tuple(Point(**dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True))


@dataclass(frozen=True)
class Chart:
    """A series over time, oldest point first.

    `plan_label` is what the plan is called: Plan, Target, National average. `middle`: what the mean is, Mean or Median.
    """

    anchor: str
    kind: ChartKind
    title: str  # the finding
    subtitle: str  # measure, area, unit, period
    alt: str  # says the finding and the figures it rests on
    unit: str
    decimals: int
    scale: str
    direction: str
    points: tuple[Point, ...]
    plan_label: str = "Plan"
    target: float | None = None  # flat target for all periods
    target_label: str = ""
    ambitions: tuple[Flag, ...] = ()
    forecast: tuple[Fan, ...] = ()
    rebases: tuple[tuple[date, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    unit_words: str = ""  # for the axis ("%", "£k", "hh:mm:ss")
    middle: str = "Mean"
    benchmark_label: str = ""  # "England"

    @cached_property
    def values(self) -> Figures:
        return tuple(map(attrgetter("value"), self.points))

    @cached_property
    def dates(self) -> tuple[date, ...]:
        return tuple(map(attrgetter("date"), self.points))

    @cached_property
    def mean(self) -> Figures:
        return self.figures("mean")

    @cached_property
    def lower(self) -> Figures:
        return self.figures("lower")

    @cached_property
    def upper(self) -> Figures:
        return self.figures("upper")

    @cached_property
    def plan(self) -> Figures:
        return self.figures("plan")

    def figures(self, name: str) -> Figures:
        """One figure of every point; empty where no point has it."""
        column = tuple(map(attrgetter(name), self.points))
        return column if column.count(None) < len(column) else ()

    @cached_property
    def last_known(self) -> Point | None:
        """The last point with a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)
