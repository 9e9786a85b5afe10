"""How far a sheet may reach."""

from outturn.workbooks.parts import Refused

MOST_CELLS, MOST_ROWS = 3_000_000, 1_048_576


def check_reach(rows: int, columns: int) -> None:
    """Raises Refused for a sheet that would be too large to lay out."""
    if rows > MOST_ROWS or rows * columns > MOST_CELLS:
        raise Refused(
            f"A sheet of the workbook reaches at least to row {rows:,} and column {columns:,}.",
            "Delete the empty rows and columns beyond the table, save it and send it again.",
        )
