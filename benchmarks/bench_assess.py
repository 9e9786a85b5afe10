"""Speed of the assessment engine: ratios within one run, CPU seconds. `python -m benchmarks.bench_assess [POINTS]`."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

LENGTHS = (24, 36, 48, 60)


def cpu(work: Callable[[], object], times: int = 3) -> float:
    """The least CPU seconds of `times` runs."""
    return min(once(work) for _ in range(times))


def once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def line(name: str, seconds: float, yardstick: float, of: str, at_most: float | None = None) -> None:
    """`SPC kernel    0.123 s    33.1 x numpy.sum    (at most 40)`"""
    ratio = seconds / yardstick
    limit = "" if at_most is None else f"   (at most {at_most:g}{'' if ratio <= at_most else ': MISSED'})"
    print(f"{name:<52}{seconds:>9.4f} s{ratio:>10.2f} x {of}{limit}", flush=True)


def many_series(points: int) -> pl.DataFrame:
    """Series of 24 to 60 months, about `points` values in all, sorted, some missing."""
    rng = np.random.default_rng(1)
    each = points // len(LENGTHS)
    parts = []
    for length in LENGTHS:
        count = each // length
        months = np.array([np.datetime64(date(2019 + i // 12, i % 12 + 1, 1)) for i in range(length)])
        names = pl.Series(np.arange(count).repeat(length)).cast(pl.String).str.zfill(7)
        values = rng.normal(100, 10, count * length).round(1)
        values[rng.random(len(values)) < 0.01] = np.nan
        parts.append(pl.DataFrame({"series": f"{length}-" + names, "date": np.tile(months, count), "value": values}))
    return pl.concat(parts).with_columns(pl.col("value").fill_nan(None))


def spc_kernel(frame: pl.DataFrame) -> None:
    from outturn.core.statistics.spc.ends import series_ends
    from outturn.core.statistics.spc.input import check_and_sort
    from outturn.core.statistics.spc.kernel import judge_points, xmr_limits
    from outturn.core.statistics.spc.points import charts, constants, points_frame
    from outturn.core.statistics.spc.rulesets import MAKING_DATA_COUNT

    table = check_and_sort(frame)
    y, starts, groups = table.values, table.starts, len(table.names)
    fix, screen, good = np.full(groups, 2**40), np.zeros(groups, bool), np.ones(groups, np.int64)
    rules = constants(MAKING_DATA_COUNT)

    def kernel() -> None:
        limits, _, _, judged = xmr_limits(y, starts, fix, screen, rules)
        judge_points(y, y, starts, limits, judged, good, rules)

    kernel()
    total = cpu(lambda: [np.sum(y) for _ in range(20)]) / 20
    line("SPC, all rules, per value", cpu(kernel, 5), total, "numpy.sum", 40)
    result = charts(frame, None, MAKING_DATA_COUNT)
    line(
        "SPC, frame to series",
        cpu(lambda: series_ends(check_and_sort(frame), None, MAKING_DATA_COUNT)),
        total,
        "numpy.sum",
    )
    line("SPC, making the frame of points", cpu(lambda: points_frame(result)), total, "numpy.sum")


def commands(frame: pl.DataFrame, folder: Path) -> None:
    from outturn.cli.engine.spc_and_stats import spc

    source, points, series = folder / "in.parquet", folder / "points.parquet", folder / "series.parquet"
    frame.write_parquet(source)
    read = cpu(lambda: pl.read_parquet(source))
    ask = {"input": source, "options": None, "rules": "making-data-count"}
    line("outturn spc, Parquet to series", cpu(lambda: spc(output=None, summary=series, **ask)), read, "reading it", 2)
    spent = cpu(lambda: spc(output=points, summary=None, **ask))
    written = pl.read_parquet(points)
    both = read + cpu(lambda: written.write_parquet(points, compression="zstd", compression_level=1))
    line("outturn spc, Parquet to points", spent, both, "reading and writing those bytes", 2)


def pass_over(frame: pl.DataFrame) -> list[object]:
    """Reads every column once: the yardstick of what a statistic of those columns must at least cost."""
    return [column.str.len_bytes().sum() if column.dtype == pl.String else column.sum() for column in frame]


def statistic(name: str, work: Callable[[], pl.DataFrame], used: pl.DataFrame, at_most: float) -> None:
    """Against reading the columns `used` once; beside it, without an aim, against reading them and writing the answer.

    In turn, so that all meet the same machine. Work and copy write where an earlier answer stood.
    """
    answer = [column.to_numpy() for column in work() if column.dtype.is_numeric() and column.name not in used.columns]
    copies = [np.copy(column) for column in answer]

    def write() -> None:
        for column, copy in zip(answer, copies, strict=True):
            np.copyto(copy, column)

    turns = [(cpu(lambda: pass_over(used), 9), cpu(write), cpu(work)) for _ in range(3)]
    read, written, worked = (min(times) for times in zip(*turns, strict=True))
    line(name, worked, read, "one pass over the bytes", at_most)
    line("", worked, read + written, "that pass and writing the answer")


def statistics(groups: int) -> None:
    from outturn.core.statistics.peers import compare, rank
    from outturn.core.statistics.rates import ESP_2013, dsr, proportion, rate

    rng = np.random.default_rng(2)
    n = rng.integers(200, 20_000, groups).astype(float)
    x = np.floor(n * rng.random(groups) * 0.02)
    names = "g" + pl.Series(np.arange(groups)).cast(pl.String).str.zfill(7)
    frame = pl.DataFrame({"group": names, "numerator": x, "denominator": n})
    statistic("proportion, Wilson, both levels", lambda: proportion(frame), frame, 5)
    statistic("rate, Byar or exact, both levels", lambda: rate(frame), frame, 20)
    compared = rate(frame).with_columns(benchmark=1000.0, direction=pl.lit("higher"))
    used = compared.select("group", "value", "lower95", "upper95", "benchmark", "direction")
    statistic("compare", lambda: compare(compared), used, 5)
    peers = frame.select(
        indicator=pl.lit("i"), period=pl.Series(np.arange(groups) // 40), area="group", value=pl.col("numerator")
    )
    statistic("rank, 40 areas each", lambda: rank(peers), peers, 5)
    by_band = banded(names, x, n, ESP_2013)
    statistic("dsr, 19 bands a group", lambda: dsr(by_band), by_band, 5)


def banded(names: pl.Series, x: np.ndarray, n: np.ndarray, standard: dict[str, int]) -> pl.DataFrame:
    """As many rows as there are names, in groups of all the bands of a standard population."""
    bands = len(standard)
    few = len(names) // bands
    return pl.DataFrame(
        {
            "group": names[:few].gather(np.repeat(np.arange(few), bands)),
            "band": pl.Series(list(standard)).gather(np.tile(np.arange(bands), few)),
            "numerator": x[: few * bands],
            "denominator": n[: few * bands],
            "standard_population": np.tile(np.array(list(standard.values()), float), few),
        }
    )


def forecasts(series: int) -> None:
    from outturn.core.statistics.forecast import forecast

    frame = many_series(4 * series * 60).filter(pl.col("series").str.starts_with("60-"))
    naive = cpu(lambda: frame.group_by("series").agg(pl.col("value").last()))
    forecast(frame.head(60), periods=6)
    line(
        f"forecast, {frame['series'].n_unique():,} series of 60",
        cpu(lambda: forecast(frame, periods=6)),
        naive,
        "last()",
    )


BOTH = "import polars, numpy"
CALL = """
from datetime import date
from outturn.core.statistics.spc import spc
spc(polars.DataFrame({'series': ['a'], 'date': [date(2024, 1, 1)], 'value': [1.0]}))
"""


def fresh(code: str) -> float:
    """CPU seconds of that code in a new process, beyond Python itself; the second of two runs, with warm caches."""
    timed = f"import time\nstarted = time.process_time()\n{code}\nprint(time.process_time() - started)"
    return min(float(subprocess.check_output([sys.executable, "-c", timed])) for _ in range(3))


def start_up() -> None:
    both = fresh(BOTH)
    line(
        "import outturn.core.statistics, Polars and NumPy",
        fresh(f"{BOTH}\nimport outturn.core.statistics"),
        both,
        "those two",
        2,
    )
    line("first call of spc in a fresh process, beyond them", fresh(BOTH + CALL) - both, 1.0, "a second", 1)


def main(points: int = 5_000_000) -> None:
    print(f"Assessment engine: {points:,} points, CPU seconds, best of several runs")
    start_up()
    frame = many_series(points)
    spc_kernel(frame)
    with tempfile.TemporaryDirectory() as folder:
        commands(frame, Path(folder))
    statistics(1_000_000)
    forecasts(2_000)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
