"""How many are off plan, in a sentence: the same on every page and in every paper."""

from outturn.core.report.parts.counts import Tally
from outturn.core.report.wording import counted

PLURALS = {"priority": "priorities"}


def plural(noun: str) -> str:
    return PLURALS.get(noun, f"{noun}s")


def off_plan(count: Tally, noun: str, what: str = "off plan") -> str:
    """`Sixteen of 29 rated priorities are off plan`; true for none, one, one of one, and none rated. No full stop."""
    if not count.total:
        return f"No {plural(noun)} are defined yet"
    if not count.rated:
        each = f"None of the {count.total:,} {plural(noun)} is" if count.total > 1 else f"The one {noun} is not"
        return f"{each} rated yet"
    rated = "" if count.rated == count.total else "rated "
    if count.rated == 1:
        return f"The one {rated}{noun} is {'' if count.off else 'not '}{what}"
    if count.off == count.rated:
        return f"All {count.rated:,} {rated}{plural(noun)} are {what}"
    return f"{counted(count.off)} of {count.rated:,} {rated}{plural(noun)} {'is' if count.off < 2 else 'are'} {what}"


def unrated(count: Tally) -> str:
    """`9 of 38 are not rated`; empty where all are."""
    left = count.total - count.rated
    if not left or not count.rated:
        return ""
    return f"{left:,} of {count.total:,} {'is' if left == 1 else 'are'} not rated"


def updated(number: int, total: int) -> str:
    """`32 of 38 measures have a new figure`; in words for none, one of one, and all. No full stop."""
    if total == 1:
        return "The one measure has a new figure" if number else "The one measure has no new figure"
    if not number:
        return "No measure has a new figure"
    if number == total:
        return f"All {total:,} measures have a new figure"
    return f"{number:,} of {total:,} measures {'has' if number == 1 else 'have'} a new figure"


def blocking(number: int, total: int) -> str:
    """After `3 open findings`: how many of them stop publication; empty for none. No full stop."""
    if not number:
        return ""
    if number == total:
        return f", {'which stops' if total == 1 else 'all of which stop'} publication"
    return f", {number:,} of which {'stops' if number == 1 else 'stop'} publication"
