"""The period that a row is about, from its dates or its label, as its indicator is measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from outturn.core.intake.formats import FORMULA_WITHOUT_RESULT, NO_RESULT, SAVE_AGAIN
from outturn.core.intake.met import Said
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.periods import (
    Period,
    PeriodKind,
    PeriodProblem,
    find_period_around,
    fit_window,
    parse,
    parse_pair,
    span_dates,
    whole_day,
)


class Asked(NamedTuple):
    """What a period is read from: the words, what the indicator is measured in, and what stands in the cell."""

    said: Said
    measure: UnitInfo
    is_plan: bool
    is_mark: bool


class OfPart(PeriodProblem):
    """A problem of one of the words that name the period: `start`, `end`, `kind`, `within`; else of its label."""

    def __init__(self, part: str, problem: PeriodProblem) -> None:
        super().__init__(problem.message, problem.cure)
        self.part = part


def part_of(problem: PeriodProblem) -> str:
    return problem.part if isinstance(problem, OfPart) else "label"


@contextmanager
def blame_part(part: str) -> Iterator[None]:
    """What is wrong in here is said of this part."""
    try:
        yield
    except PeriodProblem as problem:
        raise OfPart(part, problem) from None


def decide_period(asked: Asked, reporting: Period | None) -> Period:
    """Dates decide where there are any, and must agree with the label; a label alone is parsed.

    A dash or `n/a` under a month, for an indicator that is quarterly, says nothing of a quarter: it keeps its month.
    """
    words = asked.said
    for part, word in words._asdict().items():
        if word == FORMULA_WITHOUT_RESULT:
            raise OfPart(part, PeriodProblem(NO_RESULT, SAVE_AGAIN))
    if words.start or words.end:
        return by_dates(asked)
    own, accumulation = own_kind(asked)
    if not words.label:
        if reporting is None:
            raise PeriodProblem("The row names no period.", "Fill the cell, or say which period is reported.")
        return reporting
    with blame_part("within"):
        within = parse(words.within) if words.within else reporting
    try:
        value, plan = parse_pair(words.label, kind=own, within=within)
    except PeriodProblem as problem:
        value, plan = otherwise(asked, within, own, accumulation, problem)
    return plan if asked.is_plan and plan else value


def otherwise(
    asked: Asked, within: Period | None, own: PeriodKind | None, accumulation: str, problem: PeriodProblem
) -> tuple[Period, Period | None]:
    """A label of another kind than the indicator's: right for a mark, or where it names all that a figure adds up.
    Raises the problem otherwise."""
    try:
        value, plan = parse_pair(asked.said.label, within=within)
    except PeriodProblem:
        raise problem from None
    window = fit_window(value, own, accumulation)
    if window is None and not asked.is_mark:
        raise problem
    return window or value, plan


def own_kind(asked: Asked) -> tuple[PeriodKind | None, str]:
    """(kind, accumulation) that the row or the layout says, else the indicator's."""
    kind = asked.said.kind
    if not kind:
        return asked.measure.period_kind, asked.measure.accumulation
    with blame_part("kind"):
        try:
            return PeriodKind(kind), ""
        except ValueError:
            known = ", ".join(PeriodKind)
            raise PeriodProblem(f"'{kind}' is not a kind of period.", f"Use one of: {known}.") from None


def by_dates(asked: Asked) -> Period:
    """The period between two dates, or around the one that there is.

    A plan may be of another kind than its indicator: the year's plan of a monthly series.
    """
    words = asked.said
    kind, accumulation = own_kind(asked)
    with blame_part("start"):
        start = whole_day(words.start) if words.start else None
    with blame_part("end"):
        end = whole_day(words.end) if words.end else None
    with blame_part("start" if start else "end"):
        if start and end:
            period = between(start, end, kind, accumulation, free=asked.is_plan and not words.kind)
        else:
            period = find_period_around(start or end or date.min, kind, starts=start is not None)
    disagreement(words.label, period)
    return period


def between(start: date, end: date, kind: PeriodKind | None, accumulation: str, *, free: bool) -> Period:
    try:
        return span_dates(start, end, kind, accumulation)
    except PeriodProblem:
        if not free:
            raise
        return span_dates(start, end, None)


def disagreement(label: str, period: Period) -> None:
    """Raises PeriodProblem where the label plainly names another end than the dates do."""
    if not label:
        return
    try:
        value, plan = parse_pair(label, within=period.financial_year())
    except PeriodProblem:
        return
    ends: set[date] = {value.end} | ({plan.end} if plan else set())
    if period.end not in ends and not (value.start <= period.end <= value.end):
        raise PeriodProblem(
            f"The label '{label}' is {value.label}, but the dates are {period.label}.", "Correct one of them."
        )
