"""Slope and relative index of inequality: exact lines, honest errors, reasons."""

import numpy as np
import polars as pl
import pytest

from outturn.core.statistics.rates import inequality

MIDDLES = [0.1, 0.3, 0.5, 0.7, 0.9]


def fifths(values, half=0.5, population=100, group="a"):
    return pl.DataFrame(
        {
            "group": group,
            "quantile": [1, 2, 3, 4, 5],
            "population": population,
            "value": values,
            "lower95": [v - half for v in values],
            "upper95": [v + half for v in values],
        }
    )


def test_a_straight_line_has_its_own_slope():
    found = inequality(fifths([50 - 20 * m for m in MIDDLES])).row(0, named=True)
    assert found["sii"] == pytest.approx(-20)
    assert found["rii"] == pytest.approx(30 / 50)


def test_a_line_of_logarithms_and_of_log_odds_is_met_exactly():
    rates = inequality(fifths([np.exp(3 + m) for m in MIDDLES]), "rate").row(0, named=True)
    assert rates["rii"] == pytest.approx(np.e)
    assert rates["sii"] == pytest.approx(np.exp(4) - np.exp(3))
    shares = inequality(fifths([100 / (1 + np.exp(1 - 2 * m)) for m in MIDDLES]), "proportion").row(0, named=True)
    assert shares["sii"] == pytest.approx(100 / (1 + np.exp(-1)) - 100 / (1 + np.exp(1)))


def test_weights_are_populations():
    frame = fifths([10.0, 12, 19, 18, 30]).with_columns(population=pl.Series([10, 20, 30, 5, 80]))
    share = frame["population"].to_numpy() / 145
    middle = share.cumsum() - share / 2
    slope, _ = np.polyfit(middle, frame["value"].to_numpy(), 1, w=np.sqrt(share))
    assert inequality(frame)["sii"][0] == pytest.approx(slope)


@pytest.mark.parametrize("kind", ["other", "rate", "proportion"])
def test_limits_hold_what_simulation_finds(kind):
    values, half = [30.0, 27, 24, 22, 20], 1.5
    found = inequality(fifths(values, half), kind).row(0, named=True)
    rng = np.random.default_rng(1)
    draws = rng.normal(values, half / 1.959964, (4000, 5))
    many = pl.concat([fifths(list(draw), half, group=f"g{number}") for number, draw in enumerate(draws)])
    for index in ("sii", "rii"):
        simulated = np.quantile(inequality(many, kind)[index].to_numpy(), [0.025, 0.975])
        width = found[f"{index}_upper95"] - found[f"{index}_lower95"]
        assert found[f"{index}_lower95"] == pytest.approx(simulated[0], abs=0.05 * width)
        assert found[f"{index}_upper95"] == pytest.approx(simulated[1], abs=0.05 * width)


def test_a_missing_quantile_means_no_index():
    whole = fifths([5.0, 4, 3, 2, 1])
    lacking = fifths([5.0, 4, 3, 2, 1], group="b").head(4)
    hidden = fifths([5.0, 4, 3, 2, 1], group="c").with_columns(value=pl.Series([5.0, None, 3, 2, 1]))
    found = inequality(pl.concat([whole, lacking, hidden]))
    assert found["note"].to_list() == [None] + ["a quantile is missing or suppressed"] * 2
    assert found["sii"].null_count() == 2
    assert inequality(fifths([0.0, 1, 2, 3, 4]), "rate")["note"].to_list() == ["the values cannot be transformed"]
