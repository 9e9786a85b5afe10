"""What a person should know of a sheet that was read: columns and rows of which nothing was taken."""

from collections.abc import Iterator

import polars as pl

from outturn.core.intake.questions import list_in_words
from outturn.core.intake.result import Intake
from outturn.core.intake.sheet import Table, choose_columns
from outturn.core.layouts import Layout

FATES = {
    "repeat": ("row says again what another says", "rows say again what others say"),
    "no_figures": ("row holds no figures", "rows hold no figures"),
    "skipped": ("row was skipped, as the layout has it", "rows were skipped, as the layout has it"),
}
"""Fates of rows that are worth a note: one row, several. What a person left out is said by their answer."""


def notes_of_sheet(table: Table, layout: Layout, read: Intake) -> tuple[str, ...]:
    where = f"Sheet '{table.sheet}': " if table.sheet else ""
    sentences = [*unread_columns(table, layout), *count_unused_rows(read.rows)]
    return tuple(where + sentence for sentence in sentences)


def unread_columns(table: Table, layout: Layout) -> Iterator[str]:
    wanted = set(choose_columns(table.names, layout))
    left = [f"'{name}'" for n, name in enumerate(table.names) if n not in wanted and name]
    if left:
        yield f"Column {left[0]} was not read." if len(left) == 1 else f"Columns {list_in_words(left)} were not read."


def count_unused_rows(rows: pl.DataFrame) -> Iterator[str]:
    counts = dict(rows.group_by(pl.col("fate").cast(pl.String)).len().iter_rows())
    for fate, (single, many) in FATES.items():
        if count := counts.get(fate, 0):
            yield f"{count:,} {single if count == 1 else many}."
