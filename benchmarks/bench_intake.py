"""Reading 50 MB of CSV to values, against Polars reading the same file to text. `python -m benchmarks.bench_intake`.

Each run is a process of its own, so that the most memory it held can be read. Polars only cuts the file into texts; we
also know every name, period and figure, and say what is wrong. `published` has columns and words as national files have
them; `bare` is the shortest file that can be written, two figures in 35 characters.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

SIZE = 50_000_000
MOST_TIMES, MOST_MIB = 3, 500
HERE = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
MEASURES, AREAS, YEARS = 50, 400, range(2005, 2025)
DESCRIPTION = '"People in contact with services, at the end of the reporting period"'


def rows(shape: str) -> list[str]:
    """The heading, and lines until the file is full."""
    chance = random.Random(1)
    bare = shape == "bare"
    lines = ["indicator,area,period,value,plan" if bare else "status,level,name,indicator,area,area_name,period,value"]
    size = 0
    for measure in range(MEASURES):
        for area in range(AREAS):
            for month in (f"{year}-{number:02}" for year in YEARS for number in range(1, 13)):
                value = f"{50 + 5 * chance.random():.3f}"
                line = f"m-{measure:03},area-{area:03},{month},{value},{chance.randint(45, 55)}"
                if not bare:
                    named = f"Final,ICB,{DESCRIPTION},m-{measure:03},area-{area:03}"
                    line = f"{named},NHS Leicestershire Integrated Care Board,{month},{value}"
                size += len(line) + 1
                if size > SIZE:
                    return lines
                lines.append(line)
    return lines


def read_by_polars(path: Path) -> None:
    import polars as pl

    pl.read_csv(path.read_bytes(), infer_schema=False)


def read_by_us(path: Path) -> None:
    from outturn.core.intake import Layout, PeriodColumns, UnitInfo, ValueColumn, choose_layout, read_file
    from outturn.core.periods import PeriodKind
    from outturn.core.units import Unit
    from outturn.workbooks.opening import open_file

    values = (ValueColumn("value"), ValueColumn("plan", "plan", reads="target"))
    named = {"indicator": "indicator", "area": "area", "period": PeriodColumns(label="period")}
    layout = Layout("ours", optional=("plan",), values=values, **named)
    units = {f"m-{n:03}": UnitInfo(Unit.RATE, period_kind=PeriodKind.MONTH) for n in range(MEASURES)}
    file = open_file(path.name, path.read_bytes())
    chosen = choose_layout(file, [layout]).layout
    assert chosen is not None
    read = read_file(file, chosen, units=units, areas={f"area-{n:03}" for n in range(AREAS)})
    assert read.clean, read.problems


READERS = {"polars": read_by_polars, "ours": read_by_us}


def spent(reader: str, path: Path) -> tuple[float, float]:
    """CPU seconds of one reading, and the most memory (MiB) of its process."""
    command = [sys.executable, "-m", "benchmarks.bench_intake", reader, str(path)]
    done = subprocess.run(command, check=True, env=HERE, capture_output=True, text=True).stdout.split()
    return float(done[0]), float(done[1])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        for shape in ("published", "bare"):
            path = Path(name) / f"{shape}.csv"
            path.write_text("\n".join(rows(shape)) + "\n")
            best = {reader: min(spent(reader, path) for _ in range(3)) for reader in READERS}
            (polars, _), (ours, memory) = best["polars"], best["ours"]
            times = ours / polars
            missed = "" if times <= MOST_TIMES and memory <= MOST_MIB else ": MISSED"
            print(
                f"50 MB of CSV, {shape:<10}{ours:6.2f} s of CPU, Polars {polars:5.2f} s: {times:4.1f} x as long "
                f"(at most {MOST_TIMES}), {memory:4.0f} MiB (at most {MOST_MIB}){missed}",
                flush=True,
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        import outturn.core.intake  # noqa: F401 - so that loading it, and Polars, is not timed

        before = resource.getrusage(resource.RUSAGE_SELF)
        READERS[sys.argv[1]](Path(sys.argv[2]))
        after = resource.getrusage(resource.RUSAGE_SELF)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(used, after.ru_maxrss / 1024)
    else:
        main()
