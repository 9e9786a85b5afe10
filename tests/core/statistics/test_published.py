"""Examples that others have published, with the figures that they print. Where each comes from stands beside it."""

import numpy as np
import polars as pl
import pytest

from outturn.core.statistics.peers import funnel
from outturn.core.statistics.peers.funnels import around_count
from outturn.core.statistics.rates import dsr, isr, life_expectancy, proportion, rate
from outturn.core.statistics.trend import trend

Y = range(2014, 2019)


def close(printed, digits):
    return pytest.approx(printed, abs=0.5001 * 10**-digits)


@pytest.mark.parametrize(
    ("x", "n", "limits"),
    [(81, 263, (0.2553, 0.3662)), (15, 148, (0.0624, 0.1605)), (0, 20, (0, 0.1611)), (1, 29, (0.0061, 0.1718))],
)
def test_wilson_limits_of_newcombe_1998(x, n, limits):
    """Statistics in Medicine 17, 857-872, table I, method 3."""
    found = proportion(pl.DataFrame({"group": ["a"], "numerator": [x], "denominator": [n]}), 1)
    assert found.select("lower95", "upper95").row(0) == close(limits, 4)


EXACT = {
    1: (0.025317898, 5.571644585, 0.001000547, 9.233410143),
    2: (0.242209467, 7.224687515, 0.04540199, 11.22886836),
    5: (1.623486324, 11.6683331, 0.739371928, 16.45474478),
    9: (4.11537405, 17.08479966, 2.452425215, 22.65737951),
}
"""Events -> exact limits, 95 % and 99.8 %: the ratio funnel among the test figures of PHEindicatormethods."""


@pytest.mark.parametrize("events", EXACT)
def test_exact_limits_of_few_events(events):
    found = rate(pl.DataFrame({"group": ["a"], "numerator": [events], "denominator": [1]}), 1)
    assert found.select("lower95", "upper95", "lower998", "upper998").row(0) == pytest.approx(
        EXACT[events], rel=1e-6, abs=2e-7
    )


@pytest.mark.parametrize("events", EXACT)
def test_a_ratio_funnel_is_drawn_through_the_counts_whose_limits_reach_what_is_expected(events):
    for expected, column in zip(EXACT[events], ("upper95", "lower95", "upper998", "lower998"), strict=True):
        found = funnel(pl.DataFrame({"group": ["a"], "numerator": [1], "denominator": [expected]}), "ratio")
        assert found[column][0] == pytest.approx(100 * events / expected, rel=1e-5)


def test_a_rate_funnel_through_counts_of_three_years():
    """The crude rate funnel among the same figures: around 114.8591735 per 100,000."""
    people = 3 * np.array([1616.949526, 17806.60665, 411466.9163])
    lower, _ = around_count(114.8591735e-5, people, 0.05)
    assert lower * 1e5 == pytest.approx([20.61494982, 86.11036135, 108.8787415], rel=1e-6)


def test_a_directly_standardised_rate_of_fleiss_1981():
    """Table 14.4, Down's syndrome at birth order five and over, as printed for dsrTest (Nelson, 2022)."""
    frame = pl.DataFrame({
        "group": "5+", "band": ["-20", "20-24", "25-29", "30-34", "35-39", "40+"],
        "numerator": [0, 8, 63, 112, 262, 295], "denominator": [327, 30666, 123419, 149919, 104088, 34392],
        "standard_population": [319933, 931318, 786511, 488235, 237863, 61313],
    })  # fmt: skip
    assert dsr(frame)["value"][0] == close(75.52901, 5)


