"""Ranks of many peers are sorted for, those of few are counted; both give what a plain count gives."""

import numpy as np
import pytest

from outturn.core.statistics.peers import peers_kernel


@pytest.mark.parametrize("size", [1, 5, peers_kernel.SMALL, peers_kernel.SMALL + 1, 500])
def test_how_many_are_above(size):
    rng = np.random.default_rng(size)
    values, than = rng.integers(0, 40, size).astype(float), rng.integers(0, 40, size).astype(float)
    values[rng.random(size) < 0.2] = np.nan
    than[rng.random(size) < 0.2] = np.nan
    plain = [sum(value > other for value in values) for other in than]
    found = np.empty(size, np.int64)
    peers_kernel.above(values, than, found)
    assert found.tolist() == plain
