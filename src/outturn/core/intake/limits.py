"""How large a file may be, and what is said of one that is larger."""

from outturn.core.intake.result import Problem

MOST_BYTES = 100 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 2_000_000, 5_000, 20_000_000
LONGEST_CELL = 32_767
"""As long as a cell of a spreadsheet can be."""


class Unreadable(ValueError):
    """The file as a whole cannot be read, because of one of its rows where `row` says so."""

    def __init__(self, message: str, cure: str, row: int | None = None) -> None:
        super().__init__(f"{message} {cure}")
        self.problem = Problem(row, None, "", message, cure)


def check_columns(columns: int) -> None:
    """Raises Unreadable where a row has more cells than are read."""
    if columns > MOST_COLUMNS:
        message = f"The file has {columns:,} columns. At most {MOST_COLUMNS:,} are read."
        raise Unreadable(message, "Keep the columns with names, periods and figures, and save it again.")


def check_size(rows: int, columns: int) -> None:
    """Raises Unreadable where there are more rows, or more cells under the columns that are read, than are held."""
    if rows > MOST_ROWS:
        raise Unreadable(f"The file has {rows:,} rows. At most {MOST_ROWS:,} are read.", "Load it in parts.")
    if rows * columns > MOST_CELLS:
        message = f"The file has {rows:,} rows of {columns:,} columns to read. At most {MOST_CELLS:,} cells are read."
        raise Unreadable(message, "Load it in parts.")
