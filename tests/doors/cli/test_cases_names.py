"""Names and sizes that nobody expects: folders of charts, spaces, figures too large for any sum."""

import csv

import polars as pl
import pytest
from doors.cli.trial import CASES, described, points, run, table

AWKWARD = CASES / "30-awkward-names.csv"


def names_in(path):
    with path.open(newline="") as lines:
        return {row["series"] for row in csv.DictReader(lines)}


def test_a_folder_of_charts_has_a_file_for_every_name(tmp_path):
    code, said = run("chart", "spc", AWKWARD, "-o", tmp_path / "charts")
    assert code == 0, said
    files = sorted((tmp_path / "charts").iterdir())
    assert [path.name[:3] for path in files] == [f"{n:03}" for n in range(1, len(names_in(AWKWARD)) + 1)]
    assert max(len(path.name) for path in files) <= 90
    assert all(path.read_text().startswith("<svg") for path in files)
    assert [path.name for path in tmp_path.iterdir()] == ["charts"]


def test_a_folder_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    from outturn.render import pictures

    draw, done = pictures.draw_svg, []

    def stops_at_the_third(picture, **words):
        done.append(picture)
        if len(done) == 3:
            raise OSError(28, "No space left on device")
        return draw(picture, **words)

    monkeypatch.setattr(pictures, "draw_svg", stops_at_the_third)
    before = tmp_path / "before"
    before.mkdir()
    (before / "001-mine.svg").write_text("mine")
    for folder in (tmp_path / "new", before):
        done.clear()
        code, said = run("chart", "spc", AWKWARD, "-o", folder)
        assert (code, "nothing was written" in said) == (1, True)
    assert [path.name for path in tmp_path.iterdir()] == ["before"]
    assert [path.read_text() for path in before.iterdir()] == ["mine"]


def test_a_folder_that_is_there_keeps_its_other_files(tmp_path):
    (tmp_path / "charts").mkdir()
    (tmp_path / "charts" / "notes.txt").write_text("mine")
    assert run("chart", "spc", AWKWARD, "-o", tmp_path / "charts")[0] == 0
    assert len(list((tmp_path / "charts").iterdir())) == len(names_in(AWKWARD)) + 1


@pytest.mark.parametrize("extension", ["html", "pptx", "xlsx"])
def test_a_paper_takes_every_name(tmp_path, extension):
    code, said = run("chart", "spc", AWKWARD, "-o", tmp_path / f"charts.{extension}")
    assert code == 0, said


def test_names_come_out_as_they_went_in(tmp_path):
    points(tmp_path, "30-awkward-names.csv")
    assert names_in(tmp_path / "series.csv") == names_in(AWKWARD)


@pytest.mark.parametrize(
    ("command", "column"), [(("spc",), "series"), (("stats", "mean"), "group"), (("chart", "spc"), "series")]
)
def test_a_space_around_a_name_is_told(tmp_path, command, column):
    days = [f"2024-{month:02}-01" for month in range(1, 13)]
    frame = pl.DataFrame({column: ["A"] * 12 + [" A"] * 12, "date": days * 2, "value": range(24)})
    frame.write_csv(tmp_path / "in.csv")
    output = tmp_path / ("out.html" if command[0] == "chart" else "out.csv")
    code, said = run(*command, tmp_path / "in.csv", "-o", output)
    assert code == 0
    assert "A space before or after a name makes it a different name: ' A'." in said


def test_options_of_a_chart_for_series_that_are_not_there_are_told(tmp_path):
    code, said = run(
        "chart",
        "forecast",
        CASES / "03b-forecast-plan.csv",
        "-o",
        tmp_path / "f.html",
        "--options",
        CASES / "03-options.csv",
    )
    assert code == 0
    assert "are not in" in said and "future plan rows" in said


def test_figures_too_large_for_a_sum_have_no_limits_and_say_so(tmp_path):
    rows, series = points(tmp_path, "35-magnitude.csv")
    assert series["overflow"] | {"series": ""} == {
        "series": "", "n": 24, "group_n": 24, "mean": None, "lower": None, "upper": None, "variation": None,
        "variation_icon": None, "assurance": None, "assurance_icon": None,
        "note": "limits cannot be set: no mean can be worked out from the points that set them",
    }  # fmt: skip
    assert {row["note"] for name, row in series.items() if name != "overflow"} == {None}
    assert series["tiny rate"]["upper"] == pytest.approx(5.4695652e-12)
    assert series["small difference on big base"]["upper"] == pytest.approx(1e9 + 0.0035853, abs=1e-6)
    assert all("inf" not in str(value) and "nan" not in str(value) for row in rows for value in row.values())


def test_figures_too_large_for_a_chart_are_named_by_row(tmp_path):
    for kind in ("spc", "forecast", "run"):
        code, said = run("chart", kind, CASES / "35-magnitude.csv", "-o", tmp_path / "c.html")
        assert code == 1
        assert "Row 7, column 'value': 1e+308 is too large for a chart. Use another unit, such as millions." in said


def test_figures_that_differ_by_little_are_shown_with_decimals_enough(tmp_path):
    case = pl.read_csv(CASES / "35-magnitude.csv").filter(pl.col("series").is_in(["tiny rate"]))
    case.write_csv(tmp_path / "tiny.csv")
    (said,) = described(tmp_path, "spc", tmp_path / "tiny.csv")
    assert "Mean: 0.000000000002 (limits −0.000000000001 to 0.000000000005)." in said


@pytest.mark.parametrize(
    ("case", "kind", "told"),
    [
        ("27b-funnel-one-group", "ratio", "One group alone: there is nothing to compare it with."),
        ("27b-funnel-one-group", "proportion", "One group alone: there is nothing to compare it with."),
        ("27c-funnel-all-100", "proportion", "All 12 lie where chance alone would put them."),
        ("27-funnel-mostly-zero", "proportion", "All 60 lie where chance alone would put them."),
        ("11-null-denominator", "rate", "Both lie where chance alone would put them."),
        ("12-infinite", "rate", "All 3 lie where chance alone would put them."),
        ("27d-funnel-shmi", "ratio", "12 of 40 are higher than chance explains, 13 are lower."),
    ],
)
def test_a_funnel_says_who_lies_outside(tmp_path, case, kind, told):
    (said,) = described(tmp_path, "funnel", f"{case}.csv", "--kind", kind)
    assert said.startswith(told)
    assert "1 groups" not in said


def test_a_mean_of_values_that_no_sum_can_hold_is_right(tmp_path):
    months = [f"{2020 + n // 12}-{n % 12 + 1:02}-01" for n in range(24)]
    large = pl.DataFrame({"series": "a", "date": months, "value": [1e308, 1.01e308] * 12})
    large.write_csv(tmp_path / "large.csv")
    (row,) = table(tmp_path / "series.csv", "spc", tmp_path / "large.csv")[:1]
    assert row["mean"] == pytest.approx(1.005e308)
    assert row["upper"] == pytest.approx(1.005e308 + 2.66 * 1e306)
