"""Control charts of the files that users bring: gaps, targets that change, shares, events."""

import polars as pl
import pytest
from doors.cli.trial import CASES, described, points, run

LIMITS = ("mean", "lower", "upper")


def test_a_month_left_out_is_a_gap_exactly_as_an_empty_row_is(tmp_path):
    rows, series = points(tmp_path, "32-missing-months.csv")
    for name in ("rows left out", "rows empty"):
        found = series[name]
        assert [found[limit] for limit in LIMITS] == pytest.approx([49.9545454, 42.506545, 57.402545], abs=1e-5)
    pairs = (("rows left out", "rows empty"), ("run across a left-out month", "run across an empty month"))
    for left_out, empty in pairs:
        both = [[dict(row, series="") for row in rows if row["series"] == name] for name in (left_out, empty)]
        assert both[0] == both[1]
        assert not any(row["trend"] for row in both[0])


def test_plot_the_dots_knows_rows_only_as_the_r_package_does(tmp_path):
    _, series = points(tmp_path, "32-missing-months.csv", "--rules", "plot-the-dots")
    assert [series[name]["n"] for name in ("rows left out", "rows empty")] == [22, 24]


def test_a_chart_breaks_its_line_where_a_month_is_left_out(tmp_path):
    case = pl.read_csv(CASES / "32-missing-months.csv").filter(pl.col("series") == "rows left out")
    case.write_csv(tmp_path / "case.csv")
    described(tmp_path, "spc", tmp_path / "case.csv")
    page = (tmp_path / "page.html").read_text()
    assert ">Oct 2021<" in page and ">n/a<" in page, "the table under the chart has the month without a figure"


def test_the_months_of_a_chart_end_where_its_values_end(tmp_path):
    (said,) = described(tmp_path, "spc", "03-future-plan.csv", "--options", CASES / "03-options.csv")
    assert "Jan 2021 to Dec 2022." in said
    assert "Data to Dec 2022" in (tmp_path / "page.html").read_text()


def test_limits_stand_in_the_target_in_force_at_the_last_point(tmp_path):
    _, series = points(tmp_path, "02-variable-target.csv", "--options", CASES / "02-options.csv")
    assert {name: row["assurance"] for name, row in series.items()} == {
        "target changes 75 to 50 at month 13": "consistent_fail",
        "target changes with the last month": "consistent_fail",
        "target only from month 13": "consistent_fail",
        "target only until month 12": None,
    }


def test_a_share_of_more_than_all_is_refused_by_its_row(tmp_path):
    code, said = run("chart", "p", CASES / "06b-one-typo.csv", "-o", tmp_path / "p.html")
    assert code == 1
    assert "column 'numerator': 122 of 100 is more than all. Correct one of them." in said
    assert list(tmp_path.iterdir()) == []


def test_events_may_be_more_than_their_denominator(tmp_path):
    (said,) = described(tmp_path, "u", "06-u-over-one.csv", "--multiplier", 1)
    assert "falls per bed" in said


def test_shares_without_variation_have_limits_and_assurance(tmp_path):
    said = described(tmp_path, "p", "05-p-equal.csv", "--options", CASES / "05-options.csv", "--unit", "percent")
    names = ("all 0 pct", "all 100 pct", "all equal", "near 0", "near 100")
    found = {name: next(one for one in said if f" 05 p equal, {name}," in one) for name in names}
    for name, mean, target in (
        ("all 0 pct", "0.0", "0.0"),
        ("all 100 pct", "100.0", "95.0"),
        ("all equal", "50.0", "45.0"),
    ):
        assert found[name].startswith("Steady, and meets its target.")
        assert f"Target: {target}% (in force at that point). Mean: {mean}% (limits {mean}% to {mean}%)." in found[name]
    for name, limits in (("near 0", "0.0% to 6.6%"), ("near 100", "90.3% to 100.0%")):
        assert found[name].startswith("Meets its target only by chance.")
        assert f"(limits {limits})" in found[name]


def test_days_between_events_are_never_negative(tmp_path):
    code, said = run("chart", "t", CASES / "29-t-zero-gaps.csv", "-o", tmp_path / "t.html")
    assert code == 1
    assert "days between events cannot be: the least is 0." in said


def test_events_on_the_day_of_the_one_before_are_drawn(tmp_path):
    case = pl.read_csv(CASES / "29-t-zero-gaps.csv").filter(pl.col("series") != "negative")
    case.write_csv(tmp_path / "case.csv")
    zero, gaps = described(tmp_path, "t", tmp_path / "case.csv")
    assert "Mean: 0.0 (limits 0.0 to 0.0)." in zero
    assert "(limits 0.0 to " in gaps
