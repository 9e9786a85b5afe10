"""Better, similar or worse: what the interval decides, and what the direction makes of it."""

import polars as pl
import pytest

from outturn.core.statistics.peers import compare
from outturn.core.statistics.table import BadInput

COLUMNS = ["group", "value", "lower95", "upper95", "lower998", "upper998", "benchmark", "direction"]


def row(benchmark, direction="higher", value=10):
    return pl.DataFrame([("a", value, 8, 12, 6, 14, benchmark, direction)], schema=COLUMNS, orient="row", strict=False)


@pytest.mark.parametrize(
    ("benchmark", "one", "two"),
    [
        (10, "similar", "similar"),
        (8, "similar", "similar"),
        (12, "similar", "similar"),
        (7, "better", "better_95"),
        (6, "better", "better_95"),
        (5, "better", "better_998"),
        (13, "worse", "worse_95"),
        (15, "worse", "worse_998"),
    ],
)
def test_outside_the_interval_is_better_or_worse_and_a_benchmark_on_a_limit_is_inside(benchmark, one, two):
    assert compare(row(benchmark))["outcome"].to_list() == [one]
    assert compare(row(benchmark), "ci95_998")["outcome"].to_list() == [two]


@pytest.mark.parametrize(
    ("direction", "above", "below"),
    [
        ("higher", "better", "worse"),
        ("lower", "worse", "better"),
        ("none", "higher", "lower"),
        (None, "higher", "lower"),
    ],
)
def test_the_direction_turns_higher_and_lower_into_better_and_worse(direction, above, below):
    assert compare(row(5, direction))["outcome"].to_list() == [above]
    assert compare(row(15, direction))["outcome"].to_list() == [below]


def test_a_benchmark_with_an_interval_of_its_own_must_not_overlap():
    frame = row(15).with_columns(benchmark_lower95=11.0, benchmark_upper95=19.0)
    assert compare(frame)["outcome"].to_list() == ["similar"]
    assert compare(frame.with_columns(benchmark_lower95=12.5))["outcome"].to_list() == ["worse"]


def test_an_area_is_not_compared_with_itself():
    found = compare(pl.concat([row(5), row(5)]).with_columns(benchmark_group=pl.Series(["a", "England"])))
    assert found["outcome"].to_list() == [None, "better"]
    assert found["note"].to_list() == ["an area is not compared with itself", None]


def test_what_is_missing_is_said():
    frames = [row(None), row(1, value=None), row(1).with_columns(lower95=pl.lit(None, pl.Int64))]
    found = compare(pl.concat(frames, how="vertical_relaxed"))
    assert found["note"].to_list() == ["no benchmark", "no value", "no interval"]
    assert found["outcome"].null_count() == 3


def test_unknown_words_are_refused():
    with pytest.raises(BadInput, match="Row 1, column 'direction': 'up' is not a direction"):
        compare(row(1, "up"))
    with pytest.raises(ValueError, match="'t' is not a method of comparison"):
        compare(row(1), "t")
