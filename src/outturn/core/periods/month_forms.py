"""Labels that name months, runs of months and windows that end with one."""

from datetime import date

from outturn.core.periods.months import APRIL, first_day_of, last_of, month_number
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem
from outturn.core.periods.said import Found, Said, pick_split_year
from outturn.core.periods.spans import span_kind
from outturn.core.periods.words import month_of, month_start, read_first_year, read_year_word
from outturn.core.periods.year_forms import read_split_year, second_year, years

K = PeriodKind
YEARS = (K.YEAR, K.FINANCIAL_YEAR, K.ACADEMIC_YEAR)


def read_month(found: Found, said: Said) -> Period:
    return Period.of(K.MONTH, month_start(read_year_word(found["year"]), month_of(found["month"]), said.label))


def read_numbered_month(found: Found, said: Said) -> Period:
    """`2024-10`, `2024 10`, `10/2024`; `2011-12` is refused where it may be a year as well."""
    year, number = int(found["year"]), int(found["number"])
    if found["gap"] in ("-", "/") and found.start("year") < found.start("number"):
        if said.kind is K.POOLED:
            return years(year, second_year(year, found["number"]))
        if number == (year + 1) % 100:
            return month_or_year(found, said, year, number)
        if found["gap"] == "-" and number > max(12, year % 100):
            return years(year, second_year(year, found["number"]))
    return Period.of(K.MONTH, month_start(year, number, said.label))


def month_or_year(found: Found, said: Said, year: int, number: int) -> Period:
    """Two numbers that follow each other: a split year, unless it may as well be a month."""
    if found["gap"] == "/" or number > 12 or number == 0 or said.kind in YEARS:
        return read_split_year(found, said)
    if said.kind is not None:
        return Period.of(K.MONTH, month_start(year, number, said.label))
    cure = f"Write {month_start(year, number, said.label):%b} {year}, or {year}/{number:02d}."
    raise PeriodProblem(f"'{said.label}' may be a month or a year.", cure)


def read_bare_month(found: Found, said: Said) -> Period:
    number = month_of(found["month"])
    if said.within and said.within.kind is K.YEAR:
        return Period.of(K.MONTH, date(said.within.start.year, number, 1))
    start = said.year_start(None)
    return Period.of(K.MONTH, date(start.year + (number < APRIL), number, 1))


def read_month_of_financial_year(found: Found, said: Said) -> Period:
    """`2024/25 Mar` is March 2025."""
    number = month_of(found["month"])
    return Period.of(K.MONTH, date(read_first_year(found["split"], said.label) + (number < APRIL), number, 1))


def read_finance_month(found: Found, said: Said) -> Period:
    """`M7`: the year to date at month 7, or that month alone where the column holds months."""
    start, n = said.year_start(pick_split_year(found)), int(found["n"])
    if not 1 <= n <= 12:
        raise PeriodProblem(f"'{said.label}' is not a month of the financial year.", "Use M1 (April) to M12 (March).")
    return Period.of(K.MONTH if said.kind is K.MONTH else K.YTD, first_day_of(month_number(start) + n - 1))


def read_months_to(found: Found, said: Said) -> Period:
    """`Apr-23 to Mar-24`, `Apr to Oct 2024`; the kind follows from the span, or from `(M7)`."""
    last = month_start(read_year_word(found["year"]), month_of(found["last"]), said.label)
    number = month_of(found["first"])
    year = read_year_word(found["first_year"]) if found["first_year"] else last.year - (number > last.month)
    first = date(year, number, 1)
    if first > last:
        raise PeriodProblem(f"'{said.label}' ends before it begins.", "Put the earlier month first.")
    end = last_of(month_number(last))
    return Period(K.YTD if found["finance"] else span_kind(first, end), first, end)


def read_first_finance_month(found: Found, said: Said) -> Period:
    """`Apr 2024 (M1)`: the year to date when the year is one month old."""
    return Period.of(K.YTD, month_start(read_year_word(found["year"]), APRIL, said.label))


def read_window(found: Found, said: Said) -> Period:
    """`12 months to Sep 2024`, `year to Sep 24`, `rolling 3 months to Sep 2024`."""
    end = month_start(read_year_word(found["year"]), month_of(found["month"]), said.label)
    length = int(found["n"] or 12)
    if length == 3:
        return Period.of(K.ROLLING3, end)
    if length == 12:
        return Period.of(K.ROLLING12, end)
    return Period(K.SURVEY, first_day_of(month_number(end) - length + 1), last_of(month_number(end)))
