"""Where each series is heading: a path with an interval, and how wrong it was before. Its chance: forecast_chance."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from outturn.core.statistics.forecast.grid import Grid, following, grid, season_length, steps_until

Ends = tuple[float | None, float | None]
"""The least and the greatest value there can be; None: no end."""

NEEDED = 12
"""Values needed before anything is forecast."""

FORECAST_SCHEMA = {
    "series": pl.String,
    "date": pl.Date,
    "step": pl.Int64,
    "mean": pl.Float64,
    "lower95": pl.Float64,
    "upper95": pl.Float64,
    "unbounded": pl.Float64,
    "deviation": pl.Float64,
    "freedom": pl.Float64,
    "low": pl.Float64,
    "high": pl.Float64,
    "method": pl.String,
    "n": pl.Int64,
    "past_error": pl.Float64,
    "past_step": pl.Int64,
    "note": pl.String,
}


@dataclass(frozen=True, slots=True)
class Task:
    """A series that can be forecast: its place in the grid, how far, and how long its season is."""

    series: int
    steps: int
    season: int


def forecast(
    frame: pl.DataFrame,
    horizon_end: date | None = None,
    periods: int | None = None,
    season: int = 12,
    ends: Ends | pl.DataFrame = (None, None),
) -> pl.DataFrame:
    """Forecast every series up to `horizon_end`, or for `periods` periods; one row per future period.

    `frame`: series, date (end of the period), value; any order, gaps allowed. `season` is in months (see
    `season_length` for weeks and days). `ends`: the least and the greatest value there can be (0 and 100 for a share;
    `units.ends` knows them by unit), for all or as a frame of series, low, high; a series that has been beyond an end
    shows that it is none. Path and interval stay between the ends. Columns: FORECAST_SCHEMA; `unbounded` is the mean
    as if there were no ends, which `chance` reads; `past_error` is the mean absolute error that the method made on
    this series `past_step` periods ahead. A series that cannot be forecast has one row with a note. Raises BadInput
    for a table that cannot be read, ValueError unless exactly one horizon is given.
    """
    if (horizon_end is None) == (periods is None):
        raise ValueError("Say how far to look: either horizon_end or periods.")
    names, table = grid(frame)
    tasks: list[Task] = []
    silent: list[tuple[object, int, str]] = [(name, 0, too_few(0)) for name in sorted(set(names) - set(table.names))]
    for index, name in enumerate(table.names):
        task, why = plan_task(table, index, horizon_end, periods, season)
        if task:
            tasks.append(task)
        else:
            silent.append((name, int(table.counts[index]), why))
    schema = FORECAST_SCHEMA | {"series": names.dtype}
    without = pl.DataFrame(
        [{"series": name, "n": count, "note": why} for name, count, why in silent], schema=schema, orient="row"
    )
    paths = note_too_large(clip_paths(run_tasks(table, tasks, schema), table, ends))
    return pl.concat([paths, without]).sort("series", "step")


DRAWN = ("mean", "lower95", "upper95")


def clip_paths(paths: pl.DataFrame, table: Grid, ends: Ends | pl.DataFrame) -> pl.DataFrame:
    """Path and interval between the ends of each series, but for an end that its own values have been beyond."""
    if not isinstance(ends, pl.DataFrame):
        ends = table.names.to_frame("series").with_columns(
            low=pl.lit(ends[0], pl.Float64), high=pl.lit(ends[1], pl.Float64)
        )
    values = pl.Series(table.values)
    seen = pl.DataFrame(
        {"series": table.names.gather(np.repeat(np.arange(len(table.names)), table.counts)), "v": values}
    )
    reached = seen.group_by("series").agg(least=pl.col("v").min(), most=pl.col("v").max())
    held = reached.join(ends.select("series", "low", "high"), on="series", how="left").select(
        "series",
        low=pl.when(pl.col("least") >= pl.col("low")).then("low"),
        high=pl.when(pl.col("most") <= pl.col("high")).then("high"),
    )
    joined = paths.drop("low", "high").join(held, on="series", how="left", maintain_order="left")
    clipped = [pl.col(name).clip(pl.col("low"), pl.col("high")) for name in DRAWN]
    return joined.with_columns(clipped).select(paths.columns)


def note_too_large(paths: pl.DataFrame) -> pl.DataFrame:
    """Paths with a number at every step; a series whose numbers are too large for one has a row with a note instead."""
    finite = pl.all_horizontal(pl.col("unbounded", "lower95", "upper95").is_finite()).all().over("series")
    beyond = paths.filter(~finite).unique("series", keep="first", maintain_order=True)
    silent = [pl.lit(None, kind).alias(name) for name, kind in paths.schema.items() if name not in ("series", "n")]
    return pl.concat([paths.filter(finite), beyond.with_columns(silent).with_columns(note=pl.lit(TOO_LARGE))])


TOO_LARGE = "no forecast: the values are too large or too far apart"


def plan_task(
    table: Grid, index: int, horizon_end: date | None, periods: int | None, season: int
) -> tuple[Task | None, str]:
    """The task of one series, or why there is none."""
    count, last = int(table.counts[index]), table.last[index]
    monthly, step = bool(table.monthly[index]), int(table.step[index])
    length = int(table.at[table.starts[index + 1] - 1]) + 1
    if count < NEEDED:
        return None, too_few(count)
    if length > 4 * count:
        return None, f"no forecast: {count} values are spread over {length} periods"
    ahead = periods if horizon_end is None else steps_until(horizon_end, last, monthly, step)
    if not ahead or ahead < 1:
        return None, f"no forecast: the series already reaches {last}"
    if ahead > length:
        return None, f"no forecast: {ahead} periods ahead is further than the {length} periods known"
    return Task(index, ahead, season_length(monthly, step, season)), ""


def too_few(count: int) -> str:
    return f"no forecast: {count} values, and {NEEDED} are needed"


def run_tasks(table: Grid, tasks: list[Task], schema: dict[str, Any]) -> pl.DataFrame:
    """The paths of all tasks."""
    if not tasks:
        return pl.DataFrame(schema=schema)
    from scipy.special import stdtrit

    from outturn.core.statistics.forecast.kernel import LEVELS, METHODS, candidates, forecast_all

    values, starts = fill_grids(table, tasks)
    steps = np.array([task.steps for task in tasks])
    seasons = np.array([task.season for task in tasks])
    mean, deviation, method, figures = forecast_all(values, starts, steps, seasons, candidates(), LEVELS)
    origins, at_longest, longest = figures[:, 2], figures[:, 3], figures[:, 4]
    step = np.concatenate([np.arange(1, count + 1) for count in steps])
    freedom = np.repeat(np.maximum(origins - 1, 2), steps)
    deviation = deviation * np.sqrt(1 + np.repeat(1 / origins, steps) + step / np.repeat(2 * np.diff(starts), steps))
    half = stdtrit(freedom, 0.975) * deviation
    of = [task.series for task in tasks]
    dates = [
        day
        for task in tasks
        for day in following(
            table.last[task.series], task.steps, bool(table.monthly[task.series]), int(table.step[task.series])
        )
    ]
    each = np.repeat(np.arange(len(tasks)), steps)
    return pl.DataFrame(
        {
            "series": table.names.gather(of).gather(each),
            "date": dates,
            "step": step,
            "mean": mean,
            "lower95": mean - half,
            "upper95": mean + half,
            "unbounded": mean,
            "deviation": deviation,
            "freedom": freedom,
            "low": pl.Series([None] * len(step), dtype=pl.Float64),
            "high": pl.Series([None] * len(step), dtype=pl.Float64),
            "method": pl.Series([METHODS[code] if code >= 0 else None for code in method], dtype=pl.String).gather(
                each
            ),
            "n": table.counts[of][each],
            "past_error": at_longest[each],
            "past_step": longest[each].astype(np.int64),
            "note": pl.Series([None] * len(step), dtype=pl.String),
        },
        schema=schema,
    )


def fill_grids(table: Grid, tasks: list[Task]) -> tuple[np.ndarray, np.ndarray]:
    """The values of the tasks end to end on their grids, NaN where a period has none, and where each begins."""
    rows = [slice(table.starts[task.series], table.starts[task.series + 1]) for task in tasks]
    lengths = [int(table.at[row][-1]) + 1 for row in rows]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    values = np.full(starts[-1], np.nan)
    for row, start in zip(rows, starts[:-1], strict=True):
        values[start + table.at[row]] = table.values[row]
    return values, starts
