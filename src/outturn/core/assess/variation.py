"""What statistical process control says of an entry: how it varies, what the limits promise, and how urgent that is."""

from dataclasses import replace

import polars as pl

from outturn.core.assess.agreement import believe, contradicts, say_disagreement
from outturn.core.assess.assured import assure, is_cumulative
from outturn.core.assess.charting import Control
from outturn.core.assess.result import Rating, Variation
from outturn.core.catalogue import Indicator
from outturn.core.periods import PeriodKind
from outturn.core.statistics.spc.exceptions import REST, exception_rank, exception_words

CHANCE = "common_cause"
NO_CHART_OF_SUMS = (
    "No limits are drawn: the figure adds up over the year and begins again each April, so it would break every rule "
    "of a control chart by itself."
)
OVERLAPPING = {PeriodKind.ROLLING12: ("twelve", "eleven"), PeriodKind.ROLLING3: ("three", "two")}
"""How many months a point of a rolling series covers, and how many it shares with the next."""


def vary(
    control: Control | None, points: pl.DataFrame, plan: float | None, rating: Rating, aim: str, indicator: Indicator
) -> Variation:
    """`plan` and `aim`: what the latest figure is held against, and what that is (plan, target, national average)."""
    if is_cumulative(indicator):
        return Variation(n=points["value"].count(), note=NO_CHART_OF_SUMS)
    if control is None:
        return Variation()
    promised = assure(
        control.assurance if control.variation else "",
        indicator,
        read_last_group(points),
        moving=control.variation != CHANCE,
        denied=contradicts(control.assurance, rating),
    )
    variation = Variation(
        rules=control.rules,
        n=control.n,
        mean=control.mean,
        lower=control.lower,
        upper=control.upper,
        variation=control.variation,
        variation_icon=control.variation_icon,
        assurance=promised.word,
        assurance_icon=control.assurance_icon if promised.word else "",
        unassured=promised.why,
        order=urgency(control, promised.word, plan),
        note=add_overlap(control.note, indicator, control.lower is not None),
        agreement=say_disagreement(rating, control.variation, promised.limits, aim),
    )
    if not control.variation:
        return variation
    return replace(variation, words=exception_words(control.variation, believe(promised.word, rating)))


def read_last_group(points: pl.DataFrame) -> list[float]:
    """The known values between the limits in force, oldest first."""
    grouped = points.filter(pl.col("group").is_not_null() & pl.col("value").is_not_null())
    return grouped.filter(pl.col("group") == pl.col("group").last())["value"].to_list()


def urgency(control: Control, assurance: str, plan: float | None) -> float:
    """Higher is to be explained sooner: the rank of the icons, then how far the mean is from the plan."""
    rank = exception_rank(control.variation or None, assurance or None)
    if rank is None:
        return 0.0
    width = (control.upper or 0) - (control.lower or 0)
    distance = abs(control.mean - plan) / width if plan is not None and control.mean is not None and width > 0 else 0.0
    return 1 + REST - rank + distance / (1 + distance)


def add_overlap(note: str, indicator: Indicator, limited: bool) -> str:
    """The engine's note, and, where limits are drawn, a warning if the points of the series overlap."""
    if not limited or indicator.period_kind not in OVERLAPPING:
        return note
    months, shared = OVERLAPPING[indicator.period_kind]
    overlap = (
        f"Each point covers {months} months and shares {shared} of them with its neighbour, so the limits are "
        "too narrow: read runs with care."
    )
    return f"{note}. {overlap}" if note else overlap
