"""How many are off plan, in a sentence: the same on every page and in every paper."""

from outturn.core.catalogue import FrameworkKind
from outturn.core.report.say.tally import Tally
from outturn.core.report.wording import all_of, spell

IS = ("is", "is not")
PLURALS = {"priority": "priorities"}
TOPICS = {
    FrameworkKind.PRIORITIES: ("priority", "off plan"),
    FrameworkKind.FINANCE: ("finance indicator", "off plan for the year to date"),
    FrameworkKind.OUTCOMES: ("figure", "off target"),
}
"""What the measures of a framework are called, and what they may be."""


def topic_of(kind: FrameworkKind) -> tuple[str, str]:
    """`priority`, `off plan`."""
    return TOPICS.get(kind, ("measure", "off plan"))


def plural(noun: str) -> str:
    return PLURALS.get(noun, f"{noun}s")


def off_plan(count: Tally, noun: str, what: str = "off plan") -> str:
    """`16 of 29 rated priorities are off plan`; true for none, one, one of one, and none rated. No full stop."""
    if not count.total:
        return f"No {plural(noun)} are defined yet"
    if not count.rated:
        return f"{none_of(count.total, noun, plural(noun), IS)} rated yet"
    rated = "" if count.rated == count.total else "rated "
    if count.rated == 1:
        return f"The one {rated}{noun} is {'' if count.off else 'not '}{what}"
    if count.off == count.rated:
        return f"{all_of(count.rated, rated + noun, rated + plural(noun))} are {what}"
    if count.rated == 2 and not count.off:
        return f"Neither {rated}{noun} is {what}"
    return f"{spell(count.off)} of {count.rated:,} {rated}{plural(noun)} {'is' if count.off < 2 else 'are'} {what}"


def none_of(total: int, noun: str, nouns: str, verb: tuple[str, str]) -> str:
    """`The one measure is not`, `Neither measure is`, `None of the 38 measures is`. `verb`: as it is, and with not."""
    does, does_not = verb
    if total < 3:
        return f"The one {noun} {does_not}" if total == 1 else f"Neither {noun} {does}"
    return f"None of the {total:,} {nouns} {does}"


def say_unrated(count: Tally) -> str:
    """`9 of 38 are not rated`; empty where all are."""
    left = count.total - count.rated
    if not left or not count.rated:
        return ""
    return f"{left:,} of {count.total:,} {'is' if left == 1 else 'are'} not rated"


def say_updated(number: int, total: int) -> str:
    """`32 of 38 measures have a new figure`; in words for none, one of one, and all. No full stop."""
    if total == 1:
        return "The one measure has a new figure" if number else "The one measure has no new figure"
    if not number:
        return "No measure has a new figure"
    if number == total:
        return f"{all_of(total, 'measure')} have a new figure"
    return f"{number:,} of {total:,} measures {'has' if number == 1 else 'have'} a new figure"


def blocking(number: int, total: int) -> str:
    """After `3 open findings`: how many of them stop publication; empty for none. No full stop."""
    if not number:
        return ""
    if number == total:
        which = {1: "which stops", 2: "both of which stop"}.get(total, "all of which stop")
        return f", {which} publication"
    return f", {number:,} of which {'stops' if number == 1 else 'stop'} publication"
