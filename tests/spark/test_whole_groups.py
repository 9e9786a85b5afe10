"""Pieces of a table are joined and cut so that no group is split."""

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.spark import parts


@settings(deadline=None)
@given(
    sizes=st.lists(st.integers(1, 9), max_size=12),
    cuts=st.lists(st.integers(1, 7), min_size=1, max_size=20),
    wanted=st.integers(1, 12),
)
def test_no_group_is_cut_and_no_row_is_lost(sizes, cuts, wanted):
    keys = [None if number == 0 else f"k{number}" for number, size in enumerate(sizes) for _ in range(size)]
    frame = pl.DataFrame({"key": keys, "row": range(len(keys))}, schema={"key": pl.String, "row": pl.Int64})
    pieces, at = [], 0
    while at < frame.height:
        step = cuts[len(pieces) % len(cuts)]
        pieces.append(frame[at : at + step])
        at += step
    before, parts.PIECE = parts.PIECE, wanted
    try:
        found = list(parts.whole_groups(pieces, ["key"]))
    finally:
        parts.PIECE = before
    assert [row for piece in found for row in piece["row"]] == list(range(frame.height))
    ends = [(piece["key"][0], piece["key"][-1]) for piece in found]
    assert all(last != first for (_, last), (first, _) in zip(ends, ends[1:], strict=False))
