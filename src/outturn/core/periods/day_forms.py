"""Labels that name days and weeks."""

from datetime import date, timedelta

from outturn.core.periods.period import Period, PeriodKind, PeriodProblem
from outturn.core.periods.said import Found, Said
from outturn.core.periods.spans import span_kind
from outturn.core.periods.words import month_of, read_year_word, real_day

K = PeriodKind


def read_plain_day(found: Found, said: Said) -> Period:
    number = found["number"]
    in_year = int(number) if number.isdigit() else month_of(number)
    when = real_day(read_year_word(found["year"]), in_year, int(found["day"]), said.label)
    names = found.groupdict()
    if names.get("week_end"):
        return Period(K.WEEK, when - timedelta(days=6), when)
    if names.get("week_start"):
        return Period(K.WEEK, when, when + timedelta(days=6))
    return Period.of(K.CENSUS if names.get("census") else K.DAY, when)


def two_days(found: Found, said: Said) -> Period:
    first = real_day(read_year_word(found["y1"]), month_of(found["m1"]), int(found["d1"]), said.label)
    last = real_day(read_year_word(found["y2"]), month_of(found["m2"]), int(found["d2"]), said.label)
    return Period(span_kind(first, last), first, last)


def iso_week(found: Found, said: Said) -> Period:
    try:
        monday = date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
    except ValueError:
        raise PeriodProblem(f"'{said.label}' is not a week of that year.", "Use W01 to W52.") from None
    return Period.of(K.WEEK, monday)
