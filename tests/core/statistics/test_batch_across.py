"""`outturn rank`, `outturn rate` and `outturn stats target`: files in, files out."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from typer.testing import CliRunner

from outturn.cli.engine.spc_and_stats import app
from outturn.core.statistics.peers import rank

SCHEME = """
slug: near
title: Near
version: '1'
bands:
  - {key: grey, word: Grey, letter: '-', shape: dash, when: suppressed, meaning: Not rated.}
  - {key: grey, word: Grey, letter: '-', shape: dash, when: not_due, meaning: Not rated.}
  - {key: grey, word: Grey, letter: '-', shape: dash, when: no_plan, meaning: Not rated.}
  - {key: green, word: Green, letter: G, shape: circle, when: met, meaning: Met.}
  - {key: amber, word: Amber, letter: A, shape: triangle, when: adverse, at_most: 5, meaning: Near.}
  - {key: red, word: Red, letter: R, shape: square, when: adverse, meaning: Not met.}
"""


def run(*words, code=0):
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == code, result.output
    return result.output


def test_ranks_of_a_file_are_those_of_the_function(tmp_path):
    frame = pl.DataFrame({"indicator": "i", "period": "2025-01", "area": ["a", "b", "c"], "value": [2.0, None, 3.0]})
    frame.write_parquet(tmp_path / "in.parquet")
    run("rank", tmp_path / "in.parquet", "-o", tmp_path / "out.parquet")
    assert_frame_equal(pl.read_parquet(tmp_path / "out.parquet"), rank(frame))


@pytest.fixture
def scheme(tmp_path):
    (tmp_path / "near.yaml").write_text(SCHEME)
    return tmp_path / "near.yaml"


def test_values_are_rated_by_the_bands_of_a_scheme(tmp_path, scheme):
    (tmp_path / "in.csv").write_text(
        "area,value,plan,operator\na,95,94,>=\nb,90,94,>=\nc,80,94,>=\nd,80,,>=\ne,*,9,<=\n"
    )
    run("rate", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--schemes", scheme)
    found = pl.read_csv(tmp_path / "out.csv")
    assert found["rating"].to_list() == ["green", "amber", "red", "grey", "grey"]
    assert found["gap"].to_list()[:3] == [1.0, -4.0, -14.0]


def test_a_suppressed_value_is_rated_when_every_number_it_can_be_is_rated_the_same(tmp_path, scheme):
    (tmp_path / "in.csv").write_text(
        "value,plan,operator,state,low,high\n*,9,<=,suppressed,1,7\n*,5,<=,suppressed,1,7\n"
    )
    run("rate", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--schemes", scheme)
    assert pl.read_csv(tmp_path / "out.csv")["rating"].to_list() == ["green", "grey"]


def test_all_that_is_wrong_is_named_by_line(tmp_path, scheme):
    (tmp_path / "in.csv").write_text("value,plan,operator,scheme\n1,2,over,near\nx,2,>=,far\n")
    said = run("rate", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--schemes", scheme, code=1)
    assert "Row 2, column 'operator': 'over' is not one of >=, >, <=, <, =." in said
    assert "Row 3, column 'value': 'x' is not a number." in said
    assert "Row 3, column 'scheme': 'far' is not one of near." in said


@pytest.mark.parametrize("text", [None, "slug: near\n"])
def test_without_a_scheme_there_is_no_rating(tmp_path, text):
    (tmp_path / "in.csv").write_text("value,plan,operator\n1,2,>=\n")
    if text is not None:
        (tmp_path / "near.yaml").write_text(text)
    run("rate", tmp_path / "in.csv", "-o", tmp_path / "out.csv", "--schemes", tmp_path / "near.yaml", code=2)
    assert not (tmp_path / "out.csv").exists()


def test_periods_that_are_only_counted_may_be_text(tmp_path):
    rows = [f"s,{n},rate,,,{10 * n},{10 * n - 1},{10 * n + 1},higher" for n in range(1, 7)]
    (tmp_path / "in.csv").write_text(
        "\n".join(["series,period,kind,numerator,denominator,value,lower95,upper95,direction", *rows])
    )
    run("stats", "trend", tmp_path / "in.csv", "-o", tmp_path / "out.csv")
    assert pl.read_csv(tmp_path / "out.csv").row(0)[2:4] == ("increasing", "better")


@pytest.mark.parametrize("command", [["rank"], ["stats", "rate"]])
def test_the_file_that_is_read_is_not_written_over(tmp_path, command):
    text = "indicator,period,area,group,value,numerator,denominator\ni,p,a,a,1,1,2\n"
    (tmp_path / "in.csv").write_text(text)
    assert "is read here" in run(*command, tmp_path / "in.csv", "-o", tmp_path / "in.csv", code=2)
    assert (tmp_path / "in.csv").read_text() == text


def test_a_scheme_that_is_no_yaml_file_is_wrong_use(tmp_path):
    (tmp_path / "in.csv").write_text("value,plan,operator\n1,2,>=\n")
    output = run("rate", tmp_path / "in.csv", "-o", tmp_path / "o.csv", "--schemes", tmp_path / "in.csv", code=2)
    assert "Name a YAML file, or a folder of them." in output
