"""From a label to a period: one door for text, spreadsheet dates and bare years."""

import math
from datetime import date, datetime, timedelta
from typing import NoReturn

from outturn.core.periods.fit import LEAST_POOLED, another_kind, fit_period, fit_window
from outturn.core.periods.forms import FORMS, Said
from outturn.core.periods.marks import without_mark
from outturn.core.periods.months import shift_months
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem
from outturn.core.periods.spans import span_kind
from outturn.core.periods.words import square_label

LONGEST = 60
EARLIEST, LATEST = 1900, 2199
SPREADSHEET_SERIALS = range(20_000, 80_000)


def parse(
    label: str | int | float | date, *, kind: PeriodKind | None = None, within: Period | date | None = None
) -> Period:
    """The period that a label names. Raises PeriodProblem, whose text is a sentence with the cure.

    `kind` says what the column holds: `Sep-24` with kind quarter is the quarter that ends in September 2024, with
    rolling12 the twelve months to it. `within` (a financial year or any day in it) completes labels that name
    no year: `M7`, `Q2`, `Oct`; a calendar year completes months only.
    """
    if isinstance(label, date):
        day = label.date() if isinstance(label, datetime) else label
        in_range(day, day, str(day))
        return fit_period(day_said(day, kind), kind, str(day))
    if isinstance(label, (int, float)):
        label = whole_number(label)
    text = square_label(without_mark(label.rstrip()))
    if text.isdecimal() and int(text) in SPREADSHEET_SERIALS:
        raise refuse_serial(int(text))
    if not text:
        raise PeriodProblem("The period is empty.", "Write the month, such as Oct 2024.")
    year = choose_year(within)
    for form, build in FORMS if len(text) <= LONGEST else ():
        if match := form.fullmatch(text):
            period = build(match, Said(label.strip(), kind, year))
            in_range(period.start, period.end, label.strip())
            return fit_period(period, kind, label.strip())
    raise explain_no_period(label.strip()[:40])


def explain_no_period(label: str) -> PeriodProblem:
    if label.isprintable():
        return PeriodProblem(f"'{label}' is not a period.", "Write it as Oct 2024, Q2 2024/25, 2024/25 or 2024-10-31.")
    shown = "".join(each if each.isprintable() else "?" for each in label)
    return PeriodProblem(f"'{shown}' is not a period.", "It holds a character that cannot be seen: type it again.")


def choose_year(within: Period | date | None) -> Period | None:
    """The year that completes a label: a calendar year as it stands, else the financial year of the day."""
    if within is None or (isinstance(within, Period) and within.kind is PeriodKind.YEAR):
        return within
    return Period.of(PeriodKind.FINANCIAL_YEAR, within.end if isinstance(within, Period) else within)


def day_said(day: date, kind: PeriodKind | None) -> Period:
    """A date from a spreadsheet; where nothing says otherwise, the first of a month means the month."""
    month = kind is None and day.day == 1
    return Period.of(PeriodKind.MONTH if month else PeriodKind.DAY, day)


def whole_number(label: int | float) -> str:
    if not math.isfinite(label) or label != int(label):
        raise PeriodProblem(f"'{label}' is not a period.", "Write it as Oct 2024 or 2024/25.")
    if int(label) in SPREADSHEET_SERIALS:
        raise refuse_serial(int(label))
    return str(int(label))


def refuse_serial(serial: int) -> PeriodProblem:
    day = date(1899, 12, 30) + timedelta(days=serial)
    message = f"{serial} looks like a date that lost its format ({day:%d %b %Y})."
    return PeriodProblem(message, "Format the cell as a date and save it again.")


def in_range(start: date, end: date, label: str) -> None:
    if start.year < EARLIEST or end.year > LATEST:
        raise PeriodProblem(f"'{label[:40]}' is outside {EARLIEST} to {LATEST}.", "Check the year.")


def spanning(kind: str, start: date, end: date) -> Period:
    """A period from a file's own kind and dates; a `year` from April or September is that kind of year.

    Raises PeriodProblem where the dates are not a period of that kind.
    """
    try:
        named = PeriodKind(kind)
    except ValueError:
        known = ", ".join(PeriodKind)
        raise PeriodProblem(f"'{kind}' is not a kind of period.", f"Use one of: {known}.") from None
    if named is PeriodKind.YEAR:
        years = {1: PeriodKind.YEAR, 4: PeriodKind.FINANCIAL_YEAR, 9: PeriodKind.ACADEMIC_YEAR}
        named = years.get(start.month, named)
    return Period(named, start, end)


def span_dates(start: date, end: date, kind: PeriodKind | None, accumulation: str = "") -> Period:
    """The period that two dates are for an indicator of this kind: twelve months to March of a rolling series are
    rolling, not a financial year. Without a kind the days decide.

    Raises PeriodProblem where they are another kind of period: a quarter is no month.
    """
    if end < start:
        raise PeriodProblem(
            f"The first day, {start:%d %b %Y}, is after the last, {end:%d %b %Y}.", "Correct one of them."
        )
    period = Period(span_kind(start, end), start, end)
    if kind is None or (kind is PeriodKind.POOLED and period.months < LEAST_POOLED):
        return period if kind is None else refuse_kind(period, kind)
    try:
        return spanning(kind, start, end)
    except PeriodProblem:
        return fit_window(period, kind, accumulation) or refuse_kind(period, kind)


def refuse_kind(found: Period, kind: PeriodKind) -> NoReturn:
    problem = another_kind(found, kind, f"{found.start:%d %b %Y} to {found.end:%d %b %Y}")
    cure = "Correct the dates, or say in the layout what kind of period they are."
    raise PeriodProblem(problem.message, cure)


def find_period_around(day: date, kind: PeriodKind | None, *, starts: bool) -> Period:
    """The period of this kind that begins, or ends, with the one day that a row gives."""
    if kind is None:
        return day_said(day, None)
    period = Period.of(kind, day)
    months = period.months if starts and kind in (PeriodKind.ROLLING3, PeriodKind.ROLLING12) else 1
    return Period.of(kind, shift_months(period.end, months - 1))


def whole_day(text: str) -> date:
    """A date written in full, `2024-10-31` or `31/10/2024`. Raises PeriodProblem."""
    return parse(text, kind=PeriodKind.DAY).start
