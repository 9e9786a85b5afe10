"""Life expectancy from an abridged life table (Chiang's second method, with Silcocks' last band)."""

from itertools import pairwise

import numpy as np
import polars as pl

from outturn.core.statistics.rates.confidence import LEVELS, Floats
from outturn.core.statistics.rates.intervals import LIMIT_COLUMNS, refuse
from outturn.core.statistics.table.columns import labels, numbers, require
from outturn.core.statistics.table.grouped import by_group
from outturn.core.statistics.table.nearly import at_least
from outturn.core.statistics.table.notes import Reasons, first_reason
from outturn.core.statistics.table.problems import Problem

ALL_AGES = [0, 1, *range(5, 105, 5)]
"""First age of every band there may be; the last that a table has is open."""
FIRST_OPEN = 75
"""The youngest age at which the last band may begin: 75+, 80+, 85+, 90+ and so on."""
LIVED_IN_FIRST = 0.1
"""The part of a band that those who die in it have lived through: a tenth of the first year, half of any other."""
SMALLEST = 5_000
WIDEST = 20.0
"""Years that a 95 % interval may span; one that is wider says nothing."""
BAND = r"^(\d{1,3})(?:\s*(\+|and over|or over|plus)|\s*(?:-|–|to)\s*(\d{1,3}))?$"


def life_expectancy(frame: pl.DataFrame, ages: tuple[int, ...] = (0,), among: pl.Series | None = None) -> pl.DataFrame:
    """Years still to live at each of `ages`; returns group, age, value, lower95, upper95, lower998, upper998, note.

    `frame`: group, age (the first of each band, or as `1-4`, `80+`: 0, 1, 5, 10 ... to a last one from 75 to 100, the
    same for all groups), deaths, population. When `frame` is a part of a table, `among` holds the ages of all of it.
    No answer for 5,000 people or fewer, a band with more deaths than people, a missing or suppressed band, or an
    interval that spans more than 20 years. Raises BadInput, and ValueError for an age that begins no band.
    """
    require(frame, ["group", "age", "deaths", "population"])
    problems: list[Problem] = []
    read = readable(frame, problems)
    refuse(problems)
    others = first_ages(among.to_frame("age"), problems) if among is not None else read["age"]
    first = [age for age in ALL_AGES if age <= max(others.max() or 0, FIRST_OPEN)]
    unknown = [age for age in ages if age not in first]
    if unknown:
        raise ValueError(f"{unknown[0]} is not the first age of a band. Use one of {', '.join(map(str, first))}.")
    names, deaths, population, reasons = bands(read, np.array(first))
    years, error = table(deaths, population, np.diff(first).astype(float))
    parts = []
    for age in ages:
        value, spread = (column[:, first.index(age)] for column in (years, error))
        wide = 2 * LEVELS[0].z * spread > WIDEST
        bad, note = first_reason(
            [*reasons, (wide, f"the 95 % interval spans more than {WIDEST:.0f} years")], len(names)
        )
        value, spread = np.where(bad, np.nan, value), np.where(bad, np.nan, spread)
        limits = [value + sign * level.z * spread for level in LEVELS for sign in (-1, 1)]
        columns = {"value": value} | dict(zip(LIMIT_COLUMNS, limits, strict=True))
        ages_of_rows = pl.Series([age] * len(names), dtype=pl.Int64)
        parts.append(pl.DataFrame({"group": names, "age": ages_of_rows, **columns}).with_columns(note=note))
    return pl.concat(parts).with_columns(pl.col(pl.Float64).fill_nan(None))


def readable(frame: pl.DataFrame, problems: list[Problem]) -> pl.DataFrame:
    """group, age, deaths, population, checked."""
    figures = {name: numbers(frame, name, problems) for name in ("deaths", "population")}
    return pl.DataFrame({"group": labels(frame, "group", problems), "age": first_ages(frame, problems), **figures})


def first_ages(frame: pl.DataFrame, problems: list[Problem]) -> pl.Series:
    """The first age of every band, which may be written as a number, `1-4` or `80+`."""
    given = frame["age"]
    written = given.cast(pl.Float64).cast(pl.Int64, strict=False) if given.dtype.is_numeric() else given
    parts = written.cast(pl.String).str.strip_chars().str.extract_groups(BAND).struct.unnest()
    first, last = (parts[name].cast(pl.Int64, strict=False) for name in ("1", "3"))
    band_ends = {age: later - 1 for age, later in pairwise(ALL_AGES)}
    ends = first.replace_strict(band_ends, default=None, return_dtype=pl.Int64)
    wrong = ~first.is_in(ALL_AGES).fill_null(False) | (last.is_not_null() & (last != ends).fill_null(True))
    if given.dtype.is_numeric():
        wrong = wrong | (given.cast(pl.Float64) != first.cast(pl.Float64)).fill_null(True)
    problems += [
        Problem(f"{given[row]} is not the first age of a band. Use 0, 1, 5, 10 ... 90, or 1-4 and 90+.", row + 1, "age")
        for row in wrong.arg_true().to_list()
    ]
    return first.alias("age")


def bands(read: pl.DataFrame, first: np.ndarray) -> tuple[pl.Series, Floats, Floats, Reasons]:
    """Deaths and population as (group, band), and the reasons for no answer."""
    together = by_group(read)
    place = np.searchsorted(first, together.frame["age"].to_numpy())
    group = np.repeat(np.arange(len(together.names)), together.sizes)
    deaths, population = (np.full((len(together.names), len(first)), np.nan) for _ in range(2))
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
            (all_die(deaths, population, np.diff(first)), "a band has more deaths than a life table can hold"),
            (population.sum(1) <= SMALLEST, f"{SMALLEST:,} people or fewer"),
            (deaths[:, -1] == 0, "nobody died in the last band"),
        ]
    return together.names, deaths, population, reasons


def tell_share_lived(widths: Floats) -> Floats:
    return np.array([LIVED_IN_FIRST] + [0.5] * (len(widths) - 1))


def all_die(deaths: Floats, population: Floats, widths: np.ndarray) -> np.ndarray:
    """Whether a band (not the last) would lose all who reach it, or more: nobody would be left for those after it."""
    rate = deaths[:, :-1] / population[:, :-1]
    emptied: np.ndarray = at_least(widths * tell_share_lived(widths) * rate, 1.0).any(1)
    return emptied


def table(deaths: Floats, population: Floats, widths: Floats) -> tuple[Floats, Floats]:
    """Life expectancy at every band and its standard error, both (group, band)."""
    lived_in = tell_share_lived(widths)
    with np.errstate(all="ignore"):
        rate = deaths / population
        dying = widths * rate[:, :-1] / (1 + widths * (1 - lived_in) * rate[:, :-1])
        alive = np.cumprod(np.hstack([np.ones((len(rate), 1)), 1 - dying]), axis=1)
        lived = widths * (alive[:, 1:] + lived_in * alive[:, :-1] * dying)
        total = np.cumsum(np.hstack([lived, alive[:, -1:] / rate[:, -1:]])[:, ::-1], axis=1)[:, ::-1]
        years = total / alive
        chance = np.where(deaths[:, :-1] > 0, dying**2 * (1 - dying) / deaths[:, :-1], 0.0)
        each = alive[:, :-1] ** 2 * ((1 - lived_in) * widths + years[:, 1:]) ** 2 * chance
        last = alive[:, -1:] ** 2 / (deaths[:, -1:] * rate[:, -1:] ** 2)
        variance = np.cumsum(np.hstack([each, last])[:, ::-1], axis=1)[:, ::-1]
        return years, np.sqrt(variance) / alive
