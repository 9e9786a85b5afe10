"""One thing wrong in many rows is said once, with the rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from outturn.core.intake.result import Problem

NAMED_ROWS = 6
MOST_PROBLEMS = 200
"""Nobody reads further, and a page that holds a million is not served."""


@dataclass(frozen=True)
class Cause:
    """Something wrong in one column of these rows."""

    rows: list[int]
    column: str
    value: str
    message: str
    cure: str


@dataclass(frozen=True)
class At:
    """Where a distinct cell stands: its rows, and the column, its place in the layout and the print of the first."""

    rows: list[int]
    column: str
    printed: str
    spec: int


def rows_where(cells: pl.DataFrame, columns: list[str], keys: Sequence[Mapping[str, object]]) -> list[At]:
    """For each key, where the cells stand that have its values in these columns."""
    if not keys:
        return []
    schema = {"key": pl.Int64} | {name: cells.schema[name] for name in columns}
    sought = pl.DataFrame([{"key": n, **key} for n, key in enumerate(keys)], schema=schema)
    found = cells.join(sought, on=columns, how="inner", nulls_equal=True, maintain_order="left")
    places = found.group_by("key").agg(
        pl.col("row").unique(maintain_order=True), pl.col("column", "printed", "spec").first()
    )
    return [At(*place) for _, *place in places.sort("key").iter_rows()]


def problems(causes: Iterable[Cause], sheet: str) -> list[Problem]:
    found = [
        Problem(cause.rows[0], cause.column or None, cause.value, cause.message, cause.cure + others(cause.rows), sheet)
        for cause in causes
    ]
    found.sort(key=lambda problem: (problem.row or 0, problem.column or ""))
    rest = len(found) - MOST_PROBLEMS
    more = Problem(None, None, "", f"There are {rest:,} more problems.", "Mend these first.", sheet)
    return [*found[:MOST_PROBLEMS], more] if rest > 0 else found


def others(rows: list[int]) -> str:
    """` The same in rows 15, 16 and 4 more.`"""
    rest = sorted(set(rows))[1:]
    if not rest:
        return ""
    shown = [str(row) for row in rest[:NAMED_ROWS]]
    more = [f"{len(rest) - NAMED_ROWS} more"] if len(rest) > NAMED_ROWS else []
    words = [*shown, *more]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    return f" The same in row {listed}." if len(rest) == 1 else f" The same in rows {listed}."
