"""Figures that NHSRplotthedots publishes for its own examples: vignettes, snapshots of its tests, issues."""

from datetime import date, timedelta

import polars as pl
import pytest

from outturn.core.statistics.spc import MAKING_DATA_COUNT, PLOT_THE_DOTS, RuleSet, spc, spc_summary

WILD = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
"""Vignette 'Deviations from Excel defaults', part 1."""

NORMAL = [
    *[-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285],
    *[-0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716],
    *[0.70135590, -0.47279141],
]
"""R: set.seed(123); rnorm(20). The series of test-ptd_spc.R and test-ptd_spc_standard.R."""


def days(values):
    start = date(2021, 3, 22)
    when = [start + timedelta(days=i) for i in range(len(values))]
    return pl.DataFrame({"series": "a", "date": when, "value": [float(value) for value in values]})


def limits(values, rules=PLOT_THE_DOTS, screen=None):
    options = pl.DataFrame({"series": ["a"], "screen_outliers": [screen]})
    return spc(days(values), options, rules).select("mean", "lower", "upper").row(0)


@pytest.mark.parametrize(
    ("rules", "printed"), [(PLOT_THE_DOTS, (1.94, -0.72, 4.60)), (MAKING_DATA_COUNT, (1.94, -3.06, 6.95))]
)
def test_the_vignette_on_deviations_from_excel_with_and_without_screening(rules: RuleSet, printed):
    assert tuple(round(limit, 2) for limit in limits(WILD, rules)) == printed
    assert (
        spc(days(WILD), rules=rules)["label"].to_list() == ["Common Cause"] * 4 + ["Above UCL"] + ["Common Cause"] * 13
    )


def test_the_vignette_shows_its_one_high_point_as_improvement():
    types = spc(days(WILD), rules=PLOT_THE_DOTS)["point_type"].to_list()
    assert types == ["common_cause"] * 4 + ["special_cause_improvement"] + ["common_cause"] * 13


def test_the_snapshot_of_the_standard_calculations():
    assert limits(NORMAL) == pytest.approx((0.1416238, -3.01138, 3.294627), rel=1e-6)
    assert spc(days(NORMAL), rules=PLOT_THE_DOTS)["side"][:14].to_list() == [
        -1,
        -1,
        1,
        -1,
        -1,
        1,
        1,
        -1,
        -1,
        -1,
        1,
        1,
        1,
        -1,
    ]
    wild = [*NORMAL[:14], 10, *NORMAL[15:]]
    assert limits(wild) == pytest.approx((0.6694159, -2.383666, 3.722497), rel=1e-6)
    assert limits(wild, screen=False) == pytest.approx((0.6694159, -4.596625, 5.935457), rel=1e-6)


def test_the_snapshot_of_two_facets_of_ten_points():
    for half, printed in ((NORMAL[:10], (0.0746, -2.60, 2.75)), (NORMAL[10:], (0.209, -3.28, 3.70))):
        points = spc(days(half), rules=PLOT_THE_DOTS)
        assert points.select("mean", "lower", "upper").row(0) == pytest.approx(printed, rel=3e-3)
        assert set(points["label"]) == {"Common Cause"}
        assert spc_summary(points, rules=PLOT_THE_DOTS)["n"].to_list() == [10]


def test_two_near_points_on_opposite_sides_are_common_cause():
    """Issue 143, and the last test of test-ptd_spc_standard.R."""
    found = spc(days([1, -1] * 7 + [5.5, -5.5]), rules=PLOT_THE_DOTS).tail(2)
    assert found["close"].to_list() == [True, True]
    assert found["point_type"].to_list() == ["common_cause"] * 2


@pytest.mark.parametrize(("step", "word"), [(1, "Increasing"), (-1, "Decreasing")])
def test_eight_rising_or_falling_points_are_all_special(step, word):
    """Issue 167: a falling trend is flagged as a rising one is. The first and last points lie outside the limits."""
    labels = spc(days([step * i for i in range(8)]), rules=PLOT_THE_DOTS)["label"].to_list()
    ends = ["Below LCL", "Above UCL"][::step]
    assert labels == [ends[0], *[f"7 Point Trend ({word})"] * 6, ends[1]]


@pytest.mark.parametrize(("tail", "near"), [([7, 7, 5], [False] * 3), ([7, 5, 5], [False, True, True])])
def test_points_beyond_the_limit_are_no_part_of_two_in_three(tail, near):
    """Issue 153: two points beyond the limit leave a near one common cause; one leaves two near ones special."""
    options = pl.DataFrame({"series": ["a"], "fix_after_n_points": [12]})
    found = spc(days([1, -1] * 6 + tail), options, PLOT_THE_DOTS).tail(3)
    assert found["two_of_three"].to_list() == near
    assert found["label"].to_list() == [
        "Above UCL" if value == 7 else "2 in 3 Above CL" if hit else "Common Cause"
        for value, hit in zip(tail, near, strict=True)
    ]
