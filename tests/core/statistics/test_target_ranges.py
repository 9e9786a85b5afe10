"""A value against its target: one number or a range, by the value or by its interval."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.peers import against_target
from outturn.core.statistics.table import BadInput

ends = st.none() | st.integers(-5, 5).map(float)


def one(value, lower, upper, direction, target_lower, target_upper, method="ci95"):
    row = {"group": ["a"], "value": [value], "lower95": [lower], "upper95": [upper], "direction": [direction]}
    return against_target(
        pl.DataFrame(row | {"target_lower": [target_lower], "target_upper": [target_upper]}), method
    ).row(0)[1:]


@pytest.mark.parametrize(
    ("value", "lower", "upper", "direction", "target", "outcome"),
    [
        (92.0, 90.0, 94.0, "higher", (90.0, None), "met"),
        (92.0, 89.9, 94.0, "higher", (90.0, None), "may be met"),
        (87.0, 84.0, 89.9, "higher", (90.0, None), "not met"),
        (87.0, 84.0, 90.0, "higher", (90.0, None), "may be met"),
        (3.0, 2.0, 4.0, "lower", (4.0, 4.0), "met"),
        (5.0, 4.1, 6.0, "lower", (None, 4.0), "not met"),
        (91.0, 90.5, 91.5, "none", (85.0, 92.0), "within"),
        (84.0, 83.0, 84.9, "none", (85.0, 92.0), "below"),
        (93.0, 92.1, 94.0, "none", (85.0, 92.0), "above"),
        (93.0, 92.0, 94.0, "none", (85.0, 92.0), "within"),
    ],
)
def test_by_interval(value, lower, upper, direction, target, outcome):
    assert one(value, lower, upper, direction, *target) == (outcome, None)


def test_by_value_an_end_of_the_target_belongs_to_it():
    assert one(90.0, None, None, "higher", 90.0, 95.0, "value") == ("met", None)
    assert one(95.1, None, None, "lower", 90.0, 95.0, "value") == ("not met", None)
    assert one(95.0, None, None, "none", 90.0, 95.0, "value") == ("within", None)


@pytest.mark.parametrize(
    ("row", "note"),
    [
        ((None, 1.0, 2.0, "higher", 1.0, 1.0), "no value"),
        ((1.0, 1.0, 2.0, "higher", None, None), "no target"),
        ((1.0, None, 2.0, "higher", 1.0, 1.0), "no interval"),
        ((1.0, 1.0, 2.0, "none", 3.0, 1.0), "the target's lower end is above its upper end"),
    ],
)
def test_what_cannot_be_told_has_a_reason(row, note):
    assert one(*row) == (None, note)


@settings(deadline=None)
@given(value=ends, lower=ends, upper=ends, target=st.tuples(ends, ends), better=st.sampled_from(["higher", "lower"]))
def test_turned_round_it_says_the_same(value, lower, upper, target, better):
    other = {"higher": "lower", "lower": "higher"}[better]
    away = [None if number is None else -number for number in (value, upper, lower, target[1], target[0])]
    assert one(value, lower, upper, better, *target) == one(*away[:3], other, *away[3:])


def test_an_unknown_method_and_a_missing_column_are_refused():
    with pytest.raises(ValueError, match="'guess' is not a way"):
        against_target(pl.DataFrame(), "guess")
    with pytest.raises(BadInput, match="there is no column 'target_lower'"):
        against_target(pl.DataFrame({"group": ["a"], "value": [1.0]}))


def test_a_value_that_is_no_number_is_told_once():
    row = {"group": "a", "value": "x", "direction": "higher", "target_lower": 1, "target_upper": "y"}
    with pytest.raises(BadInput) as refusal:
        against_target(pl.DataFrame(row), "value")
    assert [problem.column for problem in refusal.value.problems] == ["value", "target_upper"]
