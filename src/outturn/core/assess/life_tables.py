"""Life expectancy from an abridged life table (Chiang's second method, with Silcocks' last band)."""

import numpy as np
import polars as pl

from outturn.core.assess.columns import labels, numbers, require
from outturn.core.assess.confidence import LEVELS, Floats
from outturn.core.assess.grouped import by_group
from outturn.core.assess.intervals import LIMIT_COLUMNS, refuse
from outturn.core.assess.notes import Reasons, first_reason
from outturn.core.assess.problems import Problem

AGES = np.array([0, 1, *range(5, 95, 5)])
"""First age of each of the twenty bands; the last is open."""
WIDTHS = np.diff(AGES).astype(float)
LIVED = np.array([0.1] + [0.5] * 18)
"""The part of a band that those who die in it have lived through."""
SMALLEST = 5_000


def life_expectancy(frame: pl.DataFrame, ages: tuple[int, ...] = (0,)) -> pl.DataFrame:
    """Years still to live at each of `ages`; returns group, age, value, lower95, upper95, lower998, upper998, note.

    `frame`: group, age (the first of each band: 0, 1, 5, 10 ... 90), deaths, population. No answer for 5,000 people or
    fewer, a band with more deaths than people, or a missing or suppressed band. Raises BadInput.
    """
    require(frame, ["group", "age", "deaths", "population"])
    unknown = [age for age in ages if age not in AGES]
    if unknown:
        raise ValueError(f"{unknown[0]} is not the first age of a band. Use one of {', '.join(map(str, AGES))}.")
    names, deaths, population, reasons = bands(frame)
    years, error = table(deaths, population)
    bad, note = first_reason(reasons, len(names))
    parts = []
    for age in ages:
        place = int(np.flatnonzero(age == AGES)[0])
        value, spread = (np.where(bad, np.nan, column[:, place]) for column in (years, error))
        limits = [value + sign * level.z * spread for level in LEVELS for sign in (-1, 1)]
        columns = {"value": value} | dict(zip(LIMIT_COLUMNS, limits, strict=True))
        parts.append(pl.DataFrame({"group": names, "age": [age] * len(names), **columns}).with_columns(note=note))
    return pl.concat(parts).with_columns(pl.col(pl.Float64).fill_nan(None))


def bands(frame: pl.DataFrame) -> tuple[pl.Series, Floats, Floats, Reasons]:
    """Deaths and population as (group, band), and the reasons for no answer."""
    problems: list[Problem] = []
    figures = {name: numbers(frame, name, problems) for name in ("age", "deaths", "population")}
    read = pl.DataFrame({"group": labels(frame, "group", problems), **figures})
    wrong = ~read["age"].is_in(AGES.astype(float).tolist()).fill_null(False)
    problems += [
        Problem(f"{frame['age'][row]} is not the first age of a band. Use 0, 1, 5, 10 ... 90.", row + 1, "age")
        for row in wrong.arg_true().to_list()
    ]
    refuse(problems)
    together = by_group(read)
    place = np.searchsorted(AGES, together.frame["age"].to_numpy())
    group = np.repeat(np.arange(len(together.names)), together.sizes)
    deaths, population = (np.full((len(together.names), len(AGES)), np.nan) for _ in range(2))
    seen = np.zeros(deaths.shape, np.int64)
    np.add.at(seen, (group, place), 1)
    deaths[group, place] = together.frame["deaths"].to_numpy()
    population[group, place] = together.frame["population"].to_numpy()
    with np.errstate(invalid="ignore"):
        reasons = [
            ((seen > 1).any(1), "a band stands more than once"),
            (np.isnan(deaths + population).any(1), "a band is missing or suppressed"),
            (((deaths < 0) | (population <= 0)).any(1), "a band has no population, or a negative number"),
            ((deaths > population).any(1), "a band has more deaths than people"),
            (most_die(deaths, population), "a band has more deaths than a life table can hold"),
            (population.sum(1) <= SMALLEST, f"{SMALLEST:,} people or fewer"),
            (deaths[:, -1] == 0, "nobody died in the last band"),
        ]
    return together.names, deaths, population, reasons


def most_die(deaths: Floats, population: Floats) -> np.ndarray:
    """Whether a band (not the last) would lose more than all who reach it."""
    rate = deaths[:, :-1] / population[:, :-1]
    found: np.ndarray = (WIDTHS * LIVED * rate > 1).any(1)
    return found


def table(deaths: Floats, population: Floats) -> tuple[Floats, Floats]:
    """Life expectancy at every band and its standard error, both (group, band)."""
    with np.errstate(all="ignore"):
        rate = deaths / population
        dying = WIDTHS * rate[:, :-1] / (1 + WIDTHS * (1 - LIVED) * rate[:, :-1])
        alive = np.cumprod(np.hstack([np.ones((len(rate), 1)), 1 - dying]), axis=1)
        lived = WIDTHS * (alive[:, 1:] + LIVED * alive[:, :-1] * dying)
        total = np.cumsum(np.hstack([lived, alive[:, -1:] / rate[:, -1:]])[:, ::-1], axis=1)[:, ::-1]
        years = total / alive
        chance = np.where(deaths[:, :-1] > 0, dying**2 * (1 - dying) / deaths[:, :-1], 0.0)
        each = alive[:, :-1] ** 2 * ((1 - LIVED) * WIDTHS + years[:, 1:]) ** 2 * chance
        last = alive[:, -1:] ** 2 / (deaths[:, -1:] * rate[:, -1:] ** 2)
        variance = np.cumsum(np.hstack([each, last])[:, ::-1], axis=1)[:, ::-1]
        return years, np.sqrt(variance) / alive
