"""Where assurance means something. Limits promise the next figure only while the process that made them goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.catalogue import Indicator
from outturn.core.periods import PeriodKind
from outturn.core.statistics.spc.rulesets import RULE_SETS

WINDOWS = {PeriodKind.ROLLING12: "rolling_12", PeriodKind.ROLLING3: "rolling_3", PeriodKind.POOLED: "pooled_years"}
STRONG = 0.5
"""Share of the variation that a straight line explains: from here on the mean is no longer where the series is."""

NONE = "No assurance is given: {}."
ROLLING = "each figure shares most of its time with the one before, so the limits are narrower than chance"
CUMULATIVE = "the figure adds up over the year, so it moves by itself"
TREND = "the figures rise or fall so steadily that the limits, set about their mean, say nothing of the next one"
LEFT = "the latest figures have left the limits that earlier ones set"


@dataclass(frozen=True)
class Assurance:
    """`word` is empty where none is given; `why` then says why, as a sentence; empty where none was to be had.

    `limits`: where the target lies to the limits as drawn; empty where the limits themselves mean nothing.
    """

    word: str = ""
    why: str = ""
    limits: str = ""


def is_cumulative(indicator: Indicator) -> bool:
    """A sum of the year so far begins again every April: neither its runs nor its limits mean anything."""
    return indicator.period_kind is PeriodKind.YTD or indicator.accumulation == "year_to_date"


def is_rolling(indicator: Indicator) -> bool:
    return indicator.period_kind in WINDOWS or indicator.accumulation in WINDOWS.values()


def assure(word: str, indicator: Indicator, values: Sequence[float], *, moving: bool, denied: bool) -> Assurance:
    """What the limits promise, where that may be believed. `values`: the known ones of the last group, in order.

    `moving`: the latest figure is more than chance; `denied`: it is rated the other way.
    """
    if not word:
        return Assurance()
    needed = RULE_SETS[indicator.spc_rules].advised_points
    if is_cumulative(indicator):
        return Assurance(why=NONE.format(CUMULATIVE))
    if is_rolling(indicator):
        return Assurance(why=NONE.format(ROLLING))
    if len(values) < needed:
        return Assurance(why=NONE.format(f"there are {len(values)} figures, and {needed} are needed"))
    if moving and find_share_of_line(values) >= STRONG:
        return Assurance(why=NONE.format(TREND), limits=word)
    if moving and denied:
        return Assurance(why=NONE.format(LEFT), limits=word)
    return Assurance(word, limits=word)


def find_share_of_line(values: Sequence[float]) -> float:
    """The share of the variation that a straight line through the values explains, 0 to 1 (r squared)."""
    n = len(values)
    if n < 3:
        return 0.0
    middle, mean = (n - 1) / 2, sum(values) / n
    along = sum((place - middle) * (value - mean) for place, value in enumerate(values))
    spread = sum((place - middle) ** 2 for place in range(n)) * sum((value - mean) ** 2 for value in values)
    return along * along / spread if spread > 0 else 0.0
