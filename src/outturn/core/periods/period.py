"""A period is a kind, a first day and a last day; both days belong to it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import total_ordering

from outturn.core.periods import label
from outturn.core.periods.months import (
    APRIL,
    SEPTEMBER,
    first_day_of,
    is_month_end,
    last_of,
    month_number,
    shift_months,
)
from outturn.core.periods.months import year_start as start_of_year


class PeriodKind(StrEnum):
    """`year` is a calendar year; quarters, halves and year to date follow the April financial year."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    FINANCIAL_YEAR = "financial_year"
    ACADEMIC_YEAR = "academic_year"
    YTD = "ytd"
    ROLLING3 = "rolling3"
    ROLLING12 = "rolling12"
    POOLED = "pooled"
    SURVEY = "survey"
    CENSUS = "census"


MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.YEAR: 12,
    PeriodKind.FINANCIAL_YEAR: 12,
    PeriodKind.ACADEMIC_YEAR: 12,
    PeriodKind.ROLLING3: 3,
    PeriodKind.ROLLING12: 12,
}
"""How many whole months a period of this kind has."""

FIRST_MONTHS = {
    PeriodKind.QUARTER: (1, 4, 7, 10),
    PeriodKind.HALF: (4, 10),
    PeriodKind.YEAR: (1,),
    PeriodKind.FINANCIAL_YEAR: (APRIL,),
    PeriodKind.ACADEMIC_YEAR: (SEPTEMBER,),
}
"""In which months a period of this kind may begin."""

STEPS = {
    PeriodKind.ROLLING3: 1,
    PeriodKind.ROLLING12: 1,
    PeriodKind.POOLED: 12,
    PeriodKind.SURVEY: 12,
    PeriodKind.CENSUS: 12,
}
"""Months from one period to the next where that is not its length: rolling windows move on by one month."""


class PeriodProblem(ValueError):
    """A label or a span that is not a period; the text is a sentence with the cure."""

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(f"{message} {cure}")
        self.message, self.cure = message, cure


@total_ordering
@dataclass(frozen=True)
class Period:
    """`Period(PeriodKind.MONTH, date(2024, 10, 1), date(2024, 10, 31))`; sorts by end, then start, then kind."""

    kind: PeriodKind
    start: date
    end: date

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", PeriodKind(self.kind))
        if not self._has_its_span():
            raise PeriodProblem(
                f"{self.start} to {self.end} is not a {self.kind.replace('_', ' ')}.",
                "Check the first day, the last day and the kind of period.",
            )

    def _has_its_span(self) -> bool:
        if self.end < self.start:
            return False
        days = (self.end - self.start).days + 1
        if self.kind in (PeriodKind.DAY, PeriodKind.CENSUS):
            return days == 1
        if self.kind is PeriodKind.WEEK:
            return days == 7
        if self.kind in (PeriodKind.SURVEY, PeriodKind.POOLED):
            return True
        if self.start.day != 1 or not is_month_end(self.end):
            return False
        if self.kind is PeriodKind.YTD:
            return self.start.month == APRIL and self.months <= 12
        return self.months == MONTHS[self.kind] and self.start.month in FIRST_MONTHS.get(self.kind, range(1, 13))

    def __lt__(self, other: "Period") -> bool:
        return (self.end, self.start, self.kind) < (other.end, other.start, other.kind)

    @classmethod
    def of(cls, kind: PeriodKind, day: date) -> "Period":
        """The period of this kind that contains the day; rolling windows and year to date end with its month.

        Pooled years and surveys have no natural span: give their dates.
        """
        number = month_number(day)
        if kind in (PeriodKind.DAY, PeriodKind.CENSUS):
            return cls(kind, day, day)
        if kind is PeriodKind.WEEK:
            monday = day - timedelta(days=day.weekday())
            return cls(kind, monday, monday + timedelta(days=6))
        if kind in (PeriodKind.ROLLING3, PeriodKind.ROLLING12):
            return cls(kind, first_day_of(number - MONTHS[kind] + 1), last_of(number))
        if kind is PeriodKind.YTD:
            return cls(kind, start_of_year(day, APRIL), last_of(number))
        if kind not in MONTHS:
            raise PeriodProblem(f"A {kind} period has no fixed length.", "Give its first and last day.")
        length = MONTHS[kind]
        offset = FIRST_MONTHS.get(kind, (1,))[0] - 1
        begin = (number - offset) // length * length + offset
        return cls(kind, first_day_of(begin), last_of(begin + length - 1))

    @property
    def months(self) -> int:
        """Calendar months touched."""
        return month_number(self.end) - month_number(self.start) + 1

    @property
    def label(self) -> str:
        """For people: `Oct 2024`, `Q2 2024/25`, `12 months to Sep 2024`, `Apr to Oct 2024 (M7)`."""
        return label.full(self.kind, self.start, self.end)

    @property
    def short(self) -> str:
        """For axes and tables: `Oct 24`, `Q2 24/25`, `2024/25`."""
        return label.write_short_label(self.kind, self.start, self.end)

    def __str__(self) -> str:
        return self.label

    def previous(self) -> "Period":
        return self._move(-1)

    def next(self) -> "Period":
        return self._move(1)

    def months_behind(self, today: date) -> int:
        """How many months the period is behind: October's figure read in December is 2 months behind."""
        return max(0, month_number(today) - month_number(self.end))

    def financial_year(self) -> "Period":
        """The financial year in which the period ends."""
        return Period.of(PeriodKind.FINANCIAL_YEAR, self.end)

    def covers(self, other: "Period") -> bool:
        """Whether every day of the other period lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def _move(self, steps: int) -> "Period":
        if self.kind in (PeriodKind.DAY, PeriodKind.WEEK):
            by = timedelta(days=steps * (7 if self.kind is PeriodKind.WEEK else 1))
            return Period(self.kind, self.start + by, self.end + by)
        if self.kind is PeriodKind.YTD:
            return Period.of(PeriodKind.YTD, shift_months(self.end, steps))
        return self._by_months(steps * STEPS.get(self.kind, MONTHS.get(self.kind, 12)))

    def _by_months(self, months: int) -> "Period":
        return Period(self.kind, shift_months(self.start, months), shift_months(self.end, months))
