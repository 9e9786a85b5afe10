"""`outturn spc` and `outturn stats`: the contracts of files, columns and exit codes."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from typer.testing import CliRunner

from outturn.cli.engine import spc as batch_spc
from outturn.cli.engine.spc_and_stats import app
from outturn.core.statistics.peers import funnel
from outturn.core.statistics.rates import ESP_2013, dsr, proportion
from outturn.core.statistics.spc import spc, spc_summary

SERIES = ["series", "n", "group_n", "mean", "lower", "upper", "variation", "variation_icon"]


def run(*words, code=0):
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == code, result.output
    return result.output


@pytest.fixture
def waits():
    months = [date(2020 + i // 12, i % 12 + 1, 1) for i in range(20)]
    rows = [
        (f"s{number:02}", day, float((number * 7 + i * i) % 13) if i % 9 else None, 6.0)
        for number in range(30)
        for i, day in enumerate(months)
    ]
    return pl.DataFrame(rows, schema=["series", "date", "value", "target"], orient="row")


@pytest.fixture
def choices():
    return pl.DataFrame(
        {
            "series": ["s01", "s02", "s03"],
            "improvement_direction": ["increase", "decrease", None],
            "screen_outliers": [True, None, None],
            "rebase_dates": [None, "2020-06-01;2021-01-01", ""],
            "target": [None, None, 9.0],
        }
    )


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize("piece", [10**6, 45])
def test_files_in_any_order_and_of_any_size_give_what_the_function_gives(
    tmp_path, waits, choices, kind, shuffled, piece, monkeypatch
):
    monkeypatch.setattr(batch_spc, "PIECE", piece)
    frame = waits.sample(fraction=1, shuffle=True, seed=3) if shuffled else waits
    source, options = tmp_path / f"in.{kind}", tmp_path / f"options.{kind}"
    points, series = tmp_path / f"points.{kind}", tmp_path / f"series.{kind}"
    for table, path in ((frame, source), (choices, options)):
        table.write_csv(path) if kind == "csv" else table.write_parquet(path)
    run("spc", source, "-o", points, "--summary", series, "--options", options, "--rules", "plot-the-dots")
    expected = spc(waits, choices, "plot-the-dots")
    summary = spc_summary(expected, choices, "plot-the-dots", targets=waits)
    read = pl.read_csv if kind == "csv" else pl.read_parquet
    got = read(points, try_parse_dates=True) if kind == "csv" else read(points)
    assert got.columns == expected.columns
    assert_frame_equal(got.cast(dict(expected.schema)), expected, check_exact=True)
    assert_frame_equal(read(series).cast(dict(summary.schema)), summary, check_exact=True)


def test_a_summary_alone_is_enough(tmp_path, waits):
    waits.write_parquet(tmp_path / "in.parquet")
    run("spc", tmp_path / "in.parquet", "--summary", tmp_path / "series.csv")
    assert pl.read_csv(tmp_path / "series.csv").columns[:8] == SERIES


@pytest.mark.parametrize("piece", [10**6, 2])
def test_all_problems_are_listed_by_line_and_nothing_is_written(tmp_path, piece, monkeypatch):
    monkeypatch.setattr(batch_spc, "PIECE", piece)
    lines = ["series,date,value", "a,2024-01-01,1", "a,2024-01-01,2", "b,2024-13-01,3", "c,2024-01-01,many"]
    (tmp_path / "in.csv").write_text("\n".join(lines))
    output = run("spc", tmp_path / "in.csv", "-o", tmp_path / "out.csv", code=1)
    assert "Row 4, column 'date': '2024-13-01' is not a date. Use the form 2025-04-01." in output
    assert "Row 5, column 'value': 'many' is not a number." in output
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_disk_that_fills_up_while_series_are_written_leaves_both_files(tmp_path, waits, monkeypatch):
    points, series = tmp_path / "points.csv", tmp_path / "series.csv"
    points.write_text("as it was")
    waits.write_csv(tmp_path / "waits.csv")

    def full(frame: pl.DataFrame, path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("outturn.cli.engine.spc_and_stats.write_whole_table", full)
    done = CliRunner().invoke(app, ["spc", f"{tmp_path}/waits.csv", "-o", str(points), "--summary", str(series)])
    assert done.exit_code == 1 and points.read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["points.csv", "waits.csv"]


def test_a_second_value_is_named_by_its_line(tmp_path):
    (tmp_path / "in.csv").write_text("series,date,value\nb,2024-01-01,1\na,2024-01-01,2\nb,2024-01-01,3\n")
    output = run("spc", tmp_path / "in.csv", "-o", tmp_path / "out.csv", code=1)
    assert "Row 4, column 'date': series 'b' has another value on 2024-01-01. Keep one." in output


def test_wrong_choices_name_the_options_file(tmp_path, waits):
    waits.write_csv(tmp_path / "in.csv")
    (tmp_path / "options.csv").write_text("series,improvement_direction\na,up\n")
    output = run("spc", tmp_path / "in.csv", "-o", tmp_path / "o.csv", "--options", tmp_path / "options.csv", code=1)
    assert "options.csv" in output
    assert "Row 2, column 'improvement_direction': 'up' is not a direction." in output


BROKEN = {
    b"": "in.csv cannot be read: it is empty. Its first line must name the columns.",
    b"series,date,value\na,2024-01-01,1\na,2024-02-01,2,3\n": "row 3 has 4 cells, the first line 3.",
    b'series,date,value\n"a,2024-01-01,1\n': "in.csv cannot be read: the quotation marks do not match from row 2 on.",
    b"series,date,value\ncaf\xe9,2024-01-01,1\n": "in.csv cannot be read: row 2 is not UTF-8 text.",
    b"series;date;value\na;2024-01-01;1\n": "The columns found: series;date;value. Separate the columns with commas.",
    b"series,date,value,value\na,2024-01-01,1,2\n": "column 'value' stands more than once. Keep one of them.",
}


@pytest.mark.parametrize("as_options", [False, True])
@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_table_is_told_in_a_sentence_that_names_it_and_old_files_stay(tmp_path, monkeypatch, text, as_options):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out.csv").write_text("as it was")
    (tmp_path / "good.csv").write_text("series,date,value\na,2024-01-01,1\n")
    (tmp_path / "in.csv").write_bytes(text)
    words = ["good.csv", "--options", "in.csv"] if as_options else ["in.csv"]
    if as_options and b"value,value" in text:
        (tmp_path / "in.csv").write_bytes(text.replace(b"value", b"target"))
    output = run("spc", *words, "-o", "out.csv", code=1)
    assert BROKEN[text].replace("'value'", "'target'" if as_options else "'value'") in output
    assert "in.csv" in output
    assert (tmp_path / "out.csv").read_text() == "as it was"
    assert len(list(tmp_path.iterdir())) == 3


def test_what_the_options_name_in_vain_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("series,date,value\na,2024-01-01,1\n")
    (tmp_path / "options.csv").write_text("series,targets\na,1\nzzz,2\n")
    output = run("spc", "in.csv", "-o", "out.csv", "--summary", "series.csv", "--options", "options.csv")
    assert "Not used, since these columns of options.csv are not known: targets." in output
    assert "Not used, since these series of options.csv are not in in.csv: zzz." in output


def test_nothing_that_is_read_is_written_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("series,date,value\na,2024-01-01,1\n")
    output = run("spc", "in.csv", "-o", "./in.csv", code=2)
    assert "in.csv is read here. Name another file to write." in output
    assert (tmp_path / "in.csv").read_text().startswith("series,date,value\n")


def test_an_empty_file_gives_empty_files(tmp_path):
    (tmp_path / "in.csv").write_text("series,date,value\n")
    run("spc", tmp_path / "in.csv", "-o", tmp_path / "points.csv", "--summary", tmp_path / "series.csv")
    assert pl.read_csv(tmp_path / "points.csv").columns[:4] == ["series", "date", "value", "group"]
    assert pl.read_csv(tmp_path / "series.csv").is_empty()


@pytest.mark.parametrize(
    "words",
    [
        ["spc", "in.csv"],
        ["spc", "in.csv", "-o", "out.xlsx"],
        ["spc", "none.csv", "-o", "out.csv"],
        ["spc", "in.csv", "-o", "out.csv", "--rules", "dots"],
        ["spc", "in.csv", "-o", "nowhere/out.csv"],
        ["stats", "isr", "in.csv", "-o", "out.csv"],
        ["stats", "median", "in.csv", "-o", "out.csv"],
        ["stats", "funnel", "in.csv", "-o", "out.csv", "--kind", "mean"],
        ["stats", "compare", "in.csv", "-o", "out.csv", "--method", "t"],
    ],
)
def test_wrong_use_is_exit_code_2_before_anything_is_written(tmp_path, words, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("series,date,value\na,2024-01-01,1\n")
    run(*words, code=2)
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


def test_a_missing_column_is_exit_code_1(tmp_path):
    (tmp_path / "in.csv").write_text("series,value\na,1\n")
    output = run("spc", tmp_path / "in.csv", "-o", tmp_path / "out.csv", code=1)
    assert "there is no column 'date'" in output


COMMON = ["value", "lower95", "upper95", "lower998", "upper998", "note"]
ENDS = ["", "_lower95", "_upper95", "_lower998", "_upper998"]
STATS = {
    "proportion": ("group,numerator,denominator\na,1,2\n", [], ["group", "numerator", "denominator", *COMMON]),
    "rate": ("group,numerator,denominator\na,1,2\n", [], ["group", "numerator", "denominator", *COMMON]),
    "mean": ("group,value\na,1\na,2\n", [], ["group", "n", *COMMON]),
    "dsr": (
        "group,band,numerator,denominator,standard_population\na,x,50,100,10\n",
        ["--multiplier", "1000"],
        ["group", "numerator", "denominator", *COMMON],
    ),
    "isr": (
        "group,band,numerator,denominator\na,x,5,100\n",
        ["--reference", "reference.csv", "--as", "rate"],
        ["group", "observed", "expected", *COMMON],
    ),
    "quantile": (
        "group,area,value\na,x,1\na,y,2\n",
        ["--k", "2", "--invert"],
        ["group", "area", "value", "quantile", "note"],
    ),
    "inequality": (
        "group,quantile,population,value,lower95,upper95\na,1,10,5,4,6\n",
        ["--kind", "rate"],
        ["group", *[f"{index}{end}" for index in ("sii", "rii") for end in ENDS], "note"],
    ),
    "life-expectancy": (
        "group,age,deaths,population\na,80+,5,100\n",
        ["--age", "65"],
        ["group", "age", *COMMON],
    ),
    "funnel": (
        "group,numerator,denominator\na,1,2\n",
        ["--kind", "rate"],
        ["group", "numerator", "denominator", "value", "average", *COMMON[1:5], "significance", "note"],
    ),
    "trend": (
        "series,period,kind,numerator,denominator,value,lower95,upper95,direction\na,2020/21,proportion,1,2,,,,higher\n",
        [],
        ["series", "chi2", "trend", "welcome", "note"],
    ),
    "target": (
        "group,value,direction,target_lower,target_upper\na,1,higher,1,2\n",
        [],
        ["group", "outcome", "note"],
    ),
    "compare": (
        "group,value,lower95,upper95,lower998,upper998,benchmark,direction\na,1,0,2,0,3,5,higher\n",
        ["--method", "ci95_998"],
        ["group", "outcome", "note"],
    ),
}


@pytest.mark.parametrize("kind", sorted(STATS))
@pytest.mark.parametrize("extension", ["csv", "parquet"])
def test_every_kind_of_statistic_has_the_columns_of_its_contract(tmp_path, kind, extension, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text, options, columns = STATS[kind]
    (tmp_path / "in.csv").write_text(text)
    (tmp_path / "reference.csv").write_text("band,numerator,denominator\nx,10,1000\n")
    run("stats", kind, "in.csv", "-o", f"out.{extension}", *options)
    read = pl.read_csv if extension == "csv" else pl.read_parquet
    found = read(tmp_path / f"out.{extension}")
    assert found.columns == columns
    assert found.height == text.count("\n") - 1 or kind == "mean"


def test_stats_give_what_the_functions_give(tmp_path):
    bands = pl.DataFrame({"group": "a", "band": list(ESP_2013), "numerator": range(19), "denominator": range(900, 919)})
    bands.write_parquet(tmp_path / "bands.parquet")
    run("stats", "dsr", tmp_path / "bands.parquet", "-o", tmp_path / "out.parquet")
    assert_frame_equal(pl.read_parquet(tmp_path / "out.parquet"), dsr(bands))
    shares = pl.DataFrame({"group": ["a", "b", "a"], "numerator": [1, 2, 3], "denominator": [4, 0, 6]})
    shares.write_parquet(tmp_path / "shares.parquet")
    run("stats", "proportion", tmp_path / "shares.parquet", "-o", tmp_path / "out.parquet", "--multiplier", "1")
    assert_frame_equal(pl.read_parquet(tmp_path / "out.parquet"), proportion(shares, 1))


def test_a_funnel_allows_for_overdispersion_when_asked(tmp_path):
    counts = pl.DataFrame({"group": list("abcd"), "numerator": [5, 90, 40, 70], "denominator": [200, 300, 250, 400]})
    counts.write_csv(tmp_path / "in.csv")
    run("stats", "funnel", tmp_path / "in.csv", "-o", tmp_path / "out.parquet", "--overdispersion")
    assert pl.read_parquet(tmp_path / "out.parquet").equals(funnel(counts, overdispersion=True))
    assert not pl.read_parquet(tmp_path / "out.parquet").equals(funnel(counts))


@pytest.mark.parametrize("multiplier", ["0", "-5", "nan", "inf"])
def test_a_multiplier_that_makes_no_sense_is_wrong_use(tmp_path, multiplier):
    (tmp_path / "in.csv").write_text("group,numerator,denominator\na,1,2\n")
    output = run("stats", "rate", tmp_path / "in.csv", "-o", tmp_path / "o.csv", "--multiplier", multiplier, code=2)
    assert "Use a number above 0, such as 100 or 100000." in output
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("band,numerator,denominator\n", "there are no rows"),
        ("band,numerator\nx,1\n", "there is no column 'denominator'"),
        ("band,numerator,denominator\nx,1,10\ny,1,0\n", "Row 3: each band of the reference needs one row"),
        ("band,numerator,denominator\nx,one,10\n", "Row 2, column 'numerator': 'one' is not a number"),
    ],
)
def test_a_wrong_reference_is_named_by_its_own_file_and_line(tmp_path, text, problem):
    (tmp_path / "in.csv").write_text("group,band,numerator,denominator\na,x,5,100\n")
    (tmp_path / "england.csv").write_text(text)
    words = ["-o", tmp_path / "out.csv", "--reference", tmp_path / "england.csv"]
    output = run("stats", "isr", tmp_path / "in.csv", *words, code=1)
    assert "1 problem in" in output
    assert "england.csv" in output
    assert problem in output
