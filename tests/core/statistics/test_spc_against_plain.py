"""The compiled kernel and the slow plain implementation give the same answer on anything."""

import math
from datetime import date, timedelta
from random import Random

import polars as pl
import pytest
from core.statistics.plain_spc import plain_group, plain_series
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from outturn.core.statistics.spc import RULE_SETS, spc, spc_summary
from outturn.core.statistics.spc.ends import chart_ends, series_ends
from outturn.core.statistics.spc.input import check_and_sort
from outturn.core.statistics.spc.kernel import STRETCH
from outturn.core.statistics.spc.points import charts
from outturn.core.statistics.spc.series import series_frame

SCALE = {"counts": st.integers(0, 12).map(float), "tenths": st.integers(-300, 300).map(lambda v: v / 10)}
SCALE["any"] = st.floats(-1e6, 1e6, allow_nan=False)
NUMBERS = ["mean", "lower", "upper", "near_lower", "near_upper"]
WORDS = ["value", "side", "outside", "close", "run", "trend", "two_of_three", "label", "point_type"]
START = date(2020, 1, 1)


@st.composite
def groups(draw):
    """Values in stretches: flat, rising and falling ones, so that every rule fires often."""
    kind = draw(st.sampled_from(sorted(SCALE)))
    values: list[float | None] = []
    for _ in range(draw(st.integers(1, 6))):
        stretch = draw(st.lists(SCALE[kind], min_size=1, max_size=9))
        shape = draw(st.sampled_from(["as drawn", "rising", "falling", "flat", "missing"]))
        if shape == "rising":
            stretch = sorted(stretch)
        elif shape == "falling":
            stretch = sorted(stretch, reverse=True)
        elif shape == "flat":
            stretch = [stretch[0]] * len(stretch)
        values += [None] * len(stretch) if shape == "missing" else stretch
    return values


def frame_of(values, series="a"):
    days = [START + timedelta(days=31 * i) for i in range(len(values))]
    return pl.DataFrame(
        {"series": [series] * len(values), "date": days, "value": values}, schema_overrides={"value": pl.Float64}
    )


@settings(max_examples=400, deadline=None)
@given(
    values=groups(),
    rules=st.sampled_from(sorted(RULE_SETS)),
    direction=st.sampled_from(["increase", "decrease", "neutral"]),
    screen=st.booleans(),
    fix=st.one_of(st.none(), st.integers(12, 20)),
    cut=st.one_of(st.none(), st.integers(0, 40)),
    data=st.data(),
)
def test_kernel_equals_the_plain_implementation(values, rules, direction, screen, fix, cut, data):
    frame = frame_of(values)
    rebase = frame["date"][cut] if cut is not None and cut < len(values) else None
    options = pl.DataFrame(
        {
            "series": ["a"],
            "improvement_direction": [direction],
            "screen_outliers": [screen],
            "fix_after_n_points": [fix],
            "rebase_dates": [str(rebase) if rebase else None],
        }
    )
    good = {"increase": 1, "decrease": -1, "neutral": 0}[direction]
    parts = [values[:cut], values[cut:]] if rebase else [values]
    groups = [plain_group(part, RULE_SETS[rules], good, screen, fix) for part in parts if part]
    expected = [row for group in groups for row in group]
    found = spc(frame, options, rules)
    for column in WORDS:
        assert found[column].to_list() == [row[column] for row in expected], column
    for column in NUMBERS:
        for ours, theirs in zip(found[column].to_list(), [row[column] for row in expected], strict=True):
            assert (ours is None) == (theirs is None)
            assert ours is None or math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-12)
    for row, ours in zip(expected, found.rows(named=True), strict=True):
        row.update({column: ours[column] for column in NUMBERS})  # to the last bit, for targets that lie on a limit
    levels = dict.fromkeys(row[column] for row in expected for column in ("lower", "mean", "upper"))
    targets = data.draw(st.lists(st.sampled_from([None, 3.0, *levels]), min_size=len(values), max_size=len(values)))
    dated = frame.with_columns(target=pl.Series(targets, dtype=pl.Float64))
    summary = spc_summary(found, options, rules, targets=dated).row(0, named=True)
    for column, theirs in plain_series(groups, targets, RULE_SETS[rules], good).items():
        assert summary[column] == theirs, column


