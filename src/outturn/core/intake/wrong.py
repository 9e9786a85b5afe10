"""Everything that is wrong with a sheet: counted in full, listed up to a limit, told once for each cause."""

from collections.abc import Sequence

import polars as pl

from outturn.core.intake.result import PROBLEMS, Problem
from outturn.core.intake.rows_in_words import NAMED_ROWS, say_other_rows

MOST_TOLD = 200
"""Causes told one by one: nobody reads further, and a page that holds a million is not served."""
MOST_LISTED = 100_000
"""Problems listed with their places, for a download; the rest are counted."""


class Wrong:
    """Gathers problems as frames, so that a file that is wrong in every cell costs no more than a right one."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.count = 0
        self.rows: list[pl.Series] = []
        self._frames: list[pl.DataFrame] = []
        self._left = MOST_LISTED

    def add(self, found: Sequence[tuple[int, str, str, str, str]]) -> None:
        """Problems one by one: (row, column, cell, what is wrong, what to do)."""
        if found:
            schema = {"row": pl.Int64} | dict.fromkeys(("column", "cell", "problem", "cure"), pl.String)
            self._add(pl.DataFrame(found, schema=schema, orient="row").with_columns(cause="problem"))

    def add_distinct(
        self,
        cells: pl.DataFrame,
        keys: Sequence[str],
        distinct: pl.DataFrame,
        column: str | None,
        told: Sequence[tuple[str, str]],
        *,
        cell_matters: bool = False,
    ) -> None:
        """The cells whose `keys` are among the distinct ones, each with (what is wrong, what to do).

        `cells` has `row`, `cell` as printed and, where the column is not the same for all, `column`. Cells with the
        same fault are one cause, unless it matters what they say, as it does for a name that nobody knows.
        """
        if not told:
            return
        table = distinct.select(keys).with_columns(
            pl.Series("problem", [message for message, _ in told]), pl.Series("cure", [cure for _, cure in told])
        )
        placed = cells.join(table, on=list(keys), how="inner", nulls_equal=True, maintain_order="left")
        if column is not None:
            placed = placed.with_columns(column=pl.lit(column))
        self._add(
            placed.select(
                "row", "column", "cell", "problem", "cure", cause="problem" if cell_matters else without_cell()
            )
        )

    def _add(self, found: pl.DataFrame) -> None:
        found = found.unique(["row", "column", "problem"], maintain_order=True)
        self.count += found.height
        self.rows.append(found["row"])
        self._frames.append(found.head(self._left))
        self._left -= min(self._left, found.height)

    def list_all(self) -> pl.DataFrame:
        """The problems with their places, in the order of the rows: columns of PROBLEMS."""
        if not self._frames:
            return pl.DataFrame(schema=PROBLEMS)
        frame = pl.concat(self._frames).sort("row", "column", maintain_order=True)
        return frame.with_columns(sheet=pl.lit(self.sheet)).select(PROBLEMS.names())

    def tell_causes(self) -> list[Problem]:
        """Each cause once, with the first rows where it stands."""
        if not self._frames:
            return []
        causes = (
            pl.concat(self._frames)
            .sort("row", maintain_order=True)
            .group_by("column", "cause", "cure", maintain_order=True)
            .agg(
                pl.col("row", "cell", "problem").first(),
                pl.col("row").unique(maintain_order=True).head(NAMED_ROWS + 1).alias("rows"),
                pl.len().alias("count"),
                (pl.col("cell").n_unique() > 1).alias("varied"),
            )
            .sort("row", "column", maintain_order=True)
        )
        problems = [self._problem(cause) for cause in causes.head(MOST_TOLD).iter_rows(named=True)]
        rest = self.count - sum(causes.head(MOST_TOLD)["count"])
        if rest > 0:
            message = f"There {'is one more problem' if rest == 1 else f'are {rest:,} more problems'}."
            problems.append(Problem(None, None, "", message, "Correct these first.", self.sheet))
        return problems

    def _problem(self, cause: dict) -> Problem:
        same = "The same fault" if cause["varied"] else "The same"
        cure = cause["cure"] + say_other_rows(cause["rows"], cause["count"], same)
        return Problem(cause["row"], cause["column"] or None, cause["cell"], cause["problem"], cure, self.sheet)


def without_cell() -> pl.Expr:
    """What is wrong, without the cell that it is said of: `'abc' is not a number` and `'abd' is not a number` are one
    cause."""
    return pl.col("problem").str.replace(r"^'[^']*'", "'…'")
