"""Run, P', U', T and G charts: each against its own formula, with the columns of XmR."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.spc import days_between, g_chart, p_prime, run_chart, spc, spc_summary, t_chart, u_prime
from outturn.core.statistics.table import BadInput

COLUMNS = spc(pl.DataFrame({"series": ["a"], "date": [date(2024, 1, 1)], "value": [1.0]})).columns


def months(count):
    return [date(2020 + i // 12, i % 12 + 1, 1) for i in range(count)]


def valued(values):
    return pl.DataFrame(
        {"series": "a", "date": months(len(values)), "value": values}, schema_overrides={"value": pl.Float64}
    )


def counted(x, n):
    return pl.DataFrame({"series": "a", "date": months(len(x)), "numerator": x, "denominator": n})


X = [30, 42, 35, 51, 28, 44, 39, 33, 47, 36, 41, 38, 90, 40, 35]
N = [400, 520, 410, 600, 390, 480, 500, 420, 530, 450, 470, 460, 480, 490, 430]


@pytest.mark.parametrize(("chart", "spread"), [(p_prime, lambda p, n: p * (1 - p) / n), (u_prime, lambda u, n: u / n)])
def test_primed_limits_are_three_sigmas_of_counting_times_the_spread_of_z(chart, spread):
    x, n = np.array(X), np.array(N)
    centre = x.sum() / n.sum()
    sigma = np.sqrt(spread(centre, n))
    z = (x / n - centre) / sigma
    reach = 3 * sigma * np.abs(np.diff(z)).mean() / 1.128
    found = chart(counted(X, N), multiplier=1000)
    assert found.columns == COLUMNS
    assert found["mean"].to_numpy() == pytest.approx(np.full(15, centre * 1000))
    assert found["upper"].to_numpy() == pytest.approx((centre + reach) * 1000)
    assert found["near_lower"].to_numpy() == pytest.approx((centre - reach * 2 / 3) * 1000)
    assert found["outside"].to_list() == [
        value > (centre + reach[i]) * 1000 or value < (centre - reach[i]) * 1000 for i, value in enumerate(x / n * 1000)
    ]


def test_equal_denominators_make_p_prime_the_same_as_xmr():
    found = p_prime(counted(X, [500] * 15), multiplier=100)
    plain = spc(valued([x / 5 for x in X]))
    assert found["upper"][0] == pytest.approx(plain["upper"][0], rel=1e-3)
    assert found["label"].to_list() == plain["label"].to_list()


def test_a_month_without_a_denominator_is_a_gap():
    found = p_prime(counted([*X, 3, None], [*N, 0, 400]))
    assert found["value"].to_list()[15:] == [None, None]
    assert found["mean"][0] == pytest.approx(100 * sum(X) / sum(N))


def test_days_between_events_and_their_limits_after_nelsons_root():
    gaps = [12, 30, 4, 55, 21, 9, 33, 17, 48, 26, 3, 40, 15, 22, 400]
    start = date(2020, 1, 1)
    days = [start + timedelta(days=int(total)) for total in np.cumsum([0, *gaps])]
    between = days_between(pl.DataFrame({"series": "falls", "date": days}))
    assert between["value"].to_list() == [None, *gaps]
    found = t_chart(between)
    root = np.array(gaps) ** (1 / 3.6)
    upper = root.mean() + 2.66 * np.abs(np.diff(root)).mean()
    assert found.columns == COLUMNS
    assert found["upper"][1] == pytest.approx(upper**3.6)
    assert found["mean"][1] == pytest.approx(root.mean() ** 3.6)
    assert found["outside"].to_list() == [False] + [gap > upper**3.6 for gap in gaps]


def test_two_events_on_a_day_share_the_gap():
    days = [date(2024, 1, 1), date(2024, 1, 11), date(2024, 1, 11)]
    assert days_between(pl.DataFrame({"series": "a", "date": days}))["value"].to_list() == [None, 5]


def test_cases_between_events_have_the_limits_of_a_geometric_distribution():
    cases = [10, 25, 3, 40, 12, 8, 30, 17, 5, 22, 14, 9, 33, 200]
    mean = np.mean(cases)
    found = g_chart(valued(cases))
    assert found["upper"][0] == pytest.approx(mean + 3 * np.sqrt(mean * (mean + 1)))
    assert found["lower"][0] == 0
    assert found["label"].to_list()[-1] == "Above UCL"


def test_a_run_chart_has_a_median_and_passes_over_points_on_it():
    values = [5.0, 7, 5, 7, 6, 8, 8, 9, 6, 8, 9, 8, 5, 4, 3, 5, 4]
    found = run_chart(valued(values))
    assert found.columns == COLUMNS
    assert found["mean"].unique().to_list() == [6]
    assert found["upper"].null_count() == 17
    assert found["run"].to_list() == [i in (3, 5, 6, 7, 9, 10, 11) for i in range(17)]
    assert found["label"][3] == "6 Points Above CL"


def test_a_trend_of_a_run_chart_passes_over_equal_neighbours():
    values = [5.0, 9, 1, 2, 2, 3, 4, 5, 1, 9, 2, 8]
    found = run_chart(valued(values))
    assert [i for i, hit in enumerate(found["trend"]) if hit] == [2, 3, 5, 6, 7]
    assert not run_chart(valued(values[:9]))["trend"].any()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.none() | st.floats(allow_nan=True, allow_infinity=True), max_size=30))
def test_no_number_raises(values):
    assert run_chart(valued(values)).height == len(values)
    counts = [value and abs(value) for value in values]
    for chart in (t_chart, g_chart):
        assert chart(valued(counts)).height == len(values)
    for chart in (p_prime, u_prime):
        assert chart(counted(pl.Series(counts, dtype=pl.Float64), pl.Series(counts, dtype=pl.Float64))).height == len(
            values
        )


@pytest.mark.parametrize(("chart", "what"), [(t_chart, "days"), (g_chart, "cases")])
def test_times_and_cases_between_events_are_never_negative(chart, what):
    with pytest.raises(BadInput, match=f"Row 2, column 'value': -4 {what} between events cannot be"):
        chart(valued([3, -4, 0]))


@pytest.mark.parametrize("chart", [p_prime, u_prime])
def test_counts_are_never_negative(chart):
    with pytest.raises(BadInput, match="Row 1, column 'numerator': -1 is under nought"):
        chart(counted([-1, 2], [5, 5]))
    with pytest.raises(BadInput, match="Row 2, column 'denominator': -5 is under nought"):
        chart(counted([1, 2], [5, -5]))


def test_limits_of_a_share_end_at_nought_and_a_hundred():
    shares = p_prime(counted([*[9, 10, 10, 8, 10] * 3], [10] * 15))
    assert (shares["upper"].max(), shares["near_upper"].max() <= 100) == (100, True)
    assert p_prime(counted([0, 1, 0, 0, 2] * 3, [10] * 15))["lower"].min() == 0
    assert u_prime(counted([0, 1, 0, 0, 2] * 3, [10] * 15))["lower"].min() == 0


def test_a_target_of_all_is_hit_and_missed_where_limits_only_end_there():
    table = counted([*[9, 10, 10, 8, 10] * 3], [10] * 15)
    options = pl.DataFrame({"series": ["a"], "improvement_direction": ["increase"], "target": [100.0]})
    summary = spc_summary(p_prime(table, options), options, ends=(0, 100))
    assert summary["assurance"].to_list() == ["inconsistent"]


@pytest.mark.parametrize(
    ("part", "direction", "target"), [(1, "increase", 95), (0, "decrease", 0), (1, "increase", 100)]
)
def test_a_share_that_is_always_all_or_nothing_has_limits_and_assurance(part, direction, target):
    sizes = [80, 95, 120, 60, 71] * 3
    options = pl.DataFrame({"series": ["a"], "improvement_direction": [direction], "target": [float(target)]})
    found = p_prime(counted([part * size for size in sizes], sizes), options)
    assert found.select("mean", "lower", "upper").unique().rows() == [(100 * part,) * 3]
    summary = spc_summary(found, options, ends=(0, 100))
    assert summary.select("variation", "assurance").row(0) == ("common_cause", "consistent_pass")
