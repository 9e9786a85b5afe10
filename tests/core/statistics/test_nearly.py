"""Figures that only binary arithmetic tells apart are equal; large counts that differ by one are not."""

import numpy as np
import polars as pl
import pytest

from outturn.core.assess.judge import judge
from outturn.core.statistics.table.nearly import at_least, equal, equal_in

SAME = [(0.1 + 0.2, 0.3), (0.923 * 100, 92.3), (57.99999999999999, 58), (5e-17, 0.0), (1e300, 1e300), (np.inf, np.inf)]
DIFFERENT = [(1_000_000_001.0, 1e9), (1e-12, 2e-12), (75.999, 76.0), (np.nan, np.nan), (1e308, -1e308), (np.inf, 1.0)]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_the_same(left, right):
    assert equal(left, right)
    assert at_least(left, right)
    assert at_least(right, left)
    assert in_columns(left, right) is True


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_not_the_same(left, right):
    assert not equal(left, right)
    if left == left:
        assert at_least(left, right) != at_least(right, left)
        assert in_columns(left, right) is False


def in_columns(left, right):
    return pl.DataFrame({"l": [left], "r": [right]}).select(equal_in(pl.col("l"), pl.col("r"))).item()


@pytest.mark.parametrize(
    ("operator", "value", "plan", "met"),
    [
        ("<=", 0.1 + 0.2, 0.3, True), ("<", 0.1 + 0.2, 0.3, False), ("=", 0.1 + 0.2, 0.3, True),
        (">=", 57.99999999999999, 58.0, True), (">", 58.00000000000001, 58.0, False), ("=", 58.1, 58.0, False),
    ],
)  # fmt: skip
def test_a_plan_is_met_whatever_the_last_bit(operator, value, plan, met):
    row = {"value": value, "plan": plan, "operator": operator, "state": "known", "plan_state": "known", "scheme": ""}
    frame = pl.DataFrame([row | {"low": None, "high": None}], schema_overrides={"low": pl.Float64, "high": pl.Float64})
    assert judge(frame, [])["met"].to_list() == [met]
