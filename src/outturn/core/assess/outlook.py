"""Forecast of the year's end for every measure with a trajectory, and the chance of meeting what was promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from outturn.core.assess.result import Forecast, ForecastPoint
from outturn.core.catalogue import Catalogue, Entry, TargetKind
from outturn.core.periods import Period, PeriodKind

PROMISES = {TargetKind.TRAJECTORY, TargetKind.FLAT}
STEPS = {"month": 12, "quarter": 4, "rolling12": 12}


@dataclass(frozen=True)
class Aim:
    value: float | None
    words: str


def outlooks(points: pl.DataFrame, entries: Sequence[Entry], catalogue: Catalogue) -> dict[int, Forecast]:
    """Forecast by entry number. Measures whose periods are not monthly or quarterly are left out."""
    from outturn.core.assess.forecasts import chance, forecast

    promised = [number for number, entry in enumerate(entries) if entry.target.kind in PROMISES]
    some = points.filter(pl.col("entry").is_in(promised) & pl.col("period_kind").is_in(list(STEPS)))
    some = some.filter(pl.col("state") != "not_applicable").unique(["entry", "end"], keep="last").sort("entry", "end")
    made: dict[int, Forecast] = {}
    for (kind,), part in some.partition_by("period_kind", as_dict=True).items():
        made |= _of_kind(part, PeriodKind(kind), entries, forecast, chance)
    return made


def _of_kind(part: pl.DataFrame, kind: PeriodKind, entries: Sequence[Entry], forecast, chance) -> dict[int, Forecast]:
    raise NotImplementedError
