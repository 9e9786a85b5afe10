"""Which periods a regular series leaves out, as plain loops over the days of many series, compiled by Numba.

`days` holds the dates of every series end to end, rising in each, as days since 1970; series s is
days[starts[s]:starts[s + 1]]. The rule in words: docs/method/spc.md.
"""

from typing import Any

import numpy as np

from outturn.core.statistics.table.compiled import compile_loops

LEAST_POINTS = 6
"""Fewer points show no rhythm."""
LONGEST_HOLE = 100
"""A hole of more periods than this is closed by one empty row instead of one for each."""
NONE, DAYS, MONTHS = 0, 1, 2

compiled = compile_loops()


@compiled
def civil(day: int) -> tuple[int, int, int]:
    """Month (counted from the year 0), day of the month, days to its end (Hinnant's algorithm)."""
    z = day + 719_468
    era = z // 146_097
    doe = z - era * 146_097
    yoe = (doe - doe // 1460 + doe // 36_524 - doe // 146_096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    dom = doy - (153 * mp + 2) // 5 + 1
    month = mp + 2 if mp < 10 else mp - 10
    year = yoe + era * 400 + (1 if month <= 1 else 0)
    return year * 12 + month, dom, month_length(year, month) - dom


@compiled
def month_length(year: int, month: int) -> int:
    """`month` counts from 0."""
    if month == 1:
        return 29 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 28
    return 30 if month == 3 or month == 5 or month == 8 or month == 10 else 31


@compiled
def first_of(month: int) -> int:
    """The first day of a month that is counted from the year 0."""
    year, m = month // 12, month % 12
    y = year - (1 if m <= 1 else 0)
    era = y // 400
    yoe = y - era * 400
    doy = (153 * (m - 2 if m > 1 else m + 10) + 2) // 5
    return era * 146_097 + yoe * 365 + yoe // 4 - yoe // 100 + doy - 719_468


@compiled
def all_even(days: Any, starts: Any) -> bool:
    """Whether all series together keep one of the usual rhythms, so that none can leave anything out.

    All neighbours are counted, which needs no branch, then those taken off that are of two series.
    """
    months, quarters, years, weeks, single = 0, 0, 0, 0, 0
    later = days[1:]
    for i in range(later.size):
        gap = later[i] - days[i]
        months += (gap < 28) | (gap > 31)
        quarters += (gap < 89) | (gap > 92)
        years += (gap < 365) | (gap > 366)
        weeks += gap != 7
        single += gap != 1
    for s in range(1, starts.size - 1):
        gap = days[starts[s]] - days[starts[s] - 1]
        months -= (gap < 28) | (gap > 31)
        quarters -= (gap < 89) | (gap > 92)
        years -= (gap < 365) | (gap > 366)
        weeks -= gap != 7
        single -= gap != 1
    return months == 0 or quarters == 0 or years == 0 or weeks == 0 or single == 0


@compiled
def suspects(days: Any, starts: Any) -> Any:
    """Series whose dates are not evenly spaced: the only ones that can leave anything out."""
    found = np.zeros(starts.size - 1, np.uint8)
    if all_even(days, starts):
        return found
    for s in range(starts.size - 1):
        lo, hi = starts[s], starts[s + 1]
        if hi - lo < LEAST_POINTS:
            continue
        least, most = days[lo + 1] - days[lo], days[lo + 1] - days[lo]
        for i in range(lo + 2, hi):
            gap = days[i] - days[i - 1]
            least, most = min(least, gap), max(most, gap)
        even = least == most or (least >= 28 and most <= 31) or (least >= 89 and most <= 92)
        found[s] = not (even or (least >= 181 and most <= 184) or (least >= 365 and most <= 366))
    return found


@compiled
def rhythm(days: Any) -> tuple[int, int]:
    """The unit of a series and its step: months, or days of weeks or single ones; NONE where it keeps none.

    Months: four weeks or more apart, always the same day of the month, or always in its first or its last week. Weeks
    and months: the step divides every gap and is at least half of them. Days: nine in ten gaps are of one day.
    """
    gaps = days.size - 1
    least = days[1] - days[0]
    for i in range(1, days.size):
        least = min(least, days[i] - days[i - 1])
    if least >= 28:
        step = months_apart(days)
        if step:
            return MONTHS, step
    usual, fits = 0, 0
    for i in range(1, days.size):
        gap = days[i] - days[i - 1]
        usual += gap == least
        fits += gap % least == 0
    if least % 7 == 0 and least <= 28 and fits == gaps and 2 * usual >= gaps:
        return DAYS, least
    return (DAYS, 1) if least == 1 and 10 * usual >= 9 * gaps else (NONE, 0)


@compiled
def months_apart(days: Any) -> int:
    """The step in months; 0 where the days do not stand at one place of the month, or keep no step."""
    month, dom, left = civil(days[0])
    first_day, same, first_week, last_week = dom, True, dom <= 7, left < 7
    least, usual, before = 10**6, 0, month
    for i in range(1, days.size):
        month, dom, left = civil(days[i])
        same, first_week, last_week = same and dom == first_day, first_week and dom <= 7, last_week and left < 7
        gap = month - before
        usual = 1 if gap < least else usual + (gap == least)
        least, before = min(least, gap), month
    if not (same or first_week or last_week) or least < 1 or 2 * usual < days.size - 1:
        return 0
    before = civil(days[0])[0]
    for i in range(1, days.size):
        month = civil(days[i])[0]
        if (month - before) % least:
            return 0
        before = month
    return least


@compiled
def ahead(day: int, unit: int, steps: int, at_end: bool) -> Any:
    """The day so many days or months later; the end of a month stays one where all are."""
    if unit == DAYS:
        return day + steps
    month, dom, _ = civil(day)
    first = first_of(month + steps)
    last = first_of(month + steps + 1) - 1
    return last if at_end else min(first + dom - 1, last)


@compiled
def find_left_out(days: Any, starts: Any, suspect: Any) -> Any:
    """Where rows are missing: the row before which each is to stand, and its day."""
    before, which = [np.int64(0) for _ in range(0)], [np.int64(0) for _ in range(0)]
    for s in range(starts.size - 1):
        lo, hi = starts[s], starts[s + 1]
        unit, step = rhythm(days[lo:hi]) if suspect[s] else (NONE, 0)
        if unit == NONE:
            continue
        at_end = True
        for i in range(lo, hi):
            at_end = at_end and civil(days[i])[2] == 0
        for i in range(lo + 1, hi):
            apart = days[i] - days[i - 1] if unit == DAYS else civil(days[i])[0] - civil(days[i - 1])[0]
            missing = apart // step - 1
            for k in range(min(missing, 1) if missing > LONGEST_HOLE else missing):
                before.append(np.int64(i))
                which.append(np.int64(ahead(days[i - 1], unit, step * (k + 1), at_end)))
    return np.array(before, np.int64), np.array(which, np.int64)
