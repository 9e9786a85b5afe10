"""What is said where there is nothing to show: nothing known, nothing rated, nothing off plan."""

from collections.abc import Iterable

from outturn.core.report.say.counts import plural
from outturn.core.report.say.tally import Tally

NO_EARLIER_EDITION = "There is no edition of an earlier day to compare this one with."
"""Also of a second edition of the first day, which takes the place of the first."""


def unknown(total: int, noun: str, day: str) -> str:
    """Over a page as on an earlier day, when no figure of it was known: `day` is that day."""
    either = "either" if total == 2 else "any"
    what = f"{either} of the {total:,} {plural(noun)}" if total > 1 else f"the one {noun}"
    return f"Nothing was known of {what} on {day}"


def say_no_chart(states: Iterable[str]) -> str:
    """Where a chart of no known value would stand. `states`: of its points."""
    return "Every value is suppressed, so there is nothing to draw." if "suppressed" in states else "No values yet."


def none_off(count: Tally, known: bool, day: str = "") -> str:
    """Where the list of what is off plan is empty. `known`: some figure is; `day`: set when an earlier day is seen."""
    if count.rated and count.rated == count.total:
        return "Nothing is off plan."
    if count.rated:
        return "Nothing that is rated is off plan."
    if day:
        return f"Nothing {'was rated' if known else 'was known'} on {day}, so nothing can be said to be off plan."
    return f"Nothing is {'rated' if known else 'known'} yet, so nothing can be said to be off plan."
