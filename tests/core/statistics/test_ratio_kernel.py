"""The compiled loops of limits give what the formulas on arrays give."""

import numpy as np
import polars as pl
import pytest

from outturn.core.statistics.rates import proportion, rate
from outturn.core.statistics.rates.confidence import LEVELS, poisson, wilson

rng = np.random.default_rng(11)
N = np.concatenate([rng.integers(1, 50, 400), rng.integers(50, 10**7, 400)]).astype(float)
X = np.floor(N * rng.random(800) ** 3)
FRACTIONS = N * rng.random(800) ** 3


@pytest.mark.parametrize("x", [X, FRACTIONS], ids=["counts", "fractions"])
@pytest.mark.parametrize("multiplier", [1.0, 100_000.0])
def test_limits_are_those_of_the_formulas(x, multiplier):
    frame = pl.DataFrame({"group": [f"g{number:03}" for number in range(len(x))], "numerator": x, "denominator": N})
    shares, rates = proportion(frame, multiplier), rate(frame, multiplier)
    for level in LEVELS:
        ends = [f"lower{level.name}", f"upper{level.name}"]
        for name, of_share, of_count in zip(ends, wilson(x, N, level.z), poisson(x, level), strict=True):
            np.testing.assert_allclose(shares[name], of_share * multiplier, rtol=1e-12, atol=1e-12)
            np.testing.assert_allclose(rates[name], of_count / N * multiplier, rtol=1e-12, atol=0)


def test_every_reason_is_told_and_the_others_keep_their_answers():
    frame = pl.DataFrame(
        {"group": list("abcdef"), "numerator": [1.0, None, -1.0, 1.0, 3.0, np.inf], "denominator": [2, 1, 1, 0, 2, 9]}
    )
    missing, negative, empty, many = (
        "a numerator or denominator is missing or suppressed",
        "a negative numerator or denominator",
        "the denominator is 0",
        "the numerator is greater than the denominator",
    )
    assert proportion(frame)["note"].to_list() == [None, missing, negative, empty, many, missing]
    assert rate(frame)["note"].to_list() == [None, missing, negative, empty, None, missing]
    assert proportion(frame)["value"].to_list() == [50.0, None, None, None, None, None]
