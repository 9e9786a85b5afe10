"""`--engine spark` without a cluster: this machine and the environment of the command, with nothing to set first."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

pytestmark = [pytest.mark.spark, pytest.mark.xdist_group("spark")]

FEW_PARTS = "spark.sql.shuffle.partitions=2"


def test_an_environment_that_nobody_activated_answers_as_the_local_engine_does(tmp_path):
    places = pl.DataFrame(
        {"indicator": "waits", "period": "2025-01", "area": ["a", "b", "c"], "value": [3.0, 1.0, 2.0]}
    )
    places.write_parquet(tmp_path / "places.parquet")
    here, there = both(tmp_path, "rank", "places.parquet")
    assert there.equals(here)


def test_months_by_a_clock_and_a_month_left_out_are_the_same_on_both(tmp_path):
    months = pl.datetime_range(
        datetime(2022, 1, 1), datetime(2023, 12, 1), "1mo", time_zone="Europe/London", eager=True
    )
    waits = pl.DataFrame({"series": "a", "date": months.dt.convert_time_zone("UTC"), "value": range(24)})
    waits = waits.cast({"value": pl.Float64}).filter(pl.int_range(24) != 7)
    waits.write_parquet(tmp_path / "waits.parquet")
    here, there = both(tmp_path, "spc", "waits.parquet", "--zone", "Europe/London")
    assert there["date"].dt.date().to_list() == months.dt.date().to_list() == here["date"].dt.date().to_list()
    assert there.drop("date").equals(here.drop("date"))
    assert here["value"].null_count() == 1


def both(folder: Path, *words: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What the command writes on this machine, and what it writes by way of Spark."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYSPARK")}
    surroundings["PATH"] = "/usr/bin:/bin"
    command = [Path(sys.executable).parent / "outturn", *words, "-o"]
    for more in (["here.parquet"], ["there.parquet", "--engine", "spark", "--conf", FEW_PARTS]):
        ended = subprocess.run([*command, *more], cwd=folder, env=surroundings, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
    return pl.read_parquet(folder / "here.parquet"), pl.read_parquet(folder / "there.parquet/*.parquet")
