"""All problems of a delivery as a table, to be counted and to be taken away."""

from dataclasses import dataclass, field, replace

import polars as pl

from outturn.core.intake.places import csv_of_rows
from outturn.core.intake.result import PROBLEMS, Intake, Problem, list_of

HEADINGS = ("File", "Sheet", "Row", "Column", "In the file", "What is wrong", "What to do")
LISTED = pl.Schema([("file", pl.String()), *PROBLEMS.items()])


@dataclass(frozen=True)
class ProblemList:
    """`count` is how many there are; `frame` (columns of LISTED) holds the places of as many as are listed."""

    count: int = 0
    frame: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=LISTED))

    def with_file(self, name: str, read: Intake) -> "ProblemList":
        listed = read.listed.select(pl.lit(name).alias("file"), pl.all())
        return replace(self, count=self.count + read.n_problems, frame=pl.concat([self.frame, listed]))

    def with_sentence(self, name: str, sentence: str) -> "ProblemList":
        """A problem of a file as a whole, or of the delivery."""
        listed = list_of((Problem(None, None, "", sentence, ""),)).select(pl.lit(name).alias("file"), pl.all())
        return replace(self, count=self.count + 1, frame=pl.concat([self.frame, listed]))

    def as_csv(self, most: int | None = None) -> bytes:
        """One row for each place, for spreadsheets."""
        frame = self.frame if most is None else self.frame.head(most)
        return csv_of_rows(HEADINGS, frame.iter_rows())
