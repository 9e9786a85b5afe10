"""What reading a file gives: values, what is wrong, what must be asked, and the fate of every row."""

from dataclasses import dataclass, field

import polars as pl

from outturn.core.frames import VALUES
from outturn.core.intake.questions import Answered, Question, place_words
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
        return place_words(self.row, self.column or "", self.sheet)

    @property
    def sentence(self) -> str:
        """`Row 14, column 'Period': '2025-13' is not a month. Use 2025-12.`"""
        words = f"{self.message} {self.cure}".strip()
        return f"{self.place}: {words}" if self.place else words


PROBLEMS = pl.Schema(
    {
        "sheet": pl.String,
        "row": pl.Int64,
        "column": pl.String,
        "cell": pl.String,
        "problem": pl.String,
        "cure": pl.String,
    }
)
"""Problems place by place: a row for each cell that is wrong; `row` is null where it is the file."""


def list_of(problems: tuple[Problem, ...]) -> pl.DataFrame:
    """Problems that each stand for themselves, as a frame of PROBLEMS."""
    rows = [(each.sheet, each.row, each.column or "", each.value, each.message, each.cure) for each in problems]
    return pl.DataFrame(rows, schema=PROBLEMS, orient="row")


FATE = pl.Enum(["values", "repeat", "left_out", "no_figures", "note", "skipped", "blank", "question", "problem"])
FATES = pl.Schema({"sheet": pl.Categorical(), "row": pl.Int64(), "fate": FATE})
"""Each row of the file below its heading: values, repeat (says again what another row said), no_figures, note,
skipped, left_out (by a person's answer), blank, question or problem. Nothing is dropped without being counted."""


READ = pl.Schema([*VALUES.items(), ("column", pl.Categorical()), ("sheet", pl.Categorical())])
"""Values as read: the frame of values, and where in the row each stood."""


@dataclass(frozen=True)
class Intake:
    """A file as read. `values` has the columns of READ; `n_rows` counts rows below the heading; `questions` wait for an
    answer, `answered` had theirs.

    `problems` are causes, each said once with its first places; `listed` has every place (columns of PROBLEMS, up to
    a limit), and `n_problems` is how many there are in truth.
    """

    values: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=READ))
    problems: tuple[Problem, ...] = ()
    listed: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=PROBLEMS))
    n_problems: int = 0
    questions: tuple[Question, ...] = ()
    answered: tuple[Answered, ...] = ()
    n_rows: int = 0
    layout: Layout = Layout("none")
    notes: tuple[str, ...] = ()
    rows: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=FATES))

    @property
    def clean(self) -> bool:
        return not self.problems and not self.questions

    @classmethod
    def of_problems(cls, problems: tuple[Problem, ...], layout: Layout, notes: tuple[str, ...] = ()) -> "Intake":
        """A file, or a sheet, of which nothing could be read."""
        return cls(problems=problems, listed=list_of(problems), n_problems=len(problems), layout=layout, notes=notes)