@settings(max_examples=60, deadline=None)
@given(st.lists(groups(), min_size=1, max_size=6), st.sampled_from(sorted(RULE_SETS)), st.randoms())
def test_order_and_company_change_nothing(many, rules, random):
    frames = [frame_of(values, f"s{number}") for number, values in enumerate(many)]
    together = pl.concat(frames)
    rows = list(range(together.height))
    random.shuffle(rows)
    alone = pl.concat([spc(frame, rules=rules) for frame in frames])
    assert_frame_equal(spc(together[rows], rules=rules), alone, check_exact=True)
    by_points = spc_summary(alone, rules=rules)
    assert_frame_equal(
        by_points,
        series_frame(chart_ends(charts(together, None, RULE_SETS[rules])), RULE_SETS[rules]).with_columns(
            pl.col(pl.Enum).cast(pl.String)
        ),
        check_exact=True,
    )
    ends = series_frame(series_ends(check_and_sort(together), None, RULE_SETS[rules]), RULE_SETS[rules])
    assert_frame_equal(by_points, ends.with_columns(pl.col(pl.Enum).cast(pl.String)), check_exact=True)


@pytest.mark.parametrize("rules", sorted(RULE_SETS))
def test_more_points_than_are_judged_at_a_time_change_nothing(rules):
    """The kernel judges stretches of groups: a long one, short ones on both sides of where a stretch ends."""
    random = Random(1)
    assert STRETCH < 5000
    lengths = [5000, *[random.randint(1, 60) for _ in range(250)], 1]
    many = [[random.choice([None, *map(float, range(9))]) for _ in range(length)] for length in lengths]
    found = spc(pl.concat(frame_of(values, f"s{number:03}") for number, values in enumerate(many)), rules=rules)
    good = {"increase": 1, "neutral": 0}[RULE_SETS[rules].improvement_direction]
    screen = RULE_SETS[rules].screen_outliers
    expected = [row for values in many for row in plain_group(values, RULE_SETS[rules], good, screen, None)]
    for column in WORDS:
        assert found[column].to_list() == [row[column] for row in expected], column


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 50), min_size=1, max_size=40), st.integers(-100, 100), st.sampled_from([0.5, 2.0, 8.0]))
def test_shifting_and_scaling_move_the_chart_and_change_no_rule(values, shift, scale):
    before = spc(frame_of([float(v) for v in values]), rules="plot-the-dots")
    after = spc(frame_of([v * scale + shift * 4096 for v in values]), rules="plot-the-dots")
    on_an_edge = any(
        value is not None and limit is not None and abs(value - limit) <= 1e-9 * max(1.0, abs(limit))
        for column in NUMBERS
        for value, limit in zip(before["value"].to_list(), before[column].to_list(), strict=True)
    )
    if not on_an_edge:
        assert after["label"].to_list() == before["label"].to_list()
    for column in NUMBERS:
        for old, new in zip(before[column].to_list(), after[column].to_list(), strict=True):
            assert (
                new == pytest.approx(old * scale + shift * 4096, rel=1e-9, abs=1e-6) if old is not None else new is None
            )


@settings(max_examples=100, deadline=None)
@given(groups(), st.sampled_from(sorted(RULE_SETS)))
def test_turning_the_chart_over_with_its_direction_keeps_the_judgement(values, rules):
    negative = [None if v is None else -v for v in values]
    up = spc(frame_of(values), pl.DataFrame({"series": ["a"], "improvement_direction": ["increase"]}), rules)
    down = spc(frame_of(negative), pl.DataFrame({"series": ["a"], "improvement_direction": ["decrease"]}), rules)
    assert up["point_type"].to_list() == down["point_type"].to_list()
    assert up["side"].to_list() == (-down["side"]).to_list()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True)), min_size=1, max_size=40))
def test_no_number_raises(values):
    found = spc(frame_of(values), rules="plot-the-dots")
    assert found["value"].to_list() == [v if v is not None and math.isfinite(v) else None for v in values]


def test_limits_fixed_on_rows_without_a_value_are_none_and_say_so():
    options = pl.DataFrame({"series": ["a"], "fix_after_n_points": [12]})
    frame = frame_of([None] * 12 + [0.0, 1.0] * 7)
    row = spc_summary(spc(frame, options), options).row(0, named=True)
    assert (row["mean"], row["variation"], row["variation_icon"]) == (None, None, None)
    assert row["note"] == "limits cannot be set: no mean can be worked out from the points that set them"
