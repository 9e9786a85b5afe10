"""What became of every row, so that nothing is dropped unseen."""

from collections.abc import Iterable

import polars as pl

from outturn.core.intake.result import FATE, FATES


def fates(sheet: str, rows: pl.Series, told: Iterable[tuple[str, Iterable[pl.Series]]]) -> pl.DataFrame:
    """One row for each row below the heading, with its fate. Of several in `told`, the last that names a row counts."""
    first = int(rows[0])
    fate = pl.repeat(number_fate("no_figures"), len(rows), dtype=pl.UInt8, eager=True)
    for name, groups in told:
        for numbers in groups:
            if len(numbers):
                fate = fate.scatter(numbers - first, number_fate(name))
    names = fate.cat.to(FATE)
    return pl.DataFrame({"sheet": pl.repeat(sheet, len(rows), eager=True), "row": rows, "fate": names}, schema=FATES)


def number_fate(name: str) -> int:
    return FATE.categories.to_list().index(name)
