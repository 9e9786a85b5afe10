"""Rows are brought together by name: the answers of plain Python, for names of every kind."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outturn.core.statistics.table.grouped import by_group, repeating, stretches, strictly_rising

NAMES = st.lists(
    st.none() | st.text("ab\0é", max_size=14) | st.sampled_from(["E01000001", "E01000002", "NHS Nottingham and Derby"])
)


def text(names: list[str | None]) -> pl.Series:
    return pl.Series("group", names, dtype=pl.String)


@settings(max_examples=200, deadline=None)
@given(NAMES)
def test_stretches_begin_where_a_name_is_not_the_one_before(names: list[str | None]) -> None:
    begins = [row for row in range(len(names)) if row == 0 or names[row] != names[row - 1]]
    assert stretches(text(names)).tolist() == [*begins, len(names)]


@settings(max_examples=200, deadline=None)
@given(NAMES)
def test_names_rise_when_each_comes_after_the_one_before(names: list[str | None]) -> None:
    data = [name.encode() for name in names if name is not None]
    risen = all(before < here for before, here in zip(data, data[1:], strict=False))
    assert strictly_rising(text(names)) == (risen and len(data) == len(names))


@settings(max_examples=200, deadline=None)
@given(NAMES)
def test_groups_stand_in_the_order_in_which_they_first_appear(names: list[str | None]) -> None:
    together = by_group(pl.DataFrame({"group": text(names), "row": range(len(names))}))
    first = list(dict.fromkeys(names))
    assert together.names.to_list() == first
    rows = [
        together.frame["row"][lo:hi].to_list() for lo, hi in zip(together.starts, together.starts[1:], strict=False)
    ]
    assert rows == [[row for row, name in enumerate(names) if name == group] for group in first]


@pytest.mark.parametrize(
    ("names", "every", "again"),
    [(["a", "b"] * 20, 2, True), (["a", "b"] * 20, 1, False), (["a", "b", "a"], 2, True), (["a", "b", "b"], 2, False)],
)
def test_names_that_stand_again_and_again(names: list[str], every: int, again: bool) -> None:
    assert repeating(text(names), every) == again


@pytest.mark.parametrize(
    ("values", "cut"),
    [
        (pl.Series([1, 2, 2, 5]), [0, 1, 3, 4]),
        (pl.Series([1, None, None, 5]), [0, 1, 3, 4]),
        (pl.Series([1, 1, 2]).cast(pl.Date), [0, 2, 3]),
        (pl.Series([0.5, 0.5, 1.5]), [0, 2, 3]),
        (pl.Series([], dtype=pl.Int64), [0]),
    ],
    ids=["numbers", "missing numbers", "days", "halves", "none"],
)
def test_names_may_be_other_than_text(values: pl.Series, cut: list[int]) -> None:
    assert stretches(values).tolist() == cut
