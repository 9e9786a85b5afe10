"""Findings in words: the sentence that stands over a chart, a slide, a paper. Short, plain, from the figures only."""

from outturn.core.assess.reasons import not_in_force
from outturn.core.assess.result import Rating, Result
from outturn.core.assess.standing import AVERAGE
from outturn.core.catalogue import Entry, Indicator, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.say.chances import LEAST, chance_words
from outturn.core.report.say.targets import STRICT, aim_of
from outturn.core.units import State, Unit, show_size

UNLIKELY = 0.1
WORSE = ("getting worse", "worse than before")
ONE = ("1", "less than 1")
WINDOWS = (PeriodKind.ROLLING12, PeriodKind.ROLLING3, PeriodKind.YTD)


def headline(entry: Entry, indicator: Indicator, result: Result) -> str:
    """`Off plan since Jun 2024, now by 54,418; getting worse`."""
    if result.latest.state == State.SUPPRESSED and not result.rating.rated:
        return standing(entry, indicator, result)  # what the series did before says nothing of a hidden figure
    how = behaviour(result)
    said = "; ".join(part for part in (standing(entry, indicator, result), how) if part)
    doubt = prospect(result)
    return f"{said}, {'and' if how in WORSE else 'but'} {doubt}" if doubt else said


def standing(entry: Entry, indicator: Indicator, result: Result) -> str:
    """Where the latest value stands against what was promised. The band decides, not the bare comparison."""
    if result.rating.off:
        return off(aim_of(entry, result), indicator, result)
    if result.rating.on:
        return on(aim_of(entry, result), indicator, result.rating)
    return explain_unrated(entry, result)


def off(aim: str, indicator: Indicator, result: Result) -> str:
    """A strict target is missed by its own figure. When it began is said before by how much it is off now."""
    rating = result.rating
    if rating.gap == 0 and rating.operator in STRICT:
        return f"Exactly on the {aim}, which asks for {STRICT[rating.operator]}"
    size = "" if not rating.gap else amount(rating.gap, indicator)
    longer = rating.since is not None and rating.since != result.latest.period
    since = f" since {since_words(rating.since)}" if longer else ""
    stands = f"Worse than the {aim}" if aim == AVERAGE else f"Off {aim}"
    return stands + since + (f"{', now' if since else ''} by {size}" if size else "")


def since_words(period: Period | None) -> str:
    """`Sep 2024`, `2023/24`; of a window or a sum of the year so far, the month it ends with."""
    if period is None:
        return ""
    return f"{period.end:%b %Y}" if period.kind in WINDOWS else period.label


def on(aim: str, indicator: Indicator, rating: Rating) -> str:
    if rating.met is False:
        size = f", {amount(rating.gap, indicator)} away" if rating.gap else ""
        return f"Within the tolerance of the {aim}{size}"
    if aim == AVERAGE and rating.gap is None:
        return f"No worse than the {aim}"  # of a hidden figure: it may be exactly that
    if aim == AVERAGE:
        return f"Better than the {aim} by {amount(rating.gap, indicator)}" if rating.gap else f"Equal to the {aim}"
    return f"Exactly on {aim}" if rating.gap == 0 else f"On {aim}"


def explain_unrated(entry: Entry, result: Result) -> str:
    """Why there is no rating, in a few words."""
    latest, rating = result.latest, result.rating
    if result.fault:
        return "Not assessed"
    if rating.met is False:
        return f"Misses the {aim_of(entry, result)}; by how much is hidden"
    if latest.state == State.SUPPRESSED:
        return "Suppressed: too small to show or to rate"
    if latest.plan_state == State.NOT_DUE and latest.plan_period:
        return f"Plan for {latest.plan_period.label} not due yet"
    if latest.plan_state == State.NOT_APPLICABLE and latest.period:
        reason = not_in_force(latest.period.end, entry.target)
        return f"{reason[:1].upper()}{reason[1:]}"
    if latest.plan_state == State.SUPPRESSED:
        return "Not rated: what it is compared with is suppressed"
    if entry.target.kind is TargetKind.NONE:
        return "No target"
    if latest.value is None and not latest.text:
        return "Not yet reported" if entry.target.kind is TargetKind.TBC else "No figure available"
    if latest.value is None:
        return "Not measured by a figure"
    return "No plan for the period" if entry.target.kind is TargetKind.TRAJECTORY else "No target for the period"


def amount(size: float, indicator: Indicator) -> str:
    """A size without sign, as it stands in a sentence: `1.2 points`, `54,418`, `35m 37s`, `less than 0.1 points`."""
    if indicator.unit is Unit.PERCENT:
        points = show_size(size, Unit.PERCENT, indicator.decimals, bare=True)
        return f"{points} point{'' if points in ONE else 's'}"
    return show_size(size, indicator.unit, indicator.decimals, scale=indicator.scale)


def prospect(result: Result) -> str:
    """What speaks against a good standing: the year is likely to end short of what was promised for it."""
    ahead = result.forecast
    if result.rating.off or ahead.chance is None or ahead.chance >= UNLIKELY or not ahead.aim:
        return ""
    only = "" if ahead.chance < LEAST else "only "
    return f"{only}{chance_words(ahead.chance)} likely to meet {ahead.aim}"


def behaviour(result: Result) -> str:
    """What the series does, by SPC where there are limits, else by the last movement."""
    if result.variation.improves:
        return "getting better"
    if result.variation.worsens:
        return "getting worse"
    kind = result.variation.variation
    if kind == "common_cause":
        return "no real change"
    if kind:
        return "changed, more than by chance"
    moved = {"improving": "better than before", "worsening": "worse than before", "steady": "no change"}
    return moved.get(result.movement.welcome, "")


def count_of(number: int, noun: str, plural: str = "") -> str:
    """`1 measure`, `3 measures`, `2 entries`."""
    return f"{number:,d} {noun if number == 1 else plural or noun + 's'}"


def all_of(number: int, noun: str, plural: str = "") -> str:
    """`No measures`, `The one measure`, `Both measures`, `All 38 measures`, at the start of a sentence."""
    if number == 1:
        return f"The one {noun}"
    first = {0: "No", 2: "Both"}.get(number, f"All {number:,}")
    return f"{first} {plural or noun + 's'}"


def join_in_words(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def lower_first(words: str) -> str:
    """Words of our own, inside a sentence or after a colon."""
    return words[:1].lower() + words[1:]


NUMBERS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def spell(number: int) -> str:
    """Numbers up to ten in words, at the start of a sentence."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"


def spell_inside(number: int) -> str:
    """The same inside a sentence."""
    return spell(number).lower()


def spell_count(number: int, noun: str, plural: str) -> str:
    """`No ratings changed`, `One rating changed`, `Three ratings changed`, at the start of a sentence."""
    return f"{spell(number) if number else 'No'} {noun if number == 1 else plural}"
