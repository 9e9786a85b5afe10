"""CPU seconds of PHStatsMethods on the tables of a folder, one `KIND SECONDS` a line; run by `bench_references`.

It runs in an environment of its own, where neither Outturn nor Polars is installed.
"""

import sys
import time
import warnings
from pathlib import Path

import pandas
import PHStatsMethods as reference

LEVELS = {"confidence": [0.95, 0.998]}


def main(folder: Path) -> None:
    counts, bands, values, standard = (
        pandas.read_csv(folder / f"{name}.csv") for name in ("counts", "bands", "values", "standard")
    )
    figures = ("numerator", "denominator")
    by_age = bands.merge(standard, on="band", suffixes=("", "_of_all"))
    of_all = ("numerator_of_all", "denominator_of_all", ["group"])
    kinds = {
        "proportion": lambda: reference.ph_proportion(counts, *figures, ["group"], **LEVELS),
        "rate": lambda: reference.ph_rate(counts, *figures, ["group"], **LEVELS),
        "mean": lambda: reference.ph_mean(values, "value", ["group"], **LEVELS),
        "dsr": lambda: reference.ph_dsr(
            bands, *figures, "standard_population", ["group"], euro_standard_pops=False, **LEVELS
        ),
        "isr": lambda: reference.ph_ISRatio(by_age, *figures, *of_all, **LEVELS),
        "quantile": lambda: reference.ph_quantile(values, "value", ["group"], invert=False),
        "funnel": lambda: reference.assign_funnel_significance(counts, "numerator", "proportion", "denominator"),
    }
    for kind, work in kinds.items():
        started = time.process_time()
        work()
        print(kind, time.process_time() - started, flush=True)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(Path(sys.argv[1]))
