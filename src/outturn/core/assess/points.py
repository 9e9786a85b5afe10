"""The series of an entry, as a chart and a table of it need it."""

import polars as pl

from outturn.core.assess.result import Points
from outturn.core.periods import Period, PeriodKind

FIGURES = ("value", "plan", "mean", "lower", "upper")
WORDS = ("state", "rating", "printed", "text", "plan_text", "label", "point_type")


def collect_points(points: pl.DataFrame) -> Points:
    columns = points.to_dict(as_series=False)
    kinds = zip(columns["period_kind"], columns["start"], columns["end"], strict=True)
    restated = (
        was if was is not None and value is not None and was != value else None
        for was, value in zip(columns["was"], columns["value"], strict=True)
    )
    return Points(
        period=tuple(Period(PeriodKind(kind), start, end) for kind, start, end in kinds),
        restated=tuple(restated),
        **{name: tuple(columns[name]) for name in FIGURES},
        **{name: tuple(text or "" for text in columns[name]) for name in WORDS},  # type: ignore[arg-type]
        group=tuple(number or 0 for number in columns["group"]),
    )
