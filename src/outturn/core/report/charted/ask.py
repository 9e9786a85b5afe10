"""The pictures by name: what `outturn chart KIND` draws of a table."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from outturn.core.report.charted.control import draw_control_charts
from outturn.core.report.charted.future import draw_forecasts
from outturn.core.report.charted.groups import draw_funnel
from outturn.core.report.charted.kinds import Kind
from outturn.core.report.charted.measure import Drawn, Measure
from outturn.core.report.charted.over_periods import draw_trends
from outturn.core.report.charted.standing import draw_standing
from outturn.core.report.charted.steps import draw_waterfall
from outturn.core.statistics.table.columns import numbers
from outturn.core.statistics.table.problems import BadInput, Problem


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


LARGEST = 1e18
"""The greatest figure that a chart shows: more digits cannot be read, nor an axis be divided."""


def refuse_beyond(table: pl.DataFrame) -> None:
    """Raise BadInput for each figure that is too large to be drawn."""
    problems: list[Problem] = []
    for name in FIGURES:
        if name in table.columns and (table[name].dtype.is_numeric() or table[name].dtype == pl.String):
            given = numbers(table, name, [])
            problems += [
                Problem(f"{given[row]:g} is too large for a chart. Use another unit, such as millions.", row + 1, name)
                for row in (given.abs() > LARGEST).arg_true().to_list()
            ]
    if problems:
        raise BadInput(problems)


FIGURES = ("value", "target", "numerator", "denominator", "lower95", "upper95", "benchmark")


def draw(table: pl.DataFrame, ask: Ask) -> list[Drawn]:
    """A picture of every series, or one of all groups. Raises BadInput, and ValueError for what cannot be answered."""
    refuse_beyond(table)
    return DRAW.get(ask.kind, draw_controls)(table, ask)


def draw_controls(table: pl.DataFrame, ask: Ask) -> list[Drawn]:
    """Of control charts there are several kinds; they are told apart where they are made."""
    return draw_control_charts(table, ask.measure, ask.kind.value, ask.options, ask.rules)


def draw_ranks(table: pl.DataFrame, ask: Ask) -> list[Drawn]:
    if not ask.areas:
        raise ValueError("Ranks are drawn for an area: name it with --area.")
    return [draw_standing(table, ask.measure, area) for area in ask.areas]


DRAW: dict[Kind, Callable[[pl.DataFrame, Ask], list[Drawn]]] = {
    Kind.TREND: lambda table, ask: draw_trends(table, ask.measure, ask.benchmark),
    Kind.FORECAST: lambda table, ask: draw_forecasts(table, ask.measure, ask.periods, ask.options),
    Kind.FUNNEL: lambda table, ask: [draw_funnel(table, ask.measure, ask.funnel_kind, ask.overdispersion, ask.areas)],
    Kind.WATERFALL: lambda table, ask: [draw_waterfall(table, ask.measure)],
    Kind.RANK: draw_ranks,
}
"""Every other kind is a control chart."""
