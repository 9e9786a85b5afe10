"""What reading a file gives: values, what is wrong, what must be asked, and the fate of every row."""

from dataclasses import dataclass, field

import polars as pl

from outturn.core.frames import no_values
from outturn.core.layouts import Layout


@dataclass(frozen=True)
class Problem:
    """Something that a person must mend. `row` counts as their spreadsheet does; None is the whole file."""

    row: int | None
    column: str | None
    value: str
    message: str
    cure: str
    sheet: str = ""

    @property
    def place(self) -> str:
        parts = [f"sheet '{self.sheet}'"] if self.sheet else []
        parts += [f"row {self.row}"] if self.row is not None else []
        parts += [f"column '{self.column}'"] if self.column else []
        words = ", ".join(parts)
        return words[:1].upper() + words[1:]

    @property
    def sentence(self) -> str:
        """`Row 14, column 'Period': '2025-13' is not a month. Use 2025-12.`"""
        said = f"{self.message} {self.cure}".strip()
        return f"{self.place}: {said}" if self.place else said


@dataclass(frozen=True)
class Question:
    """Something that is neither right nor wrong: the file waits until a person accepts `code`, or another answer
    that the message names. `places` says where, as sentences begin: `Row 5, column 'Value'`."""

    code: str
    message: str
    places: tuple[str, ...] = ()


FATES = pl.Schema({"sheet": pl.String, "row": pl.Int64, "fate": pl.String})
"""Each row of the file below its heading: values, repeat (says again what another row said), no_figures, note,
skipped, blank, question or problem. Nothing is dropped without being counted."""


@dataclass(frozen=True)
class Intake:
    """A file as read. `values` has the columns of core.frames.VALUES; `n_rows` counts rows below the heading."""

    values: pl.DataFrame = field(default_factory=no_values)
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    n_rows: int = 0
    layout: Layout = Layout("none")
    notes: tuple[str, ...] = ()
    rows: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=FATES))

    @property
    def clean(self) -> bool:
        return not self.problems and not self.questions
