"""The statistics by name: what `outturn stats KIND` works out, on one machine or shared out on a cluster."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Any

import polars as pl

from outturn.core.statistics.kinds import Kind
from outturn.core.statistics.peers.comparison import compare
from outturn.core.statistics.peers.funnels import funnel
from outturn.core.statistics.peers.quantiles import quantile
from outturn.core.statistics.peers.target_ranges import against_target
from outturn.core.statistics.rates.inequality_indices import inequality
from outturn.core.statistics.rates.intervals import mean, proportion, rate
from outturn.core.statistics.rates.life_tables import life_expectancy
from outturn.core.statistics.rates.standardised import dsr, isr
from outturn.core.statistics.trend.recent import trend


@dataclass(frozen=True)
class Ask:
    """One question. Fields that its kind does not use are left alone; None takes the default of the kind."""

    kind: Kind
    multiplier: float | None = None
    reference: pl.DataFrame | None = None
    shown_as: str = "ratio"
    k: int = 10
    invert: bool = False
    value_kind: str | None = None
    overdispersion: bool = False
    method: str | None = None
    ages: tuple[int, ...] = (0,)

    def __post_init__(self) -> None:
        """Raises ValueError for a multiplier that makes no sense."""
        if self.multiplier is not None and not (isfinite(self.multiplier) and self.multiplier > 0):
            raise ValueError(f"The multiplier is {self.multiplier:g}. Use a number above 0, such as 100 or 100000.")


def answer(frame: pl.DataFrame, ask: Ask, among: pl.Series | None = None) -> pl.DataFrame:
    """The statistic asked for. `among`: when `frame` is a part of a table, the distinct values of its WHOLE_COLUMN.

    Raises BadInput for a table that cannot be read, ValueError for a question that cannot be answered.
    """
    times: dict[str, Any] = {} if ask.multiplier is None else {"multiplier": ask.multiplier}
    method = {} if ask.method is None else {"method": ask.method}
    kind: dict[str, Any] = {} if ask.value_kind is None else {"kind": ask.value_kind}
    ways: dict[Kind, Callable[[], pl.DataFrame]] = {
        Kind.PROPORTION: lambda: proportion(frame, **times),
        Kind.RATE: lambda: rate(frame, **times),
        Kind.MEAN: lambda: mean(frame),
        Kind.DSR: lambda: dsr(frame, among=among, **times),
        Kind.ISR: lambda: isr(frame, require_reference(ask), ask.shown_as, among=among, **times),
        Kind.QUANTILE: lambda: quantile(frame, ask.k, ask.invert),
        Kind.FUNNEL: lambda: funnel(frame, multiplier=ask.multiplier, overdispersion=ask.overdispersion, **kind),
        Kind.TREND: lambda: trend(frame),
        Kind.COMPARE: lambda: compare(frame, **method),
        Kind.TARGET: lambda: against_target(frame, **method),
        Kind.INEQUALITY: lambda: inequality(frame, among=among, **kind, **times),
        Kind.LIFE_EXPECTANCY: lambda: life_expectancy(frame, ask.ages, among),
    }
    return ways[ask.kind]()


def require_reference(ask: Ask) -> pl.DataFrame:
    """The reference population of an indirectly standardised ratio."""
    if ask.reference is None:
        raise ValueError("Indirect standardisation needs --reference FILE with band, numerator, denominator.")
    return ask.reference
