"""Recent trend against plain formulas, and every reason for not calculating one."""

import math
from datetime import date

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.rates import rate
from outturn.core.statistics.table import BadInput
from outturn.core.statistics.trend import trend
from outturn.core.statistics.trend.judging import CRITICAL

OVERLAPPING = ["2014-16", "2015-17", "2016-18", "2017-19", "2018-20"]
YEARS = ["2018/19", "2019/20", "2020/21", "2021/22", "2022/23"]


def shares(x, n=1000, periods=None, direction="higher", series="a"):
    periods = YEARS if periods is None else periods
    return pl.DataFrame(
        {
            "series": series,
            "period": periods,
            "kind": "proportion",
            "numerator": x,
            "denominator": n,
            "direction": direction,
        }
    )


def measured(values, half=1.0, periods=None, direction="lower"):
    ends = {"lower95": [v - half for v in values], "upper95": [v + half for v in values]}
    periods = YEARS if periods is None else periods
    return pl.DataFrame(
        {"series": "a", "period": periods, "kind": "other", "value": values, **ends, "direction": direction}
    )


def plain_slope(times, values, weights):
    weight = sum(weights)
    middle = sum(w * t for w, t in zip(weights, times, strict=True)) / weight
    top = sum(w * (t - middle) * v for w, t, v in zip(weights, times, values, strict=True))
    return top / sum(w * (t - middle) ** 2 for w, t in zip(weights, times, strict=True))


def verdict(chi2, slope, others):
    same = all((other > 0) == (slope > 0) and other != 0 for other in others)
    return "none" if chi2 <= CRITICAL or not same else "increasing" if slope > 0 else "decreasing"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 400), st.integers(401, 900)), min_size=5, max_size=5))
def test_proportions_equal_the_plain_cochran_armitage_test(points):
    x, n = zip(*points, strict=True)
    times = [1, 2, 3, 4, 5]
    p = sum(x) / sum(n)
    towards = sum(t * (a - b * p) for t, a, b in zip(times, x, n, strict=True))
    middle = sum(t * b for t, b in zip(times, n, strict=True)) / sum(n)
    variance = p * (1 - p) * sum(b * (t - middle) ** 2 for t, b in zip(times, n, strict=True))
    odds = [math.log(a / (b - a)) for a, b in points]
    others = [
        plain_slope([t for t in times if t != out], [odds[t - 1] for t in times if t != out], [1] * 4) for out in times
    ]
    found = trend(shares(x, n)).row(0, named=True)
    assert found["chi2"] == pytest.approx(towards**2 / variance, rel=1e-7, abs=1e-9)
    if abs(found["chi2"] - CRITICAL) > 1e-6 and min(map(abs, others)) > 1e-9:
        assert found["trend"] == verdict(found["chi2"], towards, others)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.floats(0, 100), min_size=5, max_size=5), st.lists(st.floats(0.1, 20), min_size=5, max_size=5))
