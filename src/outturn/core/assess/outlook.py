"""Forecast of the year's end for every measure with a plan or a flat target, and the chance of what was promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from outturn.core.assess.result import Forecast, ForecastPoint
from outturn.core.catalogue import Catalogue, Entry, TargetKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.statistics.forecast.chances import chance
from outturn.core.statistics.forecast.paths import forecast
from outturn.core.units import State, ends

PROMISES = {TargetKind.TRAJECTORY, TargetKind.FLAT}
KINDS = ("month", "quarter", "rolling12")
PLANS_OF = {"month": ("month", "quarter"), "quarter": ("quarter",), "rolling12": ("rolling12",)}
"""Plans that a figure of a kind can be held against: a quarter's plan holds for the month it ends with."""
NO_CHANCE = "No plan or ambition is known for the months ahead, so no chance is given."


@dataclass(frozen=True)
class Aim:
    """What the path is held against, and on which day."""

    value: float | None = None
    on: date | None = None
    words: str = ""


def forecast_entries(
    points: pl.DataFrame, entries: Sequence[Entry], catalogue: Catalogue, plans: pl.DataFrame
) -> dict[int, Forecast]:
    """Forecast by entry number, for series of months, quarters or rolling years. Needs entry, end, value, state.

    `plans`: indicator, area, period_kind, end, value of every plan known, those of the months to come among them.
    """
    promised = [number for number, entry in enumerate(entries) if entry.target.kind in PROMISES]
    judged = points.filter(
        pl.col("entry").is_in(promised)
        & pl.col("period_kind").is_in(KINDS)
        & (pl.col("state") != State.NOT_APPLICABLE.value)
    )
    series = judged.unique(["entry", "end"], keep="last").sort("entry", "end")
    measured = series.filter(pl.col("value").is_not_null())
    lasts = measured.group_by("entry", maintain_order=True).agg(pl.last("end"), pl.last("period_kind"))
    horizons = {row["entry"]: (year_end(row["end"]), row["period_kind"]) for row in lasts.iter_rows(named=True)}
    forecasts: dict[int, Forecast] = {}
    for horizon in sorted(set(horizons.values())):
        chosen = [entry for entry, own in horizons.items() if own == horizon]
        part = series.filter(pl.col("entry").is_in(chosen) & (pl.col("period_kind") == horizon[1]))
        forecasts |= _forecast_to(horizon[0], PeriodKind(horizon[1]), part, entries, catalogue, plans)
    return forecasts


def year_end(last: date) -> date:
    """31 March after a date: a year that has just ended is over, so the next one is meant."""
    return date(last.year + ((last.month, last.day) >= (3, 31)), 3, 31)


def _forecast_to(
    horizon: date,
    kind: PeriodKind,
    part: pl.DataFrame,
    entries: Sequence[Entry],
    catalogue: Catalogue,
    plans: pl.DataFrame,
) -> dict[int, Forecast]:
    series = part.select(pl.col("entry").alias("series"), pl.col("end").alias("date"), "value")
    paths = forecast(series, horizon_end=horizon, ends=_find_ends(series, entries, catalogue))
    rows = {entry: path for (entry,), path in paths.partition_by("series", as_dict=True).items()}
    planned = _collect_plans(plans.filter(pl.col("period_kind").is_in(PLANS_OF[kind])))
    aims = {
        entry: choose_aim(
            entries[entry], path["date"].to_list(), planned.get((entries[entry].indicator, entries[entry].area), {})
        )
        for entry, path in rows.items()
    }
    likely = _find_chances(paths, aims, entries)
    return {entry: _read_forecast(path, kind, aims[entry], likely.get(entry)) for entry, path in rows.items()}


def _find_ends(series: pl.DataFrame, entries: Sequence[Entry], catalogue: Catalogue) -> pl.DataFrame:
    """The least and the greatest value there can be, by series."""
    ids = series["series"].unique(maintain_order=True).to_list()
    bounds = [ends(catalogue.indicators[entries[entry].indicator].unit) for entry in ids]
    low, high = ([pair[side] for pair in bounds] for side in (0, 1))
    return pl.DataFrame(
        {"series": ids, "low": low, "high": high}, schema_overrides={"low": pl.Float64, "high": pl.Float64}
    )


def _collect_plans(plans: pl.DataFrame) -> dict[tuple[str, str], dict[date, float]]:
    """The plan of each series by the day its period ends."""
    by_series: dict[tuple[str, str], dict[date, float]] = {}
    valued = plans.filter(pl.col("value").is_not_null()).sort(
        "period_kind", descending=True
    )  # the month's own plan last
    for row in valued.select("indicator", "area", "end", "value").iter_rows():
        by_series.setdefault(row[:2], {})[row[2]] = row[3]
    return by_series


def choose_aim(entry: Entry, path: Iterable[date | None], planned: dict[date, float]) -> Aim:
    """What was promised for the last day of the path that anything was promised for: an ambition before a plan."""
    days = {(day.year, day.month): day for day in path if day}
    promises = [Aim(value, day, f"the plan for {day:%B %Y}") for day, value in planned.items()]
    promises += [Aim(goal.value, goal.by, f"the ambition for {goal.by:%B %Y}") for goal in entry.ambitions]
    ahead = [promise for promise in promises if promise.on and (promise.on.year, promise.on.month) in days]
    last = max(days.values(), default=None)
    if entry.target.kind is TargetKind.FLAT and entry.target.value is not None and last and holds_on(entry, last):
        ahead.insert(0, Aim(entry.target.value, last, f"the target in {last:%B %Y}"))
    chosen = max(reversed(ahead), key=lambda promise: promise.on or date.min, default=Aim())
    return Aim(chosen.value, days[chosen.on.year, chosen.on.month], chosen.words) if chosen.on else chosen


def holds_on(entry: Entry, day: date) -> bool:
    begins, until = entry.target.valid_from, entry.target.valid_to
    return (begins is None or begins <= day) and (until is None or day <= until)


def _find_chances(paths: pl.DataFrame, aims: dict[int, Aim], entries: Sequence[Entry]) -> dict[int, float | None]:
    """By the operator of the target itself; where it has none, by which way is good."""
    ids = list(aims)
    promised = pl.DataFrame(
        {"series": ids, "date": [aims[entry].on for entry in ids], "target": [aims[entry].value for entry in ids]},
        schema_overrides={"date": pl.Date, "target": pl.Float64},
    )
    asked = [str(entries[entry].target.operator or entries[entry].direction) for entry in ids]
    chances = chance(paths, promised, pl.DataFrame({"series": ids, "direction": asked}))
    return dict(chances.select("series", "chance").iter_rows())


def _read_forecast(rows: pl.DataFrame, kind: PeriodKind, held: Aim, likely: float | None) -> Forecast:
    first = rows.row(0, named=True)
    if first["note"]:
        return Forecast(note=first["note"])
    return Forecast(
        method=first["method"],
        path=tuple(
            ForecastPoint(Period.of(kind, row["date"]), row["mean"], row["lower95"], row["upper95"])
            for row in rows.iter_rows(named=True)
        ),
        target=held.value,
        target_text=f"against {held.words}" if held.words else "",
        aim=held.words,
        chance=likely if held.value is not None else None,
        past_error=first["past_error"],
        past_step=first["past_step"] or 0,
        note="" if held.value is not None else NO_CHANCE,
    )
