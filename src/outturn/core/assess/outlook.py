"""Forecast of the year's end for every measure with a trajectory, and the chance of meeting what was promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from outturn.core.assess.forecast_chance import chance
from outturn.core.assess.forecasts import forecast
from outturn.core.assess.result import Forecast, ForecastPoint
from outturn.core.catalogue import Catalogue, Direction, Entry, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.units import Unit

PROMISES = {TargetKind.TRAJECTORY, TargetKind.FLAT}
KINDS = ("month", "quarter", "rolling12")
WORDS = {Direction.HIGHER: "increase", Direction.LOWER: "decrease", Direction.NONE: "neutral"}
CAN_BE_NEGATIVE = {Unit.MONEY, Unit.SCORE, Unit.RATIO}


@dataclass(frozen=True)
class Aim:
    """What the end of the path is held against."""

    value: float | None
    words: str


def outlooks(points: pl.DataFrame, entries: Sequence[Entry], catalogue: Catalogue) -> dict[int, Forecast]:
    """Forecast by entry number, for series of months, quarters or rolling years. Needs entry, end, value, plan."""
    promised = [number for number, entry in enumerate(entries) if entry.target.kind in PROMISES]
    some = points.filter(pl.col("entry").is_in(promised) & pl.col("period_kind").is_in(KINDS))
    some = some.filter(pl.col("state") != "not_applicable").unique(["entry", "end"], keep="last").sort("entry", "end")
    known = some.filter(pl.col("value").is_not_null())
    ends = known.group_by("entry", maintain_order=True).agg(pl.last("end"), pl.last("period_kind"))
    horizons = {row["entry"]: (year_end(row["end"]), row["period_kind"]) for row in ends.iter_rows(named=True)}
    made: dict[int, Forecast] = {}
    for horizon in sorted(set(horizons.values())):
        chosen = [entry for entry, found in horizons.items() if found == horizon]
        part = some.filter(pl.col("entry").is_in(chosen) & (pl.col("period_kind") == horizon[1]))
        made |= _to(horizon[0], PeriodKind(horizon[1]), part, entries, catalogue)
    return made


def year_end(last: date) -> date:
    """31 March after a date: a year that has just ended is over, so the next one is meant."""
    return date(last.year + ((last.month, last.day) >= (3, 31)), 3, 31)


def _to(
    horizon: date, kind: PeriodKind, part: pl.DataFrame, entries: Sequence[Entry], catalogue: Catalogue
) -> dict[int, Forecast]:
    series = part.select(pl.col("entry").alias("series"), pl.col("end").alias("date"), "value")
    paths = forecast(series, horizon_end=horizon)
    plans = part.filter(pl.col("plan").is_not_null()).group_by("entry").agg(pl.last("plan"), pl.last("end"))
    last_plans = {row["entry"]: (row["plan"], row["end"]) for row in plans.iter_rows(named=True)}
    ids = paths["series"].unique().to_list()
    aims = {entry: aim(entries[entry], horizon, last_plans.get(entry)) for entry in ids}
    chances = chance(
        paths,
        pl.DataFrame({"series": ids, "target": [aims[entry].value for entry in ids]}, schema_overrides=_FLOAT),
        pl.DataFrame({"series": ids, "direction": [WORDS[entries[entry].direction] for entry in ids]}),
    )
    likely = dict(chances.select("series", "chance").iter_rows())
    units = {entry: catalogue.indicators[entries[entry].indicator].unit for entry in ids}
    return {
        entry: _forecast(rows, kind, aims[entry], likely.get(entry), units[entry])
        for (entry,), rows in paths.partition_by("series", as_dict=True).items()
    }


_FLOAT = {"target": pl.Float64}


def aim(entry: Entry, horizon: date, last_plan: tuple[float, date] | None) -> Aim:
    """The ambition for the horizon, the flat target, or the last value of the trajectory: the words say which."""
    dated = [goal for goal in entry.ambitions if goal.by <= horizon and (not last_plan or goal.by >= last_plan[1])]
    if dated:
        return Aim(dated[-1].value, f"against the ambition for {dated[-1].by:%B %Y}")
    if entry.target.kind is TargetKind.FLAT and entry.target.value is not None and in_force(entry, horizon):
        return Aim(entry.target.value, "against the target")
    if last_plan:
        return Aim(last_plan[0], f"against the plan of {last_plan[1]:%B %Y}, the last one known")
    return Aim(None, "")


def in_force(entry: Entry, day: date) -> bool:
    begins, ends = entry.target.valid_from, entry.target.valid_to
    return (begins is None or begins <= day) and (ends is None or day <= ends)


def _forecast(rows: pl.DataFrame, kind: PeriodKind, target: Aim, likely: float | None, unit: Unit) -> Forecast:
    first = rows.row(0, named=True)
    if first["note"]:
        return Forecast(note=first["note"])
    low = None if unit in CAN_BE_NEGATIVE else 0.0
    high = 100.0 if unit is Unit.PERCENT else None
    shown = rows.with_columns(pl.col("mean", "lower95", "upper95").clip(low, high))
    return Forecast(
        method=first["method"],
        path=tuple(
            ForecastPoint(Period.of(kind, row["date"]), row["mean"], row["lower95"], row["upper95"])
            for row in shown.iter_rows(named=True)
        ),
        target=target.value,
        target_text=target.words,
        chance=likely if target.value is not None else None,
        past_error=first["past_error"],
        past_step=first["past_step"] or 0,
    )
