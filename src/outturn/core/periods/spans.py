"""What kind of period a span of days is, when nothing but the days is known."""

from datetime import date

from outturn.core.periods.label import whole_years
from outturn.core.periods.months import APRIL, is_month_end, month_number
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem

K = PeriodKind
BY_SPAN = (K.MONTH, K.QUARTER, K.HALF, K.FINANCIAL_YEAR, K.YEAR, K.ACADEMIC_YEAR, K.YTD, K.ROLLING12, K.ROLLING3)
"""The first kind that the span fits is taken: April to June is a quarter before it is a year to date."""


def span_kind(start: date, end: date) -> PeriodKind:
    if start == end:
        return K.DAY
    if month_number(end) - month_number(start) >= 12:
        pooled = whole_years(start, end, 1) or whole_years(start, end, APRIL)
        return K.POOLED if pooled else K.SURVEY
    if start.day == 1 and is_month_end(end):
        for kind in BY_SPAN:
            try:
                Period(kind, start, end)
            except PeriodProblem:
                continue
            return kind
    return K.SURVEY
