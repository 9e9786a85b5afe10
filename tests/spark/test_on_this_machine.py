"""`--engine spark` without a cluster: this machine and the environment of the command, with nothing to set first."""

import os
import subprocess
import sys
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
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("PYSPARK")}
    surroundings["PATH"] = "/usr/bin:/bin"
    command = [Path(sys.executable).parent / "outturn", "rank", "places.parquet", "-o"]
    for more in (["here.parquet"], ["there.parquet", "--engine", "spark", "--conf", FEW_PARTS]):
        ended = subprocess.run([*command, *more], cwd=tmp_path, env=surroundings, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
    assert pl.read_parquet(tmp_path / "there.parquet/*.parquet").equals(pl.read_parquet(tmp_path / "here.parquet"))
