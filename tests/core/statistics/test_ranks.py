"""Ranks against a plain loop, and the rank range against counting."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.peers import rank
from outturn.core.statistics.table import BadInput

ENDS = ("lower95", "upper95")
KEYS = {"indicator": pl.String, "period": pl.String, "area": pl.String, "direction": pl.String}


def test_ties_share_the_better_rank_and_only_those_who_report_count():
    frame = pl.DataFrame(
        {
            "indicator": "wait",
            "period": "Oct 2024",
            "area": list("abcdef"),
            "direction": "lower",
            "value": [5.0, 3.0, 3.0, None, 9.0, 1.0],
        }
    )
    found = rank(frame)
    assert found["rank"].to_list() == [4, 2, 2, None, 5, 1]
    assert found["of"].to_list() == [5] * 6
    assert found["quartile"].to_list() == [4, 2, 2, None, 4, 1]
    assert found["rank_best"].null_count() == 6


def test_quarters_of_42_systems():
    frame = pl.DataFrame({"indicator": "i", "period": "p", "area": [f"s{i}" for i in range(42)], "value": range(42)})
    found = rank(frame).sort("rank")["quartile"]
    assert found.value_counts(sort=True)["count"].sum() == 42
    assert [found[place - 1] for place in (1, 10, 11, 21, 24, 31, 32, 42)] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_no_quarter_among_fewer_than_four():
    frame = pl.DataFrame({"indicator": "i", "period": "p", "area": list("abc"), "value": [1, 2, 3]})
    assert rank(frame)["quartile"].null_count() == 3


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("ij"), st.none() | st.integers(0, 9), st.integers(0, 3), st.booleans()), max_size=25
    )
)
def test_ranks_and_their_range_equal_a_plain_loop(rows):
    better = {"i": "higher", "j": "lower"}
    data = [
        (name, "p", f"a{number}", better[name], v, None if v is None or hide else v - w, None if v is None else v + w)
        for number, (name, v, w, hide) in enumerate(rows)
    ]
    schema = KEYS | {"value": pl.Float64, "lower95": pl.Float64, "upper95": pl.Float64}
    found = rank(pl.DataFrame(data, schema=schema, orient="row"))
    for here in found.iter_rows(named=True):
        peers = [other for other in found.iter_rows(named=True) if other["indicator"] == here["indicator"]]
        known = [other for other in peers if other["value"] is not None]
        assert here["of"] == len(known)
        if here["value"] is None:
            assert here["rank"] is None
            continue
        sign = 1 if here["direction"] == "higher" else -1
        assert here["rank"] == 1 + sum(sign * other["value"] > sign * here["value"] for other in known)
        if here["lower95"] is None:
            assert here["rank_best"] is None
            continue
        low, high = (
            lambda other, name=name: other["value"] if other["lower95"] is None else other[name] for name in ENDS
        )
        above = sum(low(other) > here["upper95"] for other in known)
        below = sum(high(other) < here["lower95"] for other in known)
        best, worst = (above, below) if sign > 0 else (below, above)
        assert (here["rank_best"], here["rank_worst"]) == (1 + best, len(known) - worst)
        assert here["rank_best"] <= here["rank"] <= here["rank_worst"]


@pytest.mark.parametrize("name", ["indicator", "period", "area"])
def test_a_row_without_a_name_is_refused(name):
    row = {"indicator": "wait", "period": "Oct 2024", "area": "a", "value": 1.0, name: None}
    with pytest.raises(BadInput, match=f"Row 1, column '{name}': this must not be empty"):
        rank(pl.DataFrame(row, schema_overrides=KEYS))
