"""Labels that name years, and parts of a financial year."""

from datetime import date

from outturn.core.periods.months import APRIL, NAMES, SEPTEMBER, first_day_of, month_number
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem
from outturn.core.periods.said import Found, Said, pick_split_year
from outturn.core.periods.words import read_first_year, read_year_word

K = PeriodKind


def read_quarter(found: Found, said: Said) -> Period:
    """`Q2 24/25`, `24-25 Q2`, `Q1 - 23/24`; `Q2` alone needs the year it stands in."""
    start = said.year_start(pick_split_year(found))
    return Period.of(K.QUARTER, first_day_of(month_number(start) + 3 * (int(found["n"]) - 1)))


def read_quarter_of_plain_year(found: Found, said: Said) -> Period:
    year, n = read_year_word(found["year"]), int(found["n"])
    first, last = NAMES[3 * n - 3], NAMES[3 * n - 1]
    financial, calendar = f"Q{n} {year}/{(year + 1) % 100:02d}", f"{first} to {last} {year}"
    cure = f"Write {financial} for the financial year, or {calendar} for the calendar year."
    raise PeriodProblem(f"'{said.label}' does not say which year it counts from.", cure)


def read_half(found: Found, said: Said) -> Period:
    start = said.year_start(pick_split_year(found))
    return Period.of(K.HALF, first_day_of(month_number(start) + 6 * (int(found["n"]) - 1)))


def read_plain_year(found: Found, said: Said) -> Period:
    year = int(found["year"])
    if said.kind in (K.FINANCIAL_YEAR, K.ACADEMIC_YEAR):
        cure = f"Use {year}/{(year + 1) % 100:02d} or {year - 1}/{year % 100:02d}."
        raise PeriodProblem(f"'{said.label}' does not say which two years it spans.", cure)
    return Period.of(K.YEAR, date(year, 1, 1))


def read_split_year(found: Found, said: Said) -> Period:
    """`2024/25`: the financial year, or the academic one where the column holds those."""
    first = read_first_year(found.groupdict().get("split") or found[0], said.label)
    if said.kind is K.ACADEMIC_YEAR:
        return Period.of(K.ACADEMIC_YEAR, date(first, SEPTEMBER, 1))
    return Period.of(K.FINANCIAL_YEAR, date(first, APRIL, 1))


def read_half_written(found: Found, said: Said) -> Period:
    """`2000/1`, `1999/100`: what a spreadsheet makes of a year when it counts."""
    first = int(found["year"])
    cure = f"Write it as {first}/{(first + 1) % 100:02d}."
    raise PeriodProblem(f"'{said.label}' does not name the second year by its last two digits.", cure)


def read_academic_year(found: Found, said: Said) -> Period:
    first = read_first_year(found["split"] or found["late_split"], said.label)
    return Period.of(K.ACADEMIC_YEAR, date(first, SEPTEMBER, 1))


def read_years_to(found: Found, said: Said) -> Period:
    """`2020 to 2022`, `2020-2022`; but `2023-2024` is a split year."""
    first = int(found["first"])
    last = second_year(first, found["last"])
    if found["dash"] and last == first + 1 and said.kind is not K.POOLED:
        return read_split_year(found, said)
    if last <= first:
        raise PeriodProblem(f"'{said.label}' ends before it begins.", f"Write it as {first} to {first + 2}.")
    return years(first, last)


def second_year(first: int, last: str) -> int:
    """`22` after 2020 is 2022, and `01` after 1999 is 2001."""
    if len(last) == 4:
        return int(last)
    century = first // 100 * 100
    return century + int(last) + (100 if int(last) <= first % 100 else 0)


def years(first: int, last: int) -> Period:
    return Period(K.POOLED, date(first, 1, 1), date(last, 12, 31))


def read_split_years_to(found: Found, said: Said) -> Period:
    first, last = read_first_year(found["first"], said.label), read_first_year(found["last"], said.label)
    if last <= first:
        raise PeriodProblem(f"'{said.label}' ends before it begins.", "Put the earlier year first.")
    return Period(K.POOLED, date(first, APRIL, 1), date(last + 1, APRIL - 1, 31))


def unclear(found: Found, said: Said) -> Period:
    cure = "Write the month as Oct 2024, or the year as 2024/25."
    raise PeriodProblem(f"'{said.label}' can be read in more than one way.", cure)
