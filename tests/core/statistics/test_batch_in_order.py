"""The quick way to a row per series gives what the careful way gives, and leaves to it what it cannot do."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from outturn.cli.engine import in_order as batch_in_order
from outturn.cli.engine import spc as batch_spc
from outturn.cli.engine.in_order import ends_in_order
from outturn.core.statistics.spc import RULE_SETS, spc, spc_summary
from outturn.core.statistics.spc.ends import join_ends
from outturn.core.statistics.spc.options import read_options
from outturn.core.statistics.spc.series import series_frame

RULES = RULE_SETS["making-data-count"]


def table(lengths, seed=1):
    """Series of these lengths in order, some values missing."""
    rng = np.random.default_rng(seed)
    days = [date(2020, 1, 1) + timedelta(days=31 * i) for i in range(max(lengths))]
    rows = [
        (f"s{number:03}", day, None if rng.random() < 0.05 else float(rng.integers(0, 30)), 12.0)
        for number, length in enumerate(lengths)
        for day in days[:length]
    ]
    return pl.DataFrame(rows, schema=["series", "date", "value", "target"], orient="row")


def quick(frame, options=None, rules=RULES):
    ends = ends_in_order(frame.lazy(), read_options(options, rules), rules)
    return series_frame(join_ends(ends), rules).with_columns(pl.col(pl.Enum).cast(pl.String)) if ends else None


@pytest.mark.parametrize("rules", RULE_SETS.values(), ids=RULE_SETS)
@pytest.mark.parametrize("piece", [10**6, 50, 7])
@pytest.mark.parametrize("lengths", [[1, 30, 2, 13, 60, 5], [200], [3] * 40])
def test_the_quick_way_gives_the_same_rows_whatever_the_pieces(lengths, piece, rules, monkeypatch):
    monkeypatch.setattr(batch_in_order, "PIECE", piece)
    frame = table(lengths)
    options = pl.DataFrame({"series": ["s000"], "rebase_dates": ["2020-02-01;2021-03-05"], "target": [9.0]})
    expected = spc_summary(spc(frame, options, rules), options, rules, targets=frame)
    assert_frame_equal(quick(frame, options, rules), expected, check_exact=True)
    alone = spc_summary(spc(frame, rules=rules), rules=rules)
    assert_frame_equal(quick(frame.drop("target"), rules=rules), alone, check_exact=True)


def test_other_kinds_of_numbers_and_dates_are_read_too():
    frame = table([20, 24]).with_columns(pl.col("value").cast(pl.Int32), pl.col("date").cast(pl.Datetime))
    assert_frame_equal(quick(frame), spc_summary(spc(frame), targets=frame), check_exact=True)


@pytest.mark.parametrize(
    "fault",
    [
        pl.col("series").reverse(),
        pl.col("series").replace("s001", None),
        pl.col("series").replace("s000", " "),
        pl.col("series").replace("s002", "s000"),
        pl.col("date").reverse(),
        pl.col("date").replace(date(2020, 1, 1), None),
        pl.col("date").replace(date(2020, 2, 1), date(2020, 1, 1)),
        pl.col("date").cast(pl.String),
        pl.col("value").cast(pl.String),
        pl.col("value").replace(5.0, float("inf")),
        pl.col("target") * float("inf"),
    ],
)
@pytest.mark.parametrize("piece", [10**6, 10])
def test_anything_but_perfect_order_is_left_to_the_careful_way(fault, piece, monkeypatch):
    monkeypatch.setattr(batch_in_order, "PIECE", piece)
    assert quick(table([20, 20, 20]).with_columns(fault)) is None


def test_an_empty_table_is_left_to_the_careful_way():
    assert quick(table([1]).clear()) is None


def test_the_command_goes_the_quick_way(tmp_path, monkeypatch):
    monkeypatch.setattr(batch_spc, "cut_in_order", None)
    path = tmp_path / "in.parquet"
    table([20, 30]).write_parquet(path)
    work = batch_spc.Work(None, RULES)
    assert list(batch_spc.chart_by_piece(path, work, with_points=False)) == []
    assert work.summary()["n"].to_list() == [20, 30]