def test_other_values_equal_the_plain_weighted_regression(values, widths):
    frame = measured(values).with_columns(
        lower95=pl.Series(values) - pl.Series(widths), upper95=pl.Series(values) + pl.Series(widths)
    )
    times = [1, 2, 3, 4, 5]
    weights = [(3.92 / (u - low)) ** 2 for low, u in frame.select("lower95", "upper95").iter_rows()]
    slope = plain_slope(times, values, weights)
    middle = np.average(times, weights=weights)
    error = 1 / math.sqrt(sum(w * (t - middle) ** 2 for w, t in zip(weights, times, strict=True)))
    found = trend(frame).row(0, named=True)
    assert found["chi2"] == pytest.approx((slope / error) ** 2, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize(
    ("direction", "welcome"), [("higher", "better"), ("lower", "worse"), ("none", None), (None, None)]
)
def test_a_rise_is_welcome_or_not_by_direction(direction, welcome):
    found = trend(shares([100, 120, 140, 160, 180], direction=direction)).row(0, named=True)
    assert (found["trend"], found["welcome"], found["note"]) == ("increasing", welcome, None)
    assert found["chi2"] == pytest.approx(33.2225914, rel=1e-8)


def test_a_slope_that_hangs_on_one_point_is_no_trend():
    found = trend(measured([10.0, 10, 10, 10, 20], half=0.5)).row(0, named=True)
    assert found["chi2"] > CRITICAL
    assert (found["trend"], found["welcome"]) == ("none", None)


def test_only_the_last_five_of_many_periods_count():
    earlier = [f"{year}/{year % 100 + 1:02}" for year in range(2012, 2018)]
    frame = shares([900, 1, 900, 1, 900, 1, 100, 120, 140, 160, 180], periods=earlier + YEARS)
    assert trend(frame.reverse()).equals(trend(shares([100, 120, 140, 160, 180])))


def test_pooled_years_that_overlap_are_skipped_for_ones_that_do_not():
    pooled = [f"{year}-{(year + 2) % 100:02}" for year in range(2006, 2021)]
    frame = shares(list(range(100, 250, 10)), periods=pooled)
    apart = [f"{year}-{(year + 2) % 100:02}" for year in (2008, 2011, 2014, 2017, 2020)]
    assert trend(frame).equals(trend(shares([120, 150, 180, 210, 240], periods=apart)))


def test_financial_years_written_with_a_hyphen_are_not_taken_for_months():
    hyphened = ["2007-08", "2008-09", "2009-10", "2010-11", "2011-12"]
    assert trend(shares([100, 120, 140, 160, 180], periods=hyphened))["trend"].to_list() == ["increasing"]


@pytest.mark.parametrize(
    ("frame", "note"),
    [
        (shares([1, 2, 3, 4], periods=YEARS[:4]), "5 periods are needed, there are 4"),
        (shares([1, 2, 3, 4, 5], periods=["2016/17", *YEARS[1:]]), "the periods are not consecutive"),
        (
            shares([1, 2, 3, 4, 5], periods=["2014-16", "2015-17", "2016-18", "2017-19", "2018-20"]),
            "the periods overlap",
        ),
        (shares([1, 2, None, 4, 5]), "a numerator or denominator is missing or suppressed"),
        (shares([1, 2, 3, 4, 1001]), "a numerator or denominator is not valid"),
        (shares([0, 0, 0, 0, 0]), "no variation"),
        (measured([1.0, 2, 3, 4, 5], half=0), "an interval has no width"),
        (measured([1.0, 2, 3, 4, 5]).with_columns(value=None), "a value or its interval is missing or suppressed"),
    ],
)
def test_what_cannot_be_calculated_says_why(frame, note):
    found = trend(frame).row(0, named=True)
    assert (found["chi2"], found["trend"], found["welcome"], found["note"]) == (None, "not_calculated", None, note)


def test_a_label_that_is_no_period_and_an_unknown_kind_are_named_by_row():
    frame = shares([1, 2, 3, 4, 5], periods=[*YEARS[:4], "soon"]).with_columns(
        kind=pl.Series(["proportion"] * 4 + ["odds"])
    )
    with pytest.raises(BadInput) as refusal:
        trend(frame)
    assert [(problem.row, problem.column) for problem in refusal.value.problems] == [(5, "kind"), (5, "period")]


POOLED = [f"{year} - {(year + 2) % 100:02}" for year in (1998, 2001, 2004, 2007, 2010)]
MONTHS = [f"2003-{month:02}" for month in range(2, 7)]


@pytest.mark.parametrize("periods", [POOLED, MONTHS, ["2002-03", "2003-04", "2004-05", "2005-06", "2006-07"]])
def test_labels_that_may_be_months_or_years_are_read_series_by_series(periods):
    beside = [shares([1, 2, 3, 4, 5], series="b"), shares([1, 2, 3, 4, 5], periods=list("12345"), series="c")]
    alone = trend(shares([100, 120, 140, 160, 180], periods=periods))
    assert alone["trend"].to_list() == ["increasing"]
    together = trend(pl.concat([shares([100, 120, 140, 160, 180], periods=periods), *beside]))
    assert together.filter(series="a").equals(alone)


@pytest.mark.parametrize("step", ["1w", "1mo", "3mo", "1y"])
def test_dates_are_consecutive_by_weeks_and_by_ends_of_months_as_text_or_not(step):
    first = date(2020, 1, 31) if step != "1w" else date(2020, 1, 6)
    days = pl.Series([first]).dt.offset_by(pl.Series([f"{n}{step[1:]}" for n in range(5)]))
    found = trend(shares([100, 120, 140, 160, 180], periods=days))
    assert found["trend"].to_list() == ["increasing"]
    assert trend(shares([100, 120, 140, 160, 180], periods=days.cast(pl.String))).equals(found)


@pytest.mark.parametrize("periods", [[*YEARS, YEARS[-1]], [1, 2, 3, 3, 4, 5]])
def test_a_period_that_stands_twice_is_not_chosen_from(periods):
    found = trend(shares([1, 2, 3, 4, 5, 900], periods=periods))
    assert found["note"].to_list() == ["a period stands more than once"]


def test_a_second_row_of_a_period_before_the_last_five_does_no_harm():
    twice = ["2015/16", "2015/16", *YEARS]
    assert trend(shares([7, 8, 100, 120, 140, 160, 180], periods=twice))["trend"].to_list() == ["increasing"]


def test_a_rate_without_limits_takes_those_of_its_counts():
    counts = shares([3, 12, 30, 41, 60], n=9000).with_columns(kind=pl.lit("rate"))
    limits = rate(counts.select(pl.col("period").alias("group"), "numerator", "denominator"))
    given = counts.hstack(limits.select("value", "lower95", "upper95"))
    assert trend(counts)["chi2"][0] == pytest.approx(trend(given)["chi2"][0], rel=1e-12)
    assert trend(counts)["trend"].to_list() == ["increasing"]


def test_no_events_in_one_period_count_as_half_an_event_for_the_sign_only():
    found = trend(shares([0, 50, 100, 150, 200])).row(0, named=True)
    assert (found["trend"], round(found["chi2"], 4)) == ("increasing", 277.7778)


@pytest.mark.parametrize(
    ("frame", "absent"),
    [
        (shares([1] * 5).drop("numerator"), "numerator"),
        (measured([1.0] * 5).drop("lower95"), "lower95"),
        (measured([1.0] * 5).drop("lower95").with_columns(kind=pl.lit("rate")), "lower95"),
        (shares([1] * 5).drop("denominator").with_columns(kind=pl.lit("rate")), "denominator"),
    ],
)
def test_a_column_that_the_kind_needs_must_be_there(frame, absent):
    with pytest.raises(BadInput, match=f"there is no column '{absent}'"):
        trend(frame)


@pytest.mark.parametrize("kind", ["proportion", "rate", "other"])
def test_a_count_that_equals_its_denominator_cannot_be_calculated_whatever_the_kind(kind):
    years = [f"{year}/{year % 100 + 1:02}" for year in range(2018, 2023)]
    frame = pl.DataFrame({
        "series": "a", "period": years, "kind": kind, "numerator": [50, 60, 70, 100, 80], "denominator": [100] * 5,
        "value": [50.0, 60, 70, 100, 80], "lower95": [40.0, 50, 60, 96, 70], "upper95": [60.0, 70, 80, 100, 88],
    })  # fmt: skip
    assert trend(frame).select("trend", "note").row(0) == ("not_calculated", "a count equals its denominator")
    fewer = frame.with_columns(numerator=pl.when(pl.col("numerator") == 100).then(99).otherwise("numerator"))
    assert trend(fewer)["note"].to_list() == [None]


def test_nobody_is_no_reason():
    years = [f"{year}/{year % 100 + 1:02}" for year in range(2018, 2023)]
    frame = pl.DataFrame({
        "series": "a", "period": years, "kind": "proportion", "numerator": [0, 6, 12, 18, 30], "denominator": [100] * 5,
    })  # fmt: skip
    assert trend(frame).select("trend", "note").row(0) == ("increasing", None)
