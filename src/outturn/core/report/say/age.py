"""How old figures are: a page whose figures are later than they usually come says so."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from outturn.core.periods import Period
from outturn.core.periods.months import last_of, month_number


@dataclass(frozen=True)
class Newest:
    """The newest period of a measure, and how many months after its end a figure usually comes."""

    period: Period
    lag_months: int


def due(newest: Newest) -> date:
    """The day by which the figure of the next period should have come: a month's grace after its usual lag."""
    return last_of(month_number(newest.period.next().end) + newest.lag_months + 1)


def age(newest: Iterable[Newest], today: date, past: bool = False, over: bool = False) -> str:
    """`The figures are old: most are for Oct 2024 or earlier, 25 months ago.`; empty where most are as new as usual.

    `newest`: of each measure, or how many there are of each kind (a Counter). `past`: the page is seen as on an earlier
    day. `over`: the years of the framework have ended.
    """
    counts = Counter(newest)
    if not counts:
        return ""
    total = counts.total()
    last = max((each.period for each in counts), key=lambda period: period.end)
    if over:
        return f"The years of this framework are over. Its newest figure is for {last.label}."
    late = sum(number for each, number in counts.items() if due(each) < today)
    if 2 * late <= total:
        return ""
    if total == 1:
        return f"The figure is old: it is for {last.label}, {ago(last.months_behind(today), today, past)}."
    how_many = "The figures are" if late == total else f"{late:,} of {total:,} figures are"
    most = middle_end(counts)
    how_long = ago(month_number(today) - month_number(most), today, past)
    return f"{how_many} old: most are for {most:%b %Y} or earlier, {how_long}."


def middle_end(counts: Counter[Newest]) -> date:
    """The day by which the periods of more than half of the measures end."""
    ends = sorted((each.period.end, number) for each, number in counts.items())
    so_far = list(accumulate(number for _, number in ends))
    return ends[bisect_right(so_far, counts.total() // 2)][0]


def ago(months: int, today: date, past: bool) -> str:
    """`25 months ago`; seen as on an earlier day, `a month before 14 Jan 2025`."""
    if not months:
        return "the month of this day" if past else "this month"
    how_long = "a month" if months == 1 else f"{months:,} months"
    return f"{how_long} before {today.day} {today:%b %Y}" if past else f"{how_long} ago"
