"""Fitting what a label names to what the column holds: `Sep-24` in a column of quarters is the quarter to September."""

from outturn.core.periods.months import is_month_end
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem

K = PeriodKind
SAME_YEARS = {K.YEAR, K.FINANCIAL_YEAR, K.ACADEMIC_YEAR}
BY_LAST_MONTH = {K.ROLLING3, K.ROLLING12, K.YTD}
BY_QUARTER_END = {K.QUARTER, K.HALF, K.FINANCIAL_YEAR, K.YEAR, K.ACADEMIC_YEAR}
NAMES_ITS_END = {K.MONTH, K.QUARTER, K.HALF, K.YTD}
ANY_SPAN = {K.SURVEY, K.POOLED}


def fitted(period: Period, kind: PeriodKind | None, label: str) -> Period:
    """The period of the kind asked for that the label names. Raises PeriodProblem where it names another."""
    if kind is None or period.kind is kind:
        return period
    if kind in ANY_SPAN:
        return Period(kind, period.start, period.end)
    if {kind, period.kind} <= SAME_YEARS and kind is K.YEAR:
        return period
    if period.kind is K.DAY:
        return Period.of(kind, period.end)
    if kind is K.CENSUS and is_month_end(period.end):
        return Period.of(kind, period.end)
    if kind in BY_LAST_MONTH and period.kind in NAMES_ITS_END:
        return Period.of(kind, period.end)
    if kind in BY_QUARTER_END and period.kind is K.MONTH:
        whole = Period.of(kind, period.end)
        if whole.end == period.end:
            return whole
    try:
        return Period(kind, period.start, period.end)
    except PeriodProblem:
        raise another_kind(period, kind, label) from None


def another_kind(period: Period, kind: PeriodKind, label: str) -> PeriodProblem:
    meaning = "" if label.casefold() == period.label.casefold() else f"{period.label}, "
    wanted = kind.replace("_", " ")
    message = f"'{label}' is {meaning}not {'an' if wanted[0] in 'aeiou' else 'a'} {wanted}."
    return PeriodProblem(message, f"Use one such as {Period.of(kind, period.end).label}.")
