"""What became of every row, so that nothing is dropped unseen."""

import polars as pl

from outturn.core.intake.causes import Cause
from outturn.core.intake.result import FATES
from outturn.core.intake.sheet import Table


def fates(
    table: Table, values: pl.DataFrame, repeats: pl.DataFrame, causes: list[Cause], skipped: list[int]
) -> pl.DataFrame:
    """One row for each row below the heading, with its fate; the first that is true of a row is said."""
    wrong = {row for cause in causes if not cause.code for row in cause.rows}
    asked = {row for cause in causes if cause.code for row in cause.rows}
    blank = table.printed.filter(pl.all_horizontal(pl.exclude("row").str.strip_chars() == ""))["row"]
    told = (
        ("blank", list(blank)),
        ("skipped", skipped),
        ("problem", list(wrong)),
        ("question", list(asked)),
        ("values", values["row"].unique().to_list()),
        ("repeat", repeats["row"].unique().to_list()),
    )
    fate = pl.lit("no_figures")
    for name, rows in reversed(told):
        fate = pl.when(pl.col("row").is_in(rows)).then(pl.lit(name)).otherwise(fate)
    return table.printed.select(pl.lit(table.sheet).alias("sheet"), "row", fate.alias("fate")).cast(dict(FATES))  # type: ignore[arg-type]
