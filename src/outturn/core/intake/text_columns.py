"""The columns of a text file that a layout names: read by Polars where every line is a whole row, else row by row."""

import io
from collections.abc import Sequence
from operator import itemgetter

import polars as pl
from polars.exceptions import PolarsError

from outturn.core.intake.limits import LONGEST_CELL, check_size
from outturn.core.intake.records import batches
from outturn.core.intake.sheet import Columns

QUOTED = r'"(?:[^"]|"")*"'
STAND_IN = "\x02"


def read_columns(data: bytes, delimiter: str, first: int, lines: int, width: int, wanted: list[int]) -> Columns:
    """The wanted columns below row `first`, which ends with line number `lines`. Raises Unreadable."""
    n_rows = rows_on_lines(data, delimiter, lines, width)
    if n_rows is not None:
        check_size(n_rows, len(wanted))
        frame = split(data, delimiter, lines, width, wanted)
        if frame is not None and frame.height == n_rows:
            return Columns(numbered(frame, first))
    return row_by_row(data, delimiter, first, width, wanted)


def rows_on_lines(data: bytes, delimiter: str, lines: int, width: int) -> int | None:
    """How many rows there are where each stands on a line of its own, with as many cells as the heading; else None."""
    if data.count(b"\r") != data.count(b"\r\n") or STAND_IN.encode() in data:
        return None
    line = pl.col("line")
    bare = line
    whole = line.str.len_bytes() <= LONGEST_CELL
    if b'"' in data:
        bare = line.str.strip_chars_end("\r").str.replace_all(QUOTED, STAND_IN)
        edge = rf"[^{delimiter}]{STAND_IN}|{STAND_IN}[^{delimiter}]"
        whole &= ~bare.str.contains('"', literal=True) & ~bare.str.contains(edge)
    whole &= bare.str.count_matches(delimiter, literal=True) == width - 1
    below = pl.scan_lines(io.BytesIO(data), name="line").slice(lines)
    told = below.select(pl.len().alias("height"), (whole | (line.str.strip_chars() == "")).all().alias("every"))
    height, every = told.collect(engine="streaming").row(0)
    return int(height) if every else None


def split(data: bytes, delimiter: str, lines: int, width: int, wanted: Sequence[int]) -> pl.DataFrame | None:
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


def numbered(frame: pl.DataFrame, first: int) -> pl.DataFrame:
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
    return Columns(numbered(pl.concat(frames), first), ragged=ragged)


def batch_frame(batch: list[list[str]], wanted: list[int]) -> pl.DataFrame:
    columns = [map(itemgetter(n), batch) for n in wanted]
    return pl.DataFrame(
        {str(n): pl.Series(list(cells), dtype=pl.String) for n, cells in zip(wanted, columns, strict=True)}
    )
