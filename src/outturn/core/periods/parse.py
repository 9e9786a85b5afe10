"""From a label to a period: one door for text, spreadsheet dates and bare years."""

import math
from datetime import date, datetime

from outturn.core.periods.fit import fitted
from outturn.core.periods.forms import FORMS, Said
from outturn.core.periods.period import Period, PeriodKind, PeriodProblem
from outturn.core.periods.words import squared

LONGEST = 60
EARLIEST, LATEST = 1900, 2199
SPREADSHEET_SERIALS = range(20_000, 80_000)


def parse(
    label: str | int | float | date, *, kind: PeriodKind | None = None, within: Period | date | None = None
) -> Period:
    """The period that a label names. Raises PeriodProblem, whose text is a sentence with the cure.

    `kind` says what the column holds: `Sep-24` with kind quarter is the quarter that ends in September 2024, with
    rolling12 the twelve months to it. `within` (a financial year or any day in it) completes labels that name
    no year: `M7`, `Q2`, `Oct`.
    """
    if isinstance(label, date):
        day = label.date() if isinstance(label, datetime) else label
        in_range(day, day, str(day))
        return fitted(day_said(day, kind), kind, str(day))
    if isinstance(label, (int, float)):
        label = whole_number(label)
    text = squared(label)
    if not text:
        raise PeriodProblem("The period is empty.", "Write the month, such as Oct 2024.")
    year = Period.of(PeriodKind.FINANCIAL_YEAR, within if isinstance(within, date) else within.end) if within else None
    for form, build in FORMS if len(text) <= LONGEST else ():
        if found := form.fullmatch(text):
            period = build(found, Said(label.strip(), kind, year))
            in_range(period.start, period.end, label.strip())
            return fitted(period, kind, label.strip())
    raise PeriodProblem(
        f"'{label.strip()[:40]}' is not a period.", "Write it as Oct 2024, Q2 2024/25, 2024/25 or 2024-10-31."
    )


def day_said(day: date, kind: PeriodKind | None) -> Period:
    """A date from a spreadsheet; where nothing says otherwise, the first of a month means the month."""
    month = kind is None and day.day == 1
    return Period.of(PeriodKind.MONTH if month else PeriodKind.DAY, day)


def whole_number(label: int | float) -> str:
    if not math.isfinite(label) or label != int(label):
        raise PeriodProblem(f"'{label}' is not a period.", "Write it as Oct 2024 or 2024/25.")
    if int(label) in SPREADSHEET_SERIALS:
        raise PeriodProblem(
            f"{int(label)} looks like a date that lost its format.", "Format the cell as a date and save it again."
        )
    return str(int(label))


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


def whole_day(text: str) -> date:
    """A date written in full, `2024-10-31` or `31/10/2024`. Raises PeriodProblem."""
    return parse(text, kind=PeriodKind.DAY).start
