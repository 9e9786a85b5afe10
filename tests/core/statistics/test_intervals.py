"""Intervals: worked examples, what defines each limit, and reasons where there is no answer."""

import math

import numpy as np
import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import stats

from outturn.core.statistics.rates import mean, proportion, rate
from outturn.core.statistics.rates.confidence import LEVELS, byar, exact, poisson
from outturn.core.statistics.table import BadInput

LIMITS = ["lower95", "upper95", "lower998", "upper998"]


def groups(*rows):
    return pl.DataFrame(rows, schema=["group", "numerator", "denominator"], orient="row", strict=False)


def test_a_proportion_of_65_in_100():
    found = proportion(groups(("a", 65, 100))).row(0, named=True)
    assert found["value"] == 65
    assert [round(found[name], 4) for name in LIMITS] == [55.2544, 73.6358, 49.5495, 77.8354]


def test_rows_of_a_group_are_summed_wherever_they_stand():
    found = proportion(groups(("b", 1, 10), ("a", 30, 50), ("b", 2, 10), ("a", 35, 50)))
    assert found["group"].to_list() == ["b", "a"]
    assert found["numerator"].to_list() == [3, 65]
    assert found["denominator"].to_list() == [20, 100]


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_limits_are_the_proportions_that_the_score_test_just_allows(x, n):
    x = min(x, n)
    found = proportion(groups(("a", x, n)), multiplier=1).row(0, named=True)
    for level in LEVELS:
        for side in ("lower", "upper"):
            limit = found[side + level.name]
            distance = abs(x / n - limit)
            assert distance == pytest.approx(level.z * math.sqrt(max(limit * (1 - limit), 0) / n), rel=1e-8, abs=1e-7)
        assert found["lower" + level.name] <= x / n + 1e-12 <= found["upper" + level.name] + 2e-12


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 9))
def test_exact_limits_leave_half_of_alpha_in_each_tail(count):
    for level in LEVELS:
        lower, upper = (float(side[0]) for side in exact(np.array([float(count)]), level.alpha))
        assert stats.poisson.cdf(count, upper) == pytest.approx(level.alpha / 2, rel=1e-9)
        if count:
            assert stats.poisson.sf(count - 1, lower) == pytest.approx(level.alpha / 2, rel=1e-9)
        else:
            assert lower == 0


def test_byars_lower_limit_of_100_events():
    assert byar(np.array([100.0]), LEVELS[0].z)[0][0] == pytest.approx(81.36210549052788, rel=1e-12)


def test_counts_under_ten_are_exact_and_from_ten_on_byar():
    counts = np.array([0.0, 9, 9.5, 10, 250, np.nan, -1])
    lower, upper = poisson(counts, LEVELS[0])
    assert lower[:3] == pytest.approx(exact(counts[:3], 0.05)[0])
    assert upper[3:5] == pytest.approx(byar(counts[3:5], LEVELS[0].z)[1])
    assert np.isnan(lower[5:]).all()
    assert np.isnan(upper[5:]).all()


def test_no_events_have_a_lower_limit_of_0_and_the_known_upper_limits():
    found = rate(groups(("a", 0, 1000)), multiplier=1000).row(0, named=True)
    assert (found["value"], found["lower95"], found["lower998"]) == (0, 0, 0)
    assert [round(found[name], 3) for name in ("upper95", "upper998")] == [3.689, 6.908]


def test_a_rate_may_have_more_events_than_people():
    assert rate(groups(("a", 20, 10)), multiplier=1)["value"][0] == 2


@pytest.mark.parametrize(
    ("x", "n", "note"),
    [
        (None, 10, "a numerator or denominator is missing or suppressed"),
        (1, None, "a numerator or denominator is missing or suppressed"),
        (1, 0, "the denominator is 0"),
        (-1, 5, "a negative numerator or denominator"),
        (6, 5, "the numerator is greater than the denominator"),
    ],
)
def test_a_group_without_an_answer_has_a_reason_and_its_neighbours_an_answer(x, n, note):
    found = proportion(groups(("bad", x, n), ("good", 1, 2)))
    assert found["value"].to_list() == [None, 50]
    assert found[0].select(LIMITS).row(0) == (None,) * 4
    assert found["note"].to_list() == [note, None]


