"""Memory of a result is used again only when nothing looks at it any more."""

import gc

import numpy as np
import polars as pl
import pytest

from outturn.core.statistics.rates import proportion
from outturn.core.statistics.table import kept_memory
from outturn.core.statistics.table.kept_memory import rows

SIZE = kept_memory.LEAST // 8


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_memory.free.clear()
    yield
    kept_memory.free.clear()


def address(array):
    return array.__array_interface__["data"][0]


def test_it_is_used_again_when_the_result_is_gone():
    first = address(rows(2, SIZE))
    again = rows(2, SIZE)
    assert address(again) == first
    assert address(rows(2, SIZE)) != first  # `again` is still there


def test_a_part_of_a_result_keeps_all_of_it():
    for hold in (
        lambda array: array[1, 5:],
        lambda array: pl.Series(array[1]),
        lambda array: pl.Series(array[1])[3:].to_numpy(),
        lambda array: pl.DataFrame({"a": array[0], "b": array[1]}).lazy().select("b"),
        lambda array: pl.Series(array[0]).__arrow_c_stream__(),
    ):
        array = rows(2, SIZE)
        held, place = hold(array), address(array)
        del array
        gc.collect()
        assert not kept_memory.free
        assert address(rows(2, SIZE)) != place
        del held
        kept_memory.free.clear()


def test_what_is_small_or_far_too_large_is_not_kept():
    for size in (SIZE - 1, kept_memory.MOST // 8 + 1):
        rows(1, size)
        assert not kept_memory.free


def test_a_block_far_larger_than_needed_is_not_lent():
    rows(8, SIZE)
    assert rows(1, SIZE).base.base.nbytes == SIZE * 8


def test_a_second_answer_leaves_the_first_alone():
    def answer(numerator):
        names = pl.Series(np.arange(SIZE)).cast(pl.String).str.zfill(7)
        return proportion(pl.DataFrame({"group": names, "numerator": numerator, "denominator": 100.0}))

    first = answer(1.0)
    limits = first["upper998"]
    was = limits.to_list()
    del first
    second = answer(50.0)
    assert limits.to_list() == was
    assert second["value"].unique().to_list() == [50.0]
