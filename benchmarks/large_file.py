"""A very large file through `outturn spc`: time and memory. `python -m benchmarks.large_file [POINTS]` (100 million).

Not one of the ratios: it needs some GB of disk and a few minutes. Each run is a process of its own, so that the most
memory it held can be read.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

from benchmarks.bench_assess import many_series

PART = 5_000_000
ASKED = {"series": ["--summary", "series.parquet"], "points": ["-o", "points.parquet"]}
HERE = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}


def make(points: int, path: Path) -> None:
    """A file of `points` in order, made a part at a time."""
    parts = []
    for number in range(max(1, points // PART)):
        part = path.with_name(f"part-{number:03}.parquet")
        frame = many_series(min(points, PART)).with_columns(series=pl.lit(f"{number:03}-") + pl.col("series"))
        frame.write_parquet(part)
        parts.append(part)
    pl.scan_parquet(parts).sink_parquet(path)
    for part in parts:
        part.unlink()


def spent(folder: Path, words: list[str]) -> tuple[float, float, float]:
    """CPU seconds, seconds and most memory (GiB) of one run of `outturn spc`."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    outturn = [sys.executable, "-m", "benchmarks.peak", "spc", "in.parquet", *words]
    peak = subprocess.run(outturn, cwd=folder, check=True, env=HERE, capture_output=True, text=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.monotonic() - started, float(peak) / 1024**2


def main(largest: int = 100_000_000) -> None:
    """The cost of a point from a million up, what a tiny file costs taken off."""
    start: dict[str, float] = {}
    points = 1_000
    while points <= largest:
        with tempfile.TemporaryDirectory() as name:
            make(points, Path(name) / "in.parquet")
            for what, words in ASKED.items():
                used, seconds, peak = spent(Path(name), words)
                start.setdefault(what, used)
                each = (used - start[what]) * 1e9 / points
                print(
                    f"{points:>12,} points to {what}: {each:5.0f} ns of CPU a point, {used:6.1f} s of CPU in all, "
                    f"{seconds:6.1f} s, {peak:5.2f} GiB at most",
                    flush=True,
                )
        points = max(points * 10, 1_000_000)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
