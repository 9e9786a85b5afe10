"""Findings in words: the sentence that stands over a chart, a slide, a paper. Short, plain, from the figures only."""

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, Indicator, TargetKind
from outturn.core.units import State, Unit, show, show_signed

GREY = "grey"
HELD = {"known", "suppressed", "provisional"}


def headline(entry: Entry, indicator: Indicator, result: Result) -> str:
    """`Off plan by 54,418 since Jun 2024; getting worse`."""
    parts = [standing(entry, indicator, result), behaviour(result)]
    return "; ".join(part for part in parts if part)


def standing(entry: Entry, indicator: Indicator, result: Result) -> str:
    """Where the latest value stands against what was promised."""
    rating, latest = result.rating, result.latest
    aim = "national figure" if entry.target.kind is TargetKind.COMPARATOR else "plan"
    if rating.met is False:
        return f"Off {aim}{_by(indicator, result)}{since(result)}"
    if rating.met is True:
        exactly = rating.gap == 0
        return f"Exactly on {aim}" if exactly else f"On {aim}"
    if latest.state == State.SUPPRESSED:
        return "Suppressed: too small to show or to rate"
    if latest.plan_state == State.NOT_DUE and latest.plan_period:
        return f"Plan for {latest.plan_period.label} not due yet"
    if entry.target.kind is TargetKind.NONE:
        return "No national target"
    if result.latest.value is None:
        return "Not measured by a figure" if entry.target.kind is not TargetKind.TBC else "Not yet reported"
    return "No plan for the period"


def _by(indicator: Indicator, result: Result) -> str:
    if result.rating.gap is None:
        return ""
    gap = amount(abs(result.rating.gap), indicator)
    return f" by {gap}"


def amount(size: float, indicator: Indicator) -> str:
    """A size without sign, as it stands in a sentence: `1.2 points`, `54,418`, `35m 37s`."""
    if indicator.unit is Unit.PERCENT:
        digits = show_signed(size, Unit.PERCENT, indicator.decimals, bare=True).lstrip("+")
        return f"{digits} points"
    return show(size, indicator.unit, indicator.decimals, scale=indicator.scale)


def since(result: Result) -> str:
    """since Jun 2024 — the first of the unbroken run of adverse ratings that ends with the latest."""
    rated = [
        (period, key)
        for period, key, state in zip(result.points.period, result.points.rating, result.points.state, strict=True)
        if state in HELD
    ]
    run = []
    for period, key in reversed(rated):
        if key in (GREY, "green"):
            break
        run.append(period)
    return f" since {run[-1].label}" if len(run) > 1 else ""


def behaviour(result: Result) -> str:
    """What the series does, by SPC where there are limits, else by the last movement."""
    kind = result.variation.variation
    if kind.endswith("improvement"):
        return "getting better"
    if kind.endswith("concern"):
        return "getting worse"
    if kind == "common_cause":
        return "no real change"
    if kind:
        return "changed, more than by chance"
    moved = {"improving": "better than before", "worsening": "worse than before", "steady": "no change"}
    return moved.get(result.movement.welcome, "")


BETTER = {"improving": "Better", "worsening": "Worse", "steady": "No change", "no_judgement": "Changed"}


def moved(result: Result) -> str:
    return BETTER.get(result.movement.welcome, "")


def chance_words(chance: float) -> str:
    """Never quite certain: `34%`, `less than 1%`, `more than 99%`."""
    if chance < 0.01:
        return "less than 1%"
    return "more than 99%" if chance > 0.99 else show(chance * 100, Unit.PERCENT, 0)


def spoken_list(words: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


NUMBERS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def counted(number: int) -> str:
    """Small numbers in words, at the start of a sentence."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"