def test_skin_cancer_in_florida_indirectly_standardised():
    """The first example of the SAS manual for STDRATE (2013): 538 deaths, of 10 age bands."""
    bands = ["00-04", "05-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+"]
    florida = pl.DataFrame({
        "group": "Florida", "band": bands, "numerator": [0, 0, 4, 14, 43, 72, 70, 126, 136, 73],
        "denominator": [953785, 1997935, 1885014, 1957573, 2356649, 2088000, 1548371, 1447432, 1087524, 335944],
    })  # fmt: skip
    states = pl.DataFrame({
        "band": bands, "numerator": [0, 1, 41, 186, 626, 1199, 1303, 1637, 1624, 803],
        "denominator": [19175798, 41077577, 39183891, 39892024, 45148527,
                        37677952, 24274684, 18390986, 12361180, 4239587],
    })  # fmt: skip
    printed = sum([0.049, 1.972, 9.127, 32.676, 66.445, 83.112, 128.837, 142.878, 63.630])
    found = isr(florida, states).row(0, named=True)
    assert found["observed"] == 538
    assert found["expected"] == pytest.approx(printed, abs=0.005)
    assert found["value"] == pytest.approx(100 * 538 / printed, rel=1e-5)


def test_life_expectancy_of_the_calculator_of_public_health_england():
    """The test figures of PHEindicatormethods; its limits were printed with z = 1.96."""
    ages = [0, 1, *range(5, 95, 5)]
    population = [7060, 35059, 46974, 48489, 43219, 38561, 46009, 57208, 61435, 55601, 50209, 56416, 46411, 39820]
    population += [37978, 37039, 33288, 23306, 11936, 11936]
    deaths = [17, 9, 4, 8, 20, 15, 24, 33, 50, 71, 100, 163, 263, 304, 536, 872, 1390, 1605, 1936, 1937]
    frame = pl.DataFrame({"group": "a", "age": ages, "deaths": deaths, "population": population})
    printed = {
        0: (80.16960813, 79.88268548, 80.45653078), 25: (55.78835987, 55.53801579, 56.03870395),
        65: (18.76856852, 18.57570352, 18.96143352), 90: (6.16210635, 5.887683386, 6.436529314),
    }  # fmt: skip
    for row in life_expectancy(frame, ages=tuple(printed)).iter_rows(named=True):
        value, *limits = printed[row["age"]]
        assert row["value"] == close(value, 8)
        assert [row["lower95"], row["upper95"]] == pytest.approx(limits, abs=1e-5)


COUNTS = [(994, 40299), (1023, 41527), (1199, 42811), (1332, 44064), (1367, 44701)]
VALUES = [(24.67, 23.16, 26.25), (24.6, 23.15, 26.19), (28, 26.44, 29.64), (30.2, 28.63, 31.9), (30.6, 28.98, 32.25)]
FLAT = [(20.5506, 18.1803, 23.1427), (19.5952, 17.3444, 22.0602), (19.0349, 16.8421, 21.4394),
        (21.3966, 19.0918, 23.8975), (18.4372, 16.2925, 20.7941)]  # fmt: skip
DIABETES = [(3455176, 48783947), (3491868, 49122259), (3625401, 49956777), (3774801, 50649129), (3938080, 51441896)]
VACCINATED = [(57274, 61834), (55865, 60511), (53681, 59074), (51767, 57508), (53185, 59028)]
SIGHT_LOSS = [(2.935, 2.7841, 3.0919), (1.93028, 1.8085, 2.058), (2.7567, 2.6113, 2.9082), (2.8701, 2.7225, 3.0237),
              (3.0121, 2.8616, 3.1683)]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "rows", "chi2", "word"),
    [
        ("other", VALUES, 46.77, "increasing"),
        ("proportion", COUNTS, 47.9, "increasing"),
        ("other", FLAT, None, "none"),
        ("proportion", DIABETES, None, "increasing"),
        ("proportion", VACCINATED, None, "decreasing"),
        ("rate", SIGHT_LOSS, None, "increasing"),
    ],
)
def test_trend_markers_of_fingertips(kind, rows, chi2, word):
    """Real series of Fingertips with the marker and chi-squared that its own tests expect."""
    names = ["numerator", "denominator"] if kind == "proportion" else ["value", "lower95", "upper95"]
    frame = pl.DataFrame(rows, schema=names, orient="row", strict=False)
    found = trend(frame.with_columns(series=pl.lit("a"), period=pl.Series(Y), kind=pl.lit(kind))).row(0, named=True)
    assert found["trend"] == word
    assert chi2 is None or round(found["chi2"], 2) == chi2
