"""The pictures by name: what `outturn chart KIND` draws of a table."""

from dataclasses import dataclass

import polars as pl

from outturn.core.report.charted.control import control
from outturn.core.report.charted.future import forecasts
from outturn.core.report.charted.groups import funnel_picture
from outturn.core.report.charted.kinds import Kind
from outturn.core.report.charted.measure import Drawn, Measure
from outturn.core.report.charted.over_periods import trends
from outturn.core.report.charted.standing import standing
from outturn.core.report.charted.steps import waterfall


@dataclass(frozen=True)
class Ask:
    """One question. Fields that its kind does not use are left alone."""

    kind: Kind
    measure: Measure
    options: pl.DataFrame | None = None
    rules: str = "making-data-count"
    periods: int = 6
    benchmark: str = "Benchmark"
    funnel_kind: str = "proportion"
    overdispersion: bool = False
    areas: tuple[str, ...] = ()


def draw(table: pl.DataFrame, ask: Ask) -> list[Drawn]:
    """A picture of every series, or one of all groups. Raises BadInput, and ValueError for what cannot be answered."""
    if ask.kind is Kind.TREND:
        return trends(table, ask.measure, ask.benchmark)
    if ask.kind is Kind.FORECAST:
        return forecasts(table, ask.measure, ask.periods, ask.options)
    if ask.kind is Kind.FUNNEL:
        return [funnel_picture(table, ask.measure, ask.funnel_kind, ask.overdispersion, ask.areas)]
    if ask.kind is Kind.WATERFALL:
        return [waterfall(table, ask.measure)]
    if ask.kind is Kind.RANK:
        if not ask.areas:
            raise ValueError("Ranks are drawn for an area: name it with --area.")
        return [standing(table, ask.measure, area) for area in ask.areas]
    return control(table, ask.measure, ask.kind.value, ask.options, ask.rules)
