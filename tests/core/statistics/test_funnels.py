"""Funnels: published limits, and the rule that a limit is where an interval just reaches the average."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from outturn.core.statistics.peers import funnel
from outturn.core.statistics.peers.funnels import around_count, around_proportion
from outturn.core.statistics.rates.confidence import LEVELS, exact, wilson


def groups(rows):
    return pl.DataFrame(rows, schema=["group", "numerator", "denominator"], orient="row", strict=False)


FOUR = groups([("A", 10232, 15232), ("B", 12321, 16123), ("C", 15123, 17932), ("D", 13213, 18475)])


def test_limits_of_a_proportion_equal_the_published_ones():
    lower, _ = around_proportion(0.9, np.array([100_000.0]), LEVELS[0].z)
    _, upper = around_proportion(0.85, np.array([300_000.0]), LEVELS[1].z)
    assert lower[0] * 100 == pytest.approx(89.81406149030842, rel=1e-9)
    assert upper[0] * 1000 == pytest.approx(852.0145849882799, rel=1e-9)


def test_four_areas_and_the_words_for_them():
    found = funnel(FOUR)
    assert found["significance"].to_list() == ["Low (0.001)", "High (0.001)", "High (0.001)", "Low (0.001)"]
    assert found["average"].to_list() == [pytest.approx(100 * 50889 / 67762)] * 4


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 60), st.integers(60, 3000))
def test_a_proportion_is_outside_when_its_wilson_interval_leaves_out_the_average(x, n):
    for level in LEVELS:
        lower, upper = around_proportion(0.3, np.array([float(n)]), level.z)
        low, high = wilson(np.array([float(x)]), np.array([float(n)]), level.z)
        if abs(low[0] - 0.3) > 1e-9 and abs(high[0] - 0.3) > 1e-9:
            assert (x / n > upper[0]) == (low[0] > 0.3)
            assert (x / n < lower[0]) == (high[0] < 0.3)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 80), st.floats(0.0005, 80))
def test_a_count_is_outside_when_its_exact_interval_leaves_out_what_is_expected(count, expected):
    for level in LEVELS:
        lower, upper = around_count(1.0, np.array([expected]), level.alpha)
        low, high = exact(np.array([float(count)]), level.alpha)
        if abs(low[0] - expected) > 1e-6 and abs(high[0] - expected) > 1e-6:
            assert (count > upper[0] * expected) == (low[0] > expected)
            assert (count < lower[0] * expected) == (high[0] < expected)


def test_a_ratio_is_compared_with_100_and_limits_stay_above_0():
    found = funnel(groups([("a", 0, 2), ("b", 30, 10)]), "ratio")
    assert found["average"].to_list() == [100, 100]
    assert found["lower95"][0] == 0
    assert found["significance"].to_list() == ["Not significant", "High (0.001)"]


def test_one_event_is_far_out_where_next_to_none_is_expected():
    found = funnel(groups([("a", 1, 0.01), ("b", 1, 0.0005), ("c", 1, 0.03), ("d", 0, 0.01)]), "ratio")
    assert found["significance"].to_list() == ["High (0.025)", "High (0.001)", "Not significant", "Not significant"]
    assert found["upper95"][0] == pytest.approx(81.4573040328 * 100, rel=1e-9)


@pytest.mark.parametrize("kind", ["proportion", "rate"])
def test_where_no_group_has_an_event_all_stand_on_limits_of_0(kind):
    found = funnel(groups([("a", 0, 10), ("b", 0, 20)]), kind)
    assert found.select("average", "lower95", "upper95", "lower998", "upper998").rows() == [(0.0,) * 5] * 2
    assert found["significance"].to_list() == ["Not significant"] * 2


def test_a_group_that_cannot_be_placed_has_a_reason_and_is_not_in_the_average():
    found = funnel(groups([("a", 5, 10), ("b", 11, 10), ("c", None, 10)]))
    assert found["average"].to_list() == [50, None, None]
    assert found["significance"].to_list() == ["Not significant", None, None]
    assert found["note"][1:].to_list() == [
        "the numerator is greater than the denominator",
        "a numerator or denominator is missing or suppressed",
    ]


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="Use proportion, rate or ratio"):
        funnel(FOUR, "mean")


def test_overdispersion_widens_the_limits_by_what_chance_does_not_explain():
    rng = np.random.default_rng(8)
    true = np.clip(rng.normal(0.3, 0.05, 60), 0.01, 0.99)
    rows = [(f"g{number}", int(rng.binomial(1000, p)), 1000) for number, p in enumerate(true)]
    plain, wide = funnel(groups(rows)), funnel(groups(rows), overdispersion=True)
    average = plain["average"][0] / 100
    z = (plain["value"].to_numpy() / 100 - average) / np.sqrt(average * (1 - average) / 1000)
    z = np.clip(z, np.quantile(z, 0.1), np.quantile(z, 0.9))
    ratio = (wide["upper95"] - wide["average"]) / (plain["upper95"] - plain["average"])
    assert ratio.to_numpy() == pytest.approx(np.full(60, np.sqrt(np.mean(z * z))))
    assert (wide["significance"] == "Not significant").sum() > (plain["significance"] == "Not significant").sum() + 20


def test_overdispersion_never_narrows_the_limits():
    rows = [(f"g{number}", 300, 1000) for number in range(20)]
    assert funnel(groups(rows), overdispersion=True).equals(funnel(groups(rows)))


def test_one_event_in_a_small_group_is_chance_where_next_to_none_is_expected():
    """Beyond the drawn limits; but one event among 34, where one in 1,464 is usual, comes to one such group in 44."""
    frame = pl.DataFrame({"group": list("abc"), "numerator": [1, 0, 9], "denominator": [34, 300, 14_300]})
    found = funnel(frame).row(0, named=True)
    assert found["value"] > found["upper998"]
    assert 0.001 < stats.binom.sf(0, 34, found["average"] / 100) < 0.025
    assert found["significance"] == "High (0.025)"
    seldom = funnel(frame.with_columns(numerator=pl.Series([2, 0, 8]))).row(0, named=True)
    assert stats.binom.sf(1, 34, seldom["average"] / 100) < 0.001
    assert seldom["significance"] == "High (0.001)"


@given(st.integers(0, 30), st.integers(1, 30), st.integers(1, 4000), st.integers(1, 100_000))
def test_where_few_are_expected_a_word_is_what_the_binomial_says(events, extra, others, many):
    size = events + extra
    found = funnel(
        pl.DataFrame({"group": ["a", "b"], "numerator": [events, others], "denominator": [size, others + many]})
    )
    row = found.row(0, named=True)
    p = row["average"] / 100
    outside = row["value"] > row["upper95"] or row["value"] < row["lower95"]
    if outside and size * min(p, 1 - p) < 5 and 0 < p < 1:
        high = row["value"] > row["average"]
        tail = stats.binom.sf(events - 1, size, p) if high else stats.binom.cdf(events, size, p)
        wanted = "0.001" if tail < 0.001 else "0.025" if tail < 0.025 else "Not"
        assert abs(tail - 0.001) < 1e-9 or abs(tail - 0.025) < 1e-9 or wanted in row["significance"]
