"""What became of every row, so that nothing is dropped unseen."""

from dataclasses import dataclass

import polars as pl

from outturn.core.intake.result import FATES
from outturn.core.intake.sheet import Table


@dataclass(frozen=True)
class Rows:
    """Numbers of the rows with a problem, with a question, and with a figure that a person leaves out."""

    wrong: list[int]
    asked: list[int]
    left_out: list[int]


def fates(table: Table, values: pl.DataFrame, repeats: pl.DataFrame, special: Rows, skipped: list[int]) -> pl.DataFrame:
    """One row for each row below the heading, with its fate; the first that is true of a row is said."""
    blank = table.printed.filter(pl.all_horizontal(pl.exclude("row").str.strip_chars() == ""))["row"]
    told = (
        ("blank", list(blank)),
        ("skipped", skipped),
        ("problem", special.wrong),
        ("question", special.asked),
        ("values", values["row"].unique().to_list()),
        ("repeat", repeats["row"].unique().to_list()),
        ("left_out", special.left_out),
    )
    fate = pl.lit("no_figures")
    for name, rows in reversed(told):
        fate = pl.when(pl.col("row").is_in(rows)).then(pl.lit(name)).otherwise(fate)
    return table.printed.select(pl.lit(table.sheet).alias("sheet"), "row", fate.alias("fate")).cast(dict(FATES))  # type: ignore[arg-type]