def test_a_suppressed_count_is_never_taken_for_zero():
    found = rate(groups(("a", "*", 100), ("a", "7", 100), ("b", "<5", 100)))
    assert found["value"].to_list() == [None, None]


def test_text_that_is_no_number_is_named_by_row():
    with pytest.raises(BadInput, match="Row 2, column 'numerator': 'many' is not a number"):
        proportion(groups(("a", "1", "2"), ("b", "many", "2")))


def test_the_mean_of_eight_waits():
    found = mean(pl.DataFrame({"group": ["a"] * 8, "value": [12.0, 15, 11, 18, 14, 13, 16, 13]})).row(0, named=True)
    assert (found["n"], found["value"]) == (8, 14)
    assert [round(found[name], 4) for name in LIMITS] == [12.1041, 15.8959, 10.1632, 17.8368]


def test_means_equal_the_plain_formula_and_one_value_has_no_limits():
    values = {"a": [1.0, 4, 4, 9.5], "b": [3.0], "c": []}
    rows = [(name, v) for name, column in values.items() for v in [*column, None]]
    found = mean(pl.DataFrame(rows, schema=["group", "value"], orient="row"))
    for row, column in zip(found.iter_rows(named=True), values.values(), strict=True):
        assert row["n"] == len(column)
        if len(column) > 1:
            half = stats.t.ppf(0.975, len(column) - 1) * np.std(column, ddof=1) / math.sqrt(len(column))
            assert row["upper95"] == pytest.approx(np.mean(column) + half, rel=1e-12)
    assert found["note"].to_list() == [None, "one value has no limits", "no values"]
    assert found["value"].to_list()[1:] == [3, None]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.none() | st.floats(), st.none() | st.floats()), max_size=12))
@example([("a", 147341.0, 8e-299), ("b", None, None)])
@example([("a", 3.0, 1e-307), ("b", 2.5, 1e-307), ("c", 1.0, 4.0)])
@example([("a", None, None), ("b", 2.2250738585e-313, 1.0)])  # too small a count for the inverse
def test_no_numbers_raise_and_splitting_by_group_changes_nothing(rows):
    frame = pl.DataFrame(
        rows, schema={"group": pl.String, "numerator": pl.Float64, "denominator": pl.Float64}, orient="row"
    )
    for statistic in (proportion, rate):
        together = statistic(frame)
        for name in together["group"]:
            alone = statistic(frame.filter(pl.col("group") == name))
            assert together.filter(pl.col("group") == name).equals(alone)


def test_a_result_too_large_to_be_held_is_missing_and_says_so():
    tiny = pl.DataFrame(
        {"group": list("abcd"), "numerator": [147341.0, 3.0, 2.5, 3.0], "denominator": [*[1e-307] * 3, 9.0]}
    )
    found = rate(tiny)
    assert found["note"].to_list() == [*["the result is too large a number"] * 3, None]
    assert found["value"].to_list()[:3] == found["upper998"].to_list()[:3] == [None] * 3
    huge = mean(pl.DataFrame({"group": list("aab"), "value": [1.7e308, 1.7e308, 3.0]}))
    assert huge["value"].to_list() == [None, 3.0] and huge["note"][0] == "the result is too large a number"


def test_infinite_events_are_missing_ones_also_in_a_sum():
    frame = pl.DataFrame({"group": list("aabb"), "numerator": [np.inf, -np.inf, np.inf, 1.0], "denominator": 9.0})
    for found in (proportion(frame), rate(frame)):
        assert found["numerator"].to_list() == [None, None]
        assert found["note"].to_list() == ["a numerator or denominator is missing or suppressed"] * 2
