"""Arithmetic on whole months."""

import calendar
from datetime import date, timedelta

NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
APRIL, SEPTEMBER = 4, 9


def month_number(day: date) -> int:
    """Months since year nought, so that months can be subtracted."""
    return day.year * 12 + day.month - 1


def first_day_of(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def last_of(number: int) -> date:
    return first_day_of(number + 1) - timedelta(days=1)


def is_month_end(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def shift_months(day: date, months: int) -> date:
    """The same day some months on; the last day of a month stays the last day."""
    number = month_number(day) + months
    last = last_of(number)
    return last if is_month_end(day) else last.replace(day=min(day.day, last.day))


def year_start(day: date, first_month: int) -> date:
    """The start of the year that contains this day, for years that begin in the given month."""
    return date(day.year if day.month >= first_month else day.year - 1, first_month, 1)
