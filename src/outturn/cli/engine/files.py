"""Tables in and out of the batch commands: CSV and Parquet, by extension, in pieces when they are large."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl
import typer

from outturn.cli.engine.unreadable import Unreadable, why_unreadable
from outturn.core.statistics.table.problems import Problem

PIECE = 1_000_000
"""Rows read at a time."""


class WrongUse(Exception):
    """The command was called in a way that cannot work; the text says what to do."""


def table_format(path: Path) -> str:
    """csv or parquet. Raises WrongUse for any other extension."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in ("csv", "parquet"):
        raise WrongUse(f"{path.name}: the extension must be .csv or .parquet.")
    return kind


def scan_table(path: Path) -> pl.LazyFrame:
    """A table, not yet read; every column of a CSV is text, so that what is wrong in it can be named by row."""
    check_name(path)
    if not path.is_file():
        raise WrongUse(f"There is no file {path}.")
    if not os.access(path, os.R_OK):
        raise WrongUse(f"You may not read {path}. Ask its owner, or name a copy that you may read.")
    if table_format(path) == "parquet":
        return pl.scan_parquet(path)
    return pl.scan_csv(path, infer_schema=False, try_parse_dates=False)


def read_table(path: Path) -> pl.DataFrame:
    """The whole table. Raises Unreadable that says why."""
    try:
        return scan_table(path).collect()
    except pl.exceptions.PolarsError as broken:
        raise Unreadable(why_unreadable(path, broken)) from None


def header_rows(path: Path) -> int:
    """How many lines of the file stand before its first row of data."""
    return 1 if table_format(path) == "csv" else 0


def check_outputs(*paths: Path | None, sources: Iterable[Path | None] = ()) -> None:
    """Raise WrongUse now rather than after the work, when an output cannot be written or would replace a source."""
    wanted = [path for path in paths if path is not None]
    for path in wanted:
        check_name(path)
        table_format(path)
        if not path.parent.is_dir():
            raise WrongUse(f"There is no folder {path.parent}.")
        if path.is_dir():
            raise WrongUse(f"{path} is a folder. Name the file to write.")
        if path.resolve() in {source.resolve() for source in sources if source is not None}:
            raise WrongUse(f"{path} is read here. Name another file to write.")
        if not os.access(path.parent, os.W_OK):
            raise WrongUse(f"You may not write into the folder {path.parent}. Choose another.")
    if len({path.resolve() for path in wanted}) < len(wanted):
        raise WrongUse(f"Points and series cannot both go to {wanted[0]}. Give each a file of its own.")


def check_name(path: Path) -> None:
    """Raise WrongUse when Python and Polars would understand the bytes of this name differently."""
    if sys.getfilesystemencoding() != "utf-8" and not str(path).isascii():
        raise WrongUse(f"The name {path} has letters that this terminal's language cannot spell. Set PYTHONUTF8=1.")


def write_whole_table(frame: pl.DataFrame, path: Path) -> None:
    """Write a whole table: a row per series or group, small beside what it was made from.

    Compressed lightly: to press it harder and to note the range of each column took as long as to judge the points.
    """
    with replace_when_complete(path) as place:
        if table_format(path) == "parquet":
            frame.write_parquet(place, compression="snappy", statistics=False)
        else:
            frame.write_csv(place)


def write_pieces(
    pieces: Iterable[pl.DataFrame], schema: pl.Schema, path: Path, keep: Callable[[], bool] = lambda: True
) -> None:
    """Write a table that comes in pieces; when it is complete it is kept if `keep` agrees."""
    from polars.io.plugins import register_io_source

    def source(columns: list[str] | None, *_: object) -> Iterator[pl.DataFrame]:
        for piece in pieces:
            yield piece.select(columns) if columns else piece

    table = register_io_source(source, schema=schema)
    with replace_when_complete(path, keep) as place:
        if table_format(path) == "parquet":
            table.sink_parquet(place, compression="zstd", compression_level=1)
        else:
            table.sink_csv(place)


@contextmanager
def replace_when_complete(path: Path, keep: Callable[[], bool] = lambda: True) -> Iterator[Path]:
    """Where to write: the file appears under its own name only when it is complete, and `keep` agrees."""
    place = path.with_name(f".{path.name}.unfinished")
    try:
        yield place
        if keep():
            place.replace(path)
    finally:
        place.unlink(missing_ok=True)


def tell_problems(problems: list[Problem], path: Path | str) -> typer.Exit:
    """All problems, the row counted as in the file; then exit code 1."""
    above = 0 if all(problem.row is None for problem in problems) else header_rows(Path(path))
    typer.echo(f"{len(problems):,} problem{'s' if len(problems) > 1 else ''} in {path}; nothing was written:", err=True)
    for problem in problems:
        typer.echo(f"  - {problem.sentence(above)}", err=True)
    return typer.Exit(1)


def progress(done: int, what: str, last: bool = False) -> None:
    """`12,000,000 points` on one line of a terminal; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done:,} {what}" + ("\n" if last else ""))
        sys.stderr.flush()
