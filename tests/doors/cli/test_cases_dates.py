"""Months, days and hours as systems write them out: local times, instants, and forms that are asked for again."""

import polars as pl
import pytest
from doors.cli.trial import CASES, described, points, run, table

LONDON = ("--zone", "Europe/London")
MONTHS = [f"{year}-{month:02}-01" for year in (2022, 2023, 2024) for month in range(1, 13)][:30]
ASKED = "Say by whose clock they are days: --zone Europe/London, say, or --zone UTC to take them as they are."


def months(rows):
    assert {row["date"][10:] for row in rows} <= {"", "T00:00:00.000000"}
    return [row["date"][:10] for row in rows]


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("10-months-as-utc-instants.parquet", LONDON),
        ("10b-months-london.parquet", ()),
        ("10b-months-london.parquet", LONDON),
        ("10c-months-iso-z.csv", LONDON),
        ("10d-months-midnight.csv", ()),
        ("10d-months-midnight.csv", LONDON),
    ],
)
def test_local_months_stay_their_months(tmp_path, case, words):
    rows, series = points(tmp_path, case, *words)
    assert months(rows) == MONTHS
    assert series["four hour"]["n"] == 30
    (said,) = described(tmp_path, "forecast", case, *words)
    assert "expected in Dec 2024" in said and "Jan 2022 to Jun 2024." in said


@pytest.mark.parametrize("case", ["10-months-as-utc-instants.parquet", "10c-months-iso-z.csv"])
@pytest.mark.parametrize("command", [("spc",), ("chart", "spc"), ("chart", "forecast")])
def test_instants_that_are_midnights_of_another_clock_are_asked_about(tmp_path, case, command):
    code, said = run(*command, CASES / case, "-o", tmp_path / ("out.html" if command[0] == "chart" else "out.csv"))
    assert code == 1
    assert "such as 2022-03-31 23:00," in said and ASKED in said
    assert list(tmp_path.iterdir()) == []


def test_whoever_means_utc_says_so(tmp_path):
    rows, _ = points(tmp_path, "10-months-as-utc-instants.parquet", "--zone", "UTC")
    assert rows[3]["date"].startswith("2022-03-31T23:00:00")


def test_a_recent_trend_is_asked_and_told_the_same(tmp_path):
    code, said = run("stats", "trend", CASES / "10h-trend-utc.parquet", "-o", tmp_path / "trend.csv")
    assert (code, ASKED in said, "Column 'period'" in said) == (1, True, True)
    (row,) = table(tmp_path / "trend.csv", "stats", "trend", CASES / "10h-trend-utc.parquet", *LONDON)
    assert (row["trend"], row["welcome"]) == ("increasing", "worse")


def test_an_unknown_zone_is_named(tmp_path):
    for command in (("spc",), ("stats", "trend"), ("chart", "spc")):
        output = tmp_path / ("x.svg" if command[0] == "chart" else "x.csv")
        code, said = run(*command, CASES / "10d-months-midnight.csv", "-o", output, "--zone", "Europe/Lodnon")
        assert code == 2
        assert said.strip() == "'Europe/Lodnon' is not a time zone. Use a name such as Europe/London."


def test_hours_are_points_of_their_own(tmp_path):
    rows, series = points(tmp_path, "08-hourly.csv")
    assert rows[0]["date"] == "2024-01-02T09:00:00.000000"
    assert series["coding"]["n"] == 24


@pytest.mark.parametrize("words", [(), LONDON])
def test_the_hour_that_comes_twice_when_clocks_change_is_two(tmp_path, words):
    rows, series = points(tmp_path, "08c-hourly-utc.parquet", *words)
    assert len({row["date"] for row in rows}) == len(rows) == series["ED"]["n"] == 30
    if words:
        assert [row["date"][11:13] + row["date"][-5:] for row in rows[11:14]] == ["00+0100", "01+0100", "01+0000"]


def test_what_was_written_by_a_clock_is_read_by_it_again(tmp_path):
    first, _ = points(tmp_path, "08c-hourly-utc.parquet", *LONDON)
    pl.DataFrame(first).select("series", "date", "value").write_csv(tmp_path / "again.csv")
    second, _ = points(tmp_path, tmp_path / "again.csv")
    assert [row["mean"] for row in second] == [row["mean"] for row in first]
    offsets = pl.DataFrame({"series": "a", "date": [f"{day}T00:00:00+01:00" for day in MONTHS[3:9]], "value": 1})
    offsets.write_csv(tmp_path / "summer.csv")
    rows, _ = points(tmp_path, tmp_path / "summer.csv")
    assert months(rows) == MONTHS[3:9]


def test_a_time_without_a_zone_among_instants_is_named(tmp_path):
    given = pl.DataFrame({"series": "a", "date": ["2024-01-01T09:00:00Z", "2024-01-01 10:00", "x"], "value": 1})
    given.write_csv(tmp_path / "mixed.csv")
    code, said = run("spc", tmp_path / "mixed.csv", "-o", tmp_path / "out.csv")
    assert code == 1
    assert "Row 3, column 'date': '2024-01-01 10:00' is not a date. Others in this column say how far" in said


@pytest.mark.parametrize("case", ["10e-months-uk.csv", "10f-months-serial.csv", "10g-months-Oct-24.csv"])
def test_other_forms_are_refused_row_by_row_with_the_form_to_use(tmp_path, case):
    code, said = run("spc", CASES / case, "-o", tmp_path / "out.csv")
    assert code == 1
    assert said.count("is not a date. Use the form 2025-04-01.") == 30
    assert list(tmp_path.iterdir()) == []
