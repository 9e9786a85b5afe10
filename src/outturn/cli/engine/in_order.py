"""The quick way to a row per series, for a file in perfect order: series rise through it, and dates in each.

The names are read alone and made into stretches while the processor still holds them; what is kept of them is one name
and one length per series. The rest is then cut by row. Anything else than perfect order is left to the careful way.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from outturn.cli.engine.files import PIECE, progress
from outturn.core.statistics.spc.ends import Ends, series_ends
from outturn.core.statistics.spc.input import Ordered, disorder, join_chunks
from outturn.core.statistics.spc.rulesets import RuleSet


def ends_in_order(table: pl.LazyFrame, options: pl.DataFrame | None, rules: RuleSet) -> list[Ends]:
    """The ends of every series of the table (series, date, value, perhaps target); none where this is not the way."""
    stretches = rising_stretches(table) if needs_no_check(table.collect_schema()) else None
    if stretches is None:
        return []
    ends, done = [], 0
    for piece in cut_at_series(numbers_only(table), *stretches):
        if not faultless(piece):
            return []
        ends.append(series_ends(piece, options, rules))
        done += piece.frame.height
        progress(done, "points")
    progress(done, "points", last=True)
    return ends


def needs_no_check(schema: pl.Schema) -> bool:
    """Whether the columns are numbers and dates already, so that no cell can be wrong."""
    date = schema["date"]
    plain = date == pl.Date or (isinstance(date, pl.Datetime) and date.time_zone is None)
    return plain and all(schema[name].is_float() or schema[name].is_integer() for name in amounts(schema))


def faultless(piece: Ordered) -> bool:
    """Whether every row has a date later than the one before in its series, and no number is infinite."""
    from outturn.core.statistics.spc.kernel import any_infinite

    numbers = [piece.values, *([join_chunks(piece.frame["target"])] if "target" in piece.frame.columns else [])]
    infinite = any(any_infinite(column) for column in numbers)
    return not (infinite or piece.frame["date"].null_count() or any(disorder(piece)))


def amounts(schema: pl.Schema) -> list[str]:
    """The columns of numbers that are there."""
    return [name for name in ("value", "target") if name in schema]


def rising_stretches(table: pl.LazyFrame) -> tuple[pl.Series, np.ndarray] | None:
    """Each series of the file, and how many rows it has; None when one is missing or they do not rise."""
    names: list[pl.Series] = []
    lengths: list[np.ndarray] = []
    stretches = table.select(pl.col("series").rle()).unnest("series")
    for part in stretches.collect_batches(chunk_size=PIECE, maintain_order=True):
        name = part["value"]
        if blank(name) or not name.is_sorted() or (names and len(name) and name[0] <= names[-1][-1]):
            return None
        if len(name):
            names.append(name)
            lengths.append(part["len"].to_numpy())
    return (pl.concat(names, rechunk=True), np.concatenate(lengths)) if names else None


def blank(name: pl.Series) -> bool:
    """Whether a series has no name."""
    return bool(name.null_count() or (name.dtype == pl.String and (name.str.strip_chars() == "").any()))


def numbers_only(table: pl.LazyFrame) -> Iterator[pl.DataFrame]:
    """Dates and numbers a piece at a time, NaN where one is missing."""
    columns = [pl.col(name).cast(pl.Float64).fill_null(np.nan) for name in amounts(table.collect_schema())]
    return table.select("date", *columns).collect_batches(chunk_size=PIECE, maintain_order=True)


def cut_at_series(pieces: Iterator[pl.DataFrame], names: pl.Series, lengths: np.ndarray) -> Iterator[Ordered]:
    """The pieces cut where a series ends; the rows of one that goes on are kept for the next."""
    ends = np.cumsum(lengths, dtype=np.int64)
    kept: list[pl.DataFrame] = []
    first, done, seen = 0, 0, 0
    for piece in pieces:
        kept.append(piece)
        seen += piece.height
        last = int(np.searchsorted(ends, seen, side="right"))
        if last == first:
            continue
        rows, end = pl.concat(kept), int(ends[last - 1])
        starts = np.concatenate([[0], ends[first:last] - done])
        yield Ordered(rows[: end - done], names[first:last], starts)
        kept, first, done = [rows[end - done :]], last, end
