"""Fitting what a label names to what the column holds: `Sep-24` in a column of quarters is the quarter to September."""

from outturn.core.periods.months import is_month_end
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem

K = PeriodKind
SAME_YEARS = {K.YEAR, K.FINANCIAL_YEAR, K.ACADEMIC_YEAR}
BY_LAST_MONTH = {K.ROLLING3, K.ROLLING12, K.YTD}
BY_QUARTER_END = {K.QUARTER, K.HALF, K.FINANCIAL_YEAR, K.YEAR, K.ACADEMIC_YEAR}
NAMES_ITS_END = {K.MONTH, K.QUARTER, K.HALF, K.YTD}
LEAST_POOLED = 12
"""Months that pooled years have at least: a month is not years."""
WINDOWS = {"rolling_3": K.ROLLING3, "rolling_12": K.ROLLING12, "year_to_date": K.YTD, "pooled_years": K.POOLED}
"""How far a figure reaches back that adds up more than its own period."""
NAMES = {
    K.YTD: "year to date",
    K.ROLLING3: "3 rolling months",
    K.ROLLING12: "12 rolling months",
    K.POOLED: "pooled years",
    K.CENSUS: "census day",
}
PLURAL = {K.ROLLING3, K.ROLLING12, K.POOLED}
EXAMPLES = {K.POOLED: "2020 to 2022"}


def fit_period(period: Period, kind: PeriodKind | None, label: str) -> Period:
    """The period of the kind asked for that the label names. Raises PeriodProblem where it names another."""
    if kind is None or period.kind is kind:
        return period
    if kind is K.SURVEY or (kind is K.POOLED and period.months >= LEAST_POOLED):
        return Period(kind, period.start, period.end)
    if kind is K.POOLED:
        raise another_kind(period, kind, label)
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


def fit_window(window: Period, kind: PeriodKind | None, accumulation: str) -> Period | None:
    """The period of the indicator's kind with which its window ends: quarterly figures that each add up twelve
    months are of the quarter in which the twelve months end. None where the window is not the indicator's."""
    reach = WINDOWS.get(accumulation)
    if kind is None or reach is None or kind in (K.POOLED, K.SURVEY):
        return None
    try:
        whole, own = Period(reach, window.start, window.end), Period.of(kind, window.end)
    except PeriodProblem:
        return None
    long_enough = reach is not K.POOLED or whole.months > LEAST_POOLED
    return own if own.end == whole.end and long_enough else None


def another_kind(period: Period, kind: PeriodKind, label: str) -> PeriodProblem:
    meaning = "" if label.casefold() == period.label.casefold() else f"{period.label}, "
    wanted = kind.replace("_", " ")
    article = "" if kind in PLURAL else "an " if wanted[0] in "aeiou" else "a "
    message = f"'{label}' is {meaning}not {article}{NAMES.get(kind, wanted)}."
    example = EXAMPLES.get(kind) or Period.of(kind, period.end).label
    return PeriodProblem(message, f"Use one such as {example}.")
