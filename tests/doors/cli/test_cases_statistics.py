"""Statistics of the files that users bring: every missing value says why, every edge has its value."""

import pytest
from doors.cli.trial import CASES, run, table
from house.project import ROOT

RATES = ("proportion", "rate")


def stats(folder, kind, case, *words):
    return {row[next(iter(row))]: row for row in table(folder / "out.csv", "stats", kind, CASES / case, *words)}


@pytest.mark.parametrize("kind", [*RATES, "funnel"])
def test_a_denominator_that_is_missing_makes_its_group_missing(tmp_path, kind):
    found = stats(tmp_path, kind, "11-null-denominator.csv")
    missing = "a numerator or denominator is missing or suppressed"
    assert {name: row["note"] for name, row in found.items()} == {
        "CCG A": missing, "CCG B": missing, "CCG C": None, "CCG D": missing, "CCG E": None, "CCG F": missing,
    }  # fmt: skip
    assert (found["CCG A"]["value"], found["CCG C"]["numerator"]) == (None, 40)


@pytest.mark.parametrize("kind", [*RATES, "funnel"])
def test_a_denominator_of_nothing_has_no_value(tmp_path, kind):
    found = stats(tmp_path, kind, "12-infinite.csv")
    assert [found[name]["note"] for name in ("Y02873", "Y02873b", "P81016")] == ["the denominator is 0"] * 2 + [None]
    assert found["P81016"]["value"] == pytest.approx(10 if kind != "rate" else 10_000)


def test_counts_need_not_be_whole(tmp_path):
    found = stats(tmp_path, "proportion", "16-non-integer.csv")
    assert found["Mazda RX4"]["value"] == pytest.approx(100 * 2.62 / 21)
    assert found["negative"]["note"] == "a negative numerator or denominator"
    for name in ("tiny", "big", "huge counts", "weighted sum"):
        assert found[name]["lower95"] < found[name]["value"] < found[name]["upper95"]
    rates = stats(tmp_path, "rate", "16-non-integer.csv")
    assert rates["tiny"]["upper95"] == pytest.approx(368_909, rel=1e-5)


def test_none_and_all_have_one_sided_intervals(tmp_path):
    found = stats(tmp_path, "proportion", "17-ends.csv")
    assert [found["all 0 of 1"][name] for name in ("value", "lower95")] == [0, 0]
    assert found["all 0 of 1"]["upper95"] == pytest.approx(79.345, abs=1e-3)
    assert [found["1 of 1"][name] for name in ("value", "upper95", "upper998")] == [100, 100, 100]
    assert found["0 of 1e9"]["upper95"] == pytest.approx(3.8414588e-7)
    rates = stats(tmp_path, "rate", "17-ends.csv")
    assert rates["all 0 of 1"]["upper95"] == pytest.approx(368_888, rel=1e-5)


def test_a_ratio_needs_every_band(tmp_path):
    found = stats(tmp_path, "isr", "19-isr-total-only.csv", "--reference", CASES / "19-isr-ref.csv")
    assert (found["A"]["value"], found["A"]["note"]) == (None, "a band is missing or suppressed")
    assert (found["B"]["expected"], found["B"]["value"]) == (25, 120)


@pytest.mark.parametrize(
    ("case", "chi2"),
    [
        *((case, 33.222591) for case in (
            "20a-fy-1999-00", "20b-fy-1999-2000", "20d-fy-9900", "20e-fy-dash", "20f-fy-long-dash", "20g-fy-FY",
            "20h-mixed", "23c-quarter-apr-jun", "23d-13-periods",
        )),
        ("23a-quarters-order", 16.279070),
    ],
)  # fmt: skip
def test_years_and_quarters_are_read_as_people_write_them(tmp_path, case, chi2):
    (row,) = table(tmp_path / "out.csv", "stats", "trend", CASES / f"{case}.csv")
    assert (row["trend"], row["welcome"]) == ("increasing", "worse")
    assert row["chi2"] == pytest.approx(chi2)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("20c-fy-1999-100", "Row 4, column 'period': '1999/100'"),
        ("23b-quarters-cal", "Row 2, column 'period': '2023 Q4' does not say which year it counts from."),
    ],
)
def test_periods_that_mean_two_things_or_none_are_named(tmp_path, case, told):
    code, said = run("stats", "trend", CASES / f"{case}.csv", "-o", tmp_path / "out.csv")
    assert (code, told in said) == (1, True)


