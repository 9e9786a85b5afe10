"""Life expectancy against a plain life table, and its edges."""

import math

import numpy as np
import polars as pl
import pytest

from outturn.core.statistics.rates import life_expectancy
from outturn.core.statistics.table import BadInput

AGES = [0, 1, *range(5, 95, 5)]


def people(group="a", scale=1):
    rng = np.random.default_rng(3)
    population = [int(p) * scale for p in rng.integers(900, 6000, 20)]
    deaths = [max(1, int(p * 0.0002 * math.exp(age / 12))) for p, age in zip(population, AGES, strict=True)]
    return pl.DataFrame({"group": group, "age": AGES, "deaths": deaths, "population": population})


def plain(deaths, population):
    """A life table by hand: expectation and standard error at every age."""
    rate = [d / p for d, p in zip(deaths, population, strict=True)]
    width = [b - a for a, b in zip(AGES, AGES[1:], strict=False)]
    part = [0.1] + [0.5] * 18
    dying = [n * m / (1 + n * (1 - a) * m) for n, m, a in zip(width, rate, part, strict=False)]
    alive = [1.0]
    for q in dying:
        alive.append(alive[-1] * (1 - q))
    lived = [n * (alive[i + 1] + part[i] * alive[i] * dying[i]) for i, n in enumerate(width)] + [alive[19] / rate[19]]
    years = [sum(lived[i:]) / alive[i] for i in range(20)]
    variance = [
        alive[i] ** 2 * ((1 - part[i]) * width[i] + years[i + 1]) ** 2 * dying[i] ** 2 * (1 - dying[i]) / deaths[i]
        for i in range(19)
    ] + [alive[19] ** 2 / (deaths[19] * rate[19] ** 2)]
    return years, [math.sqrt(sum(variance[i:])) / alive[i] for i in range(20)]


def test_life_expectancy_equals_a_plain_life_table():
    frame = people()
    years, error = plain(frame["deaths"].to_list(), frame["population"].to_list())
    found = life_expectancy(frame.sample(fraction=1, shuffle=True, seed=1), ages=(0, 65))
    for row, place in zip(found.iter_rows(named=True), (0, AGES.index(65)), strict=True):
        assert row["value"] == pytest.approx(years[place], rel=1e-12)
        assert row["upper95"] - row["value"] == pytest.approx(1.959963984540054 * error[place], rel=1e-9)
        assert row["value"] - row["lower998"] == pytest.approx(3.090232306167813 * error[place], rel=1e-9)


def at_age(age, deaths):
    return pl.when(pl.col("age") == age).then(deaths).otherwise("deaths").alias("deaths")


@pytest.mark.parametrize(
    ("change", "note"),
    [
        (at_age(30, None), "a band is missing or suppressed"),
        (at_age(30, 99_999), "a band has more deaths than people"),
        (at_age(90, 0), "nobody died in the last band"),
        (at_age(85, 0.9 * pl.col("population")), "a band has more deaths than a life table can hold"),
        (pl.lit(250).alias("population"), "5,000 people or fewer"),
    ],
)
def test_a_table_without_an_answer_has_a_reason(change, note):
    frame = people().with_columns(change)
    if "fewer" in note:
        frame = frame.with_columns(deaths=pl.lit(10))
    found = life_expectancy(pl.concat([frame, people("b")], how="vertical_relaxed"))
    assert found["note"].to_list() == [note, None]
    assert found["value"].is_null().to_list() == [True, False]


def test_an_age_that_starts_no_band_is_named():
    with pytest.raises(BadInput, match="Row 1, column 'age': 2 is not the first age of a band"):
        life_expectancy(people().with_columns(age=pl.Series([2, *AGES[1:]])))
    with pytest.raises(ValueError, match="64 is not the first age of a band"):
        life_expectancy(people(), ages=(64,))


def shortened(last):
    """The same people with one open band from `last` on."""
    old = pl.when(pl.col("age") >= last).then(last).otherwise("age").alias("age")
    return people().with_columns(old).group_by("group", "age", maintain_order=True).sum()


@pytest.mark.parametrize("last", [75, 80, 85])
def test_the_last_band_may_begin_earlier(last):
    whole, short = (life_expectancy(frame)["value"][0] for frame in (people(), shortened(last)))
    assert short == pytest.approx(whole, rel=0.02)
    with pytest.raises(ValueError, match=f"{last + 5} is not the first age of a band"):
        life_expectancy(shortened(last), ages=(last + 5,))


def test_bands_may_be_written_with_both_ends():
    names = ["0", "1 - 4", *(f"{age}-{age + 4}" for age in range(5, 90, 5)), "90 and over"]
    assert life_expectancy(people().with_columns(age=pl.Series(names))).equals(life_expectancy(people()))
    with pytest.raises(BadInput, match="Row 3, column 'age': 5-14 is not the first age of a band"):
        life_expectancy(people().with_columns(age=pl.Series([*names[:2], "5-14", *names[3:]])))


def test_a_group_that_ends_earlier_than_the_others_lacks_a_band():
    found = life_expectancy(pl.concat([people("b"), shortened(85)], how="vertical_relaxed"))
    assert found["note"].to_list() == [None, "a band is missing or suppressed"]
    alone = life_expectancy(shortened(85), among=pl.Series("age", AGES))
    assert alone["note"].to_list() == ["a band is missing or suppressed"]


def test_a_band_in_which_all_die_leaves_nobody_for_the_next():
    frame = people().with_columns(
        deaths=pl.when(pl.col("age") == 70).then(400.0).otherwise(pl.col("deaths").cast(pl.Float64)),
        population=pl.when(pl.col("age") == 70).then(1000).otherwise("population"),
    )
    found = life_expectancy(frame, ages=(0, 75))
    assert found["note"].to_list() == ["a band has more deaths than a life table can hold"] * 2


def test_an_interval_of_more_than_twenty_years_is_no_answer():
    frame = people().with_columns(deaths=pl.when(pl.col("age") == 90).then(1).otherwise(0))
    found = life_expectancy(frame)
    assert found.select("value", "note").row(0) == (None, "the 95 % interval spans more than 20 years")


def test_no_rows_are_no_answers_of_the_same_shape():
    assert life_expectancy(people().head(0)).schema == life_expectancy(people()).schema
