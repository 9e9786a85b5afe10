"""How a period is named, in full and in short. Works on the kind's word, so that `Period` can import it."""

from datetime import date

from outturn.core.periods.months import APRIL, NAMES, is_month_end, month_number, shift_months, year_start


def full(kind: str, start: date, end: date) -> str:
    """`Oct 2024`, `Q2 2024/25`, `2024/25`, `2022`, `12 months to Sep 2024`, `Apr to Oct 2024 (M7)`."""
    match kind:
        case "day" | "census":
            return write_day(end)
        case "week":
            return f"Week to {write_day(end)}"
        case "quarter":
            return f"Q{(start.month - APRIL) % 12 // 3 + 1} {financial(start)}"
        case "half":
            return f"H{(start.month - APRIL) % 12 // 6 + 1} {financial(start)}"
        case "academic_year":
            return f"{write_split_year(start.year)} academic year"
        case "ytd":
            return f"{write_months(start, end)} (M{month_number(end) - month_number(start) + 1})"
        case "rolling3" | "rolling12":
            return f"{kind.removeprefix('rolling')} months to {month(end)}"
        case _:
            return write_span(start, end)


def write_short_label(kind: str, start: date, end: date) -> str:
    """`Oct 24`, `Q2 24/25`, `2024/25`, `2020-22`, `12m to Sep 24`, `M7 24/25`."""
    match kind:
        case "day" | "census":
            return f"{end.day} {small_month(end)}"
        case "week":
            return f"w/e {end.day} {small_month(end)}"
        case "month":
            return small_month(end)
        case "quarter" | "half":
            name, years = full(kind, start, end).split()
            return f"{name} {years[2:]}"
        case "academic_year":
            return f"AY {write_split_year(start.year)[2:]}"
        case "ytd":
            return f"M{month_number(end) - month_number(start) + 1} {financial(start)[2:]}"
        case "rolling3" | "rolling12":
            return f"{kind.removeprefix('rolling')}m to {small_month(end)}"
        case "pooled" if whole_years(start, end, 1):
            return f"{start.year}-{end.year % 100:02d}"
        case _:
            return write_span(start, end)


def write_span(start: date, end: date) -> str:
    """The plainest name of any span: a year, a run of years, a run of months, or two days."""
    if whole_years(start, end, 1):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    if whole_years(start, end, APRIL):
        first, last = financial(start), financial(end)
        return first if first == last else f"{first} to {last}"
    if start.day == 1 and is_month_end(end):
        return write_months(start, end)
    return write_day(start) if start == end else f"{write_day(start)} to {write_day(end)}"


def write_months(start: date, end: date) -> str:
    """`Oct 2024`, `Apr to Oct 2024`, `Apr 2024 to Jan 2025`."""
    if month_number(start) == month_number(end):
        return month(start)
    first = NAMES[start.month - 1] if start.year == end.year else month(start)
    return f"{first} to {month(end)}"


def whole_years(start: date, end: date, first_month: int) -> bool:
    return (
        (start.month, start.day) == (first_month, 1)
        and is_month_end(end)
        and shift_months(end, 1).month == first_month
        and end > start
    )


def financial(day: date) -> str:
    return write_split_year(year_start(day, APRIL).year)


def write_split_year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02d}"


def write_day(when: date) -> str:
    return f"{when.day} {month(when)}"


def month(when: date) -> str:
    return f"{NAMES[when.month - 1]} {when.year}"


def small_month(when: date) -> str:
    return f"{NAMES[when.month - 1]} {when.year % 100:02d}"