def test_life_expectancy_takes_the_bands_that_are_published(tmp_path):
    words = [word for age in (0, 65, 80) for word in ("--age", age)]
    rows = table(tmp_path / "out.csv", "stats", "life-expectancy", CASES / "24-le-18-bands.csv", *words)
    assert [round(row["value"], 2) for row in rows] == [77.87, 21.16, 11.89]
    assert [row["note"] for row in rows] == [None] * 3
    (row,) = table(tmp_path / "out.csv", "stats", "life-expectancy", CASES / "24-le-18-bands.csv")
    assert (row["age"], round(row["lower95"], 2), round(row["upper95"], 2)) == (0, 77.67, 78.06)


def test_life_expectancy_of_too_few_deaths_is_withheld(tmp_path):
    found = stats(tmp_path, "life-expectancy", "26-le-wide.csv")
    assert {(row["value"], row["note"]) for row in found.values()} == {
        (None, "the 95 % interval spans more than 20 years")
    }


def test_an_age_that_begins_no_band_is_wrong_use(tmp_path):
    code, said = run("stats", "life-expectancy", CASES / "24-le-18-bands.csv", "-o", tmp_path / "o.csv", "--age", 85)
    assert (code, "85 is not the first age of a band. Use one of 0, 1, 5," in said) == (2, True)


def test_inequality_says_why_an_index_is_missing(tmp_path):
    found = stats(tmp_path, "inequality", "37-sii.csv")
    assert {name: row["note"] for name, row in found.items()} == {
        "plain": None, "zero rate": None,
        "missing Q4": "a quantile is missing or suppressed", "no one in Q4": "a quantile has no population",
        "flat": None, "crosses zero": "no relative index: the line reaches nought", "100pc": None,
    }  # fmt: skip
    assert found["plain"]["sii"] == pytest.approx(-8.5)
    assert (found["flat"]["sii"], found["flat"]["rii"]) == (pytest.approx(0, abs=1e-9), pytest.approx(1))
    assert (found["crosses zero"]["rii"], found["crosses zero"]["sii"] < 0) == (None, True)
    shares = stats(tmp_path, "inequality", "37-sii.csv", "--kind", "proportion")
    assert shares["100pc"]["note"] == "the values cannot be transformed"


def test_a_funnel_of_nothing_but_ones_and_of_one_group(tmp_path):
    for case, height in (("27c-funnel-all-100", 12), ("27b-funnel-one-group", 1), ("27-funnel-mostly-zero", 60)):
        found = stats(tmp_path, "funnel", f"{case}.csv")
        assert len(found) == height
        assert all(0 <= row["lower998"] <= row["average"] <= row["upper998"] <= 100 for row in found.values())
    standard = stats(tmp_path, "funnel", "27d-funnel-shmi.csv", "--kind", "ratio")
    assert standard["T05"]["value"] == pytest.approx(124.988, abs=1e-3)
    assert standard["T05"]["significance"].startswith("High")


def test_a_shared_rank_says_so_in_words_and_stays_a_number_in_the_table(tmp_path):
    rows = table(tmp_path / "ranks.csv", "rank", CASES / "13-rank-ties.csv")
    assert [row["rank"] for row in rows[:13]] == [13] * 8 + [9] * 4 + [1]
    code, said = run(
        "chart", "rank", CASES / "13-rank-ties.csv", "--area", "P00", "--area", "P13", "-o", tmp_path / "r.html"
    )
    assert code == 0, said
    page = (tmp_path / "r.html").read_text()
    assert "Cerazette: =13 of 20." in page and "Cerazette: 2 of 20." in page


SAME = {"0.1+0.2 vs 0.3", "92.3 as 0.923*100", "57.99999 vs 58", "equal", "huge"}


def test_a_plan_is_met_whatever_the_last_bit_of_the_figure(tmp_path):
    scheme = ROOT / "definitions/schemes/plan-5.yaml"
    rows = table(tmp_path / "rag.csv", "rate", CASES / "28-rag.csv", "--schemes", scheme)
    found = {row["name"]: row for row in rows}
    assert {name: (found[name]["met"], found[name]["rating"]) for name in SAME} == dict.fromkeys(SAME, (True, "green"))
    met = {"deficit -3.9 vs plan -4", "plan 0 actual 0", "over 100", *SAME}
    assert {name for name, row in found.items() if row["met"]} == met
    assert found["5pc of 80 is 76"]["rating"] == "yellow"
    assert found["75.999 vs 80"]["rating"] == "red"
    assert found["plan 0 actual 1"]["adverse_percent"] is None
