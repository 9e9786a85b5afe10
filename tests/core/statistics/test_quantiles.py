"""Quantiles against a plain loop."""

import math

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.peers import band, quantile


def plain(values, k, invert):
    known = [v for v in values if v is not None]
    n = len(known)
    result = []
    for value in values:
        if value is None or n < k:
            result.append(None)
            continue
        rank = 1 + sum((v > value) if invert else (v < value) for v in known)
        part = math.floor((k + 1) - math.ceil((n + 1 - rank) / (n / k)))
        result.append(part or 1)
    return result


@settings(deadline=None)
@given(st.lists(st.none() | st.integers(0, 30), max_size=40), st.integers(2, 10), st.booleans())
def test_quantiles_equal_the_plain_rule(values, k, invert):
    frame = pl.DataFrame({"group": ["g"] * len(values), "area": [f"a{i}" for i in range(len(values))], "value": values})
    assert quantile(frame, k, invert)["quantile"].to_list() == plain(values, k, invert)


def test_ten_areas_make_ten_tenths_and_invert_turns_them_over():
    frame = pl.DataFrame({"group": ["g"] * 10, "area": list("abcdefghij"), "value": list(range(10))})
    assert quantile(frame)["quantile"].to_list() == list(range(1, 11))
    assert quantile(frame, invert=True)["quantile"].to_list() == list(range(10, 0, -1))


def test_each_group_is_cut_by_itself_and_a_small_one_is_not_cut():
    frame = pl.DataFrame({"group": list("xyxyx"), "area": list("abcde"), "value": [1, 9, 2, 8, 3]})
    assert quantile(frame, k=3)["quantile"].to_list() == [1, None, 2, None, 3]


def test_bands_are_cut_at_interpolated_points():
    frame = pl.DataFrame({"group": ["g"] * 9, "area": list("abcdefghi"), "value": [1.0, 2, 3, 4, 5, 6, 7, 8, None]})
    assert band(frame, 4)["band"].to_list() == [1, 1, 2, 2, 3, 3, 4, 4, None]


def test_what_has_no_quantile_says_why():
    frame = pl.DataFrame({"group": list("xyyz"), "area": list("abcd"), "value": [1, 2, None, None]})
    assert quantile(frame, 2)["note"].to_list() == [
        "the group has 1 value, and 2 are needed", "the group has 1 value, and 2 are needed", "no value", "no value",
    ]  # fmt: skip
    assert quantile(frame.head(1).vstack(frame.head(1)), 2)["note"].to_list() == [None, None]
    assert quantile(frame.with_columns(group=pl.lit("x")), 3)["note"][0] == "the group has 2 values, and 3 are needed"
