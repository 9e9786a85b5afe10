"""The columns of a text file that a layout names: read by Polars where every line is a whole row, else row by row."""

import io
import re
from collections.abc import Sequence
from operator import itemgetter

import polars as pl
from polars.exceptions import PolarsError

from outturn.core.intake.limits import LONGEST_CELL, check_size
from outturn.core.intake.records import batches
from outturn.core.intake.sheet import Columns


def read_columns(data: bytes, delimiter: str, first: int, lines: int, width: int, wanted: list[int]) -> Columns:
    """The wanted columns below row `first`, which ends with line number `lines`. Raises Unreadable."""
    n_rows = rows_on_lines(data, delimiter, lines, width)
    if n_rows is not None:
        check_size(n_rows, len(wanted))
        frame = split_columns(data, delimiter, lines, width, wanted)
        if frame is not None and frame.height == n_rows and not longest(frame) > LONGEST_CELL:
            return Columns(number_rows(frame, first))
    return row_by_row(data, delimiter, first, width, wanted)


def rows_on_lines(data: bytes, delimiter: str, lines: int, width: int) -> int | None:
    """How many rows there are where each stands on a line of its own, with as many cells as the heading; else None."""
    if data.count(b"\r") != data.count(b"\r\n"):
        return None
    between = re.escape(delimiter)
    cell = rf'(?:"(?:[^"]|"")*"|[^{between}"]*)'
    row = rf"^\s*$|^{cell}(?:{between}{cell}){{{width - 1}}}\r?$"
    whole = pl.col("line").str.contains(row).all()
    below = pl.scan_lines(io.BytesIO(data), name="line").slice(lines)
    try:
        height, every = below.select(pl.len(), whole).collect(engine="streaming").row(0)
    except PolarsError:  # too many columns for one pattern
        return None
    return int(height) if every else None


def split_columns(data: bytes, delimiter: str, lines: int, width: int, wanted: Sequence[int]) -> pl.DataFrame | None:
    """None where Polars cannot follow the file after all."""
    try:
        return pl.read_csv(
            data,
            has_header=False,
            separator=delimiter,
            skip_lines=lines,
            schema={str(n): pl.String for n in range(width)},
            columns=list(wanted),
            empty_string_is_null=False,
        ).select(str(n) for n in wanted)
    except PolarsError:
        return None


def longest(frame: pl.DataFrame) -> int:
    """How many bytes the longest cell has."""
    return int(frame.select(pl.max_horizontal(pl.all().str.len_bytes().max())).item() or 0)


def number_rows(frame: pl.DataFrame, first: int) -> pl.DataFrame:
    return frame.with_row_index("row", first + 1).with_columns(pl.col("row").cast(pl.Int64))


def row_by_row(data: bytes, delimiter: str, first: int, width: int, wanted: list[int]) -> Columns:
    """Also where cells hold line breaks. Rows with too many or too few cells are listed by their length."""
    ragged: dict[int, list[int]] = {}
    frames, row = [], first
    for batch in batches(data, delimiter, first):
        for n, cells in enumerate(batch, row + 1):
            if len(cells) != width:
                if any(cell.strip() for cell in cells):
                    ragged.setdefault(len(cells), []).append(n)
                cells[width:] = []
                cells += [""] * (width - len(cells))
        check_size(row + len(batch) - first, len(wanted))
        frames.append(batch_frame(batch, wanted))
        row += len(batch)
    return Columns(number_rows(pl.concat(frames), first), ragged=ragged)


def batch_frame(batch: list[list[str]], wanted: list[int]) -> pl.DataFrame:
    columns = [map(itemgetter(n), batch) for n in wanted]
    return pl.DataFrame(
        {str(n): pl.Series(list(cells), dtype=pl.String) for n, cells in zip(wanted, columns, strict=True)}
    )
