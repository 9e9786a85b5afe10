"""The chart of one series of a table: what all its kinds have in common."""

from datetime import date
from typing import Any

import polars as pl

from outturn.core.report.charted.measure import Measure, describe
from outturn.core.report.document import Fact, anchor_of
from outturn.core.report.pictures import Chart, ChartKind, Point


def chart_series(
    name: str,
    kind: ChartKind,
    points: tuple[Point, ...],
    measure: Measure,
    *,
    title: str,
    subtitle: str,
    facts: tuple[Fact, ...],
    **more: Any,
) -> Chart:
    """`facts`: what the text for those who cannot see it says. `more`: what the kind has beyond points."""
    return Chart(
        anchor=anchor_of("chart", name),
        kind=kind,
        title=title,
        subtitle=subtitle,
        alt=describe(title, subtitle, facts),
        unit=measure.unit.value,
        decimals=measure.decimals,
        scale=measure.scale,
        direction=measure.direction,
        points=points,
        unit_words=measure.words,
        **more,
    )


def flat_target(aims: pl.Series) -> float | None:
    """The one target of every date, if there is one; targets that change are a plan."""
    return float(aims[0]) if aims.null_count() == 0 and aims.n_unique() == 1 else None


def plan_of(aims: pl.Series) -> list[float | None]:
    """The plan of each date: none where one target holds for all."""
    return aims.to_list() if flat_target(aims) is None else [None] * len(aims)


def target_of(aims: pl.Series, measure: Measure) -> dict[str, Any]:
    """The flat target of a chart, with its name."""
    flat = flat_target(aims)
    return {} if flat is None else {"target": flat, "target_label": f"Target {measure.text(flat)}"}


def write_values(part: pl.DataFrame, measure: Measure) -> list[str]:
    """The value of each row, or the mark of what stands in its place."""
    return [measure.text(value, state) for value, state in part.select("value", "state").iter_rows()]


def end_of(chart: Chart) -> tuple[date, str] | None:
    """Day and label of the last point with a value."""
    return max(((point.date, point.label) for point in chart.points if point.value is not None), default=None)
