"""How many times as fast as the packages of the field, CPU seconds. `python -m benchmarks.bench_references`.

The figures of NHSRplotthedots are those of a trial on such a machine, taken over from issue 3: it is not run here.
PHStatsMethods runs beside us when OUTTURN_PHSTATS_PYTHON names the Python of an environment that has it. It stays
outside the project, whose licence differs.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.bench_assess import banded, cpu, many_series

TRIAL = {"NHSRplotthedots in a loop": (0.044, 5_000), "NHSRplotthedots by facet": (0.0024, 500)}
"""Seconds a series, the lower end of what the trial found, and how many times as fast we want to be."""

POINTS, GROUPS, TIMES = 1_000_000, 5_000, 200
ENVIRONMENT = "OUTTURN_PHSTATS_PYTHON"


def line(what: str, ours: float, theirs: float, at_least: float) -> None:
    times = theirs / ours
    missed = "" if times >= at_least else ": MISSED"
    print(f"{what:<54}{ours:>13.7f} s{theirs:>11.4f} s{times:>9,.0f} x   (at least {at_least:,}{missed})", flush=True)


def spc_against_the_trial() -> None:
    from outturn.core.statistics.spc import spc, spc_summary

    frame = many_series(POINTS)
    series = frame["series"].n_unique()
    ways = {"points": lambda: spc(frame), "points and summary": lambda: spc_summary(spc(frame))}
    print(f"{series:,} series of 24 to 60 points, seconds a series; theirs are trial figures from another run")
    for answer, work in ways.items():
        ours = cpu(work, 5) / series
        for name, (theirs, at_least) in TRIAL.items():
            line(f"SPC to {answer}, {name}", ours, theirs, at_least)


def tables(groups: int) -> dict[str, pl.DataFrame]:
    """One row a group, 19 bands a group with their standard population, one value a row, and the bands of all."""
    from outturn.core.statistics.rates import ESP_2013

    rng = np.random.default_rng(3)
    rows = groups * len(ESP_2013)
    names = "g" + pl.Series(np.arange(rows)).cast(pl.String).str.zfill(7)
    n = rng.integers(200, 20_000, rows).astype(float)
    x = np.floor(n * 0.02 * rng.random(rows)) + 1  # the other package stops on a count of 0
    bands = banded(names, x, n, ESP_2013)
    return {
        "counts": pl.DataFrame({"group": names, "numerator": x, "denominator": n}).head(groups),
        "bands": bands,
        "values": bands.select("group", area="band", value=pl.Series(rng.normal(100, 10, rows))),
        "standard": bands.group_by("band", maintain_order=True).agg(pl.col("numerator", "denominator").sum()),
    }


def ours(given: dict[str, pl.DataFrame]) -> dict[str, Callable[[], object]]:
    from outturn.core.statistics.peers import funnel, quantile
    from outturn.core.statistics.rates import dsr, isr, mean, proportion, rate

    counts, bands, values, standard = given.values()
    return {
        "proportion": lambda: proportion(counts),
        "rate": lambda: rate(counts),
        "mean": lambda: mean(values),
        "dsr": lambda: dsr(bands),
        "isr": lambda: isr(bands, standard),
        "quantile": lambda: quantile(values),
        "funnel": lambda: funnel(counts),
    }


def theirs(python: str, given: dict[str, pl.DataFrame]) -> dict[str, float]:
    """Seconds of each kind in the other environment, the least of three runs."""
    script = Path(__file__).with_name("phstats_times.py")
    with tempfile.TemporaryDirectory() as folder:
        for name, table in given.items():
            table.write_csv(Path(folder, f"{name}.csv"))
        runs = [subprocess.check_output([python, script, folder], text=True).split() for _ in range(3)]
    kinds = runs[0][::2]
    return {kind: min(float(run[2 * place + 1]) for run in runs) for place, kind in enumerate(kinds)}


def statistics() -> None:
    python = os.environ.get(ENVIRONMENT)
    if not python:
        print(f"PHStatsMethods: install it into an environment of its own and name that Python in {ENVIRONMENT}.")
        return
    given = tables(GROUPS)
    found = theirs(python, given)
    print(f"{GROUPS:,} groups, of {len(given['bands']):,} rows where there are bands or values; both levels at once")
    for kind, work in ours(given).items():
        line(f"{kind}, PHStatsMethods", cpu(work, 9), found[kind], TIMES)


if __name__ == "__main__":
    spc_against_the_trial()
    statistics()
