"""What was wrong with an input, all of it at once: which row, which column, what to do."""

from dataclasses import dataclass

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `row` counts the rows of data from 1; None when it is about the whole table."""

    text: str
    row: int | None = None
    column: str | None = None

    def sentence(self, header_rows: int = 0) -> str:
        """`Row 14, column 'date': ...`; `header_rows` moves the count to the lines of a file."""
        where = [f"row {self.row + header_rows}"] if self.row is not None else []
        where += [f"column '{self.column}'"] if self.column is not None else []
        place = ", ".join(where)
        return f"{place[0].upper()}{place[1:]}: {self.text}" if place else self.text


class BadInput(ValueError):
    """The table cannot be assessed. `problems` lists every reason; the message shows the first of them."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        lines = [problem.sentence() for problem in problems[:SHOWN]]
        if len(problems) > SHOWN:
            lines.append(f"... and {len(problems) - SHOWN:,} more.")
        super().__init__("\n".join(lines))
