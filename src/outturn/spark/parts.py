"""A kernel of core.statistics over a table of any size: whole groups together, in order, a piece at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import cast

import polars as pl
import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
from pyspark.sql.types import StructType

from outturn.core.statistics.table.problems import BadInput, Problem
from outturn.spark.tables import ORDER

Kernel = Callable[[pl.DataFrame], pl.DataFrame]

PIECE = 250_000
"""Rows that a kernel gets at a time, when no group is larger."""

TEXT = "problem"
ZONE = "UTC"


def gather_rows(table: DataFrame, keys: Sequence[str], by_range: bool = False) -> DataFrame:
    """The rows with equal `keys` side by side on one machine, in the order of the files (`read_spark_table`).

    A table without that order is put in the order of all its columns. `by_range`: keys rise from part to part too, so
    that the files of the result are in order; needs one more look at the keys.
    """
    if not keys:
        return table.drop(*ORDER)
    order = ORDER if set(ORDER) <= set(table.columns) else [name for name in table.columns if name not in keys]
    parts = int(str(table.sparkSession.conf.get("spark.sql.shuffle.partitions")))
    cut = table.repartitionByRange(parts, *keys) if by_range else table.repartition(*keys)
    return cut.sortWithinPartitions(*keys, *order).drop(*ORDER)


def apply_kernel(table: DataFrame, keys: Sequence[str], kernel: Kernel) -> DataFrame:
    """`kernel` over a table that `gather_rows` laid out. A problem in the data stops the work: see `problems`."""
    shape, columns = shape_of(table, kernel)

    def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for piece in whole_groups(frames(batches), keys):
            yield from kernel(piece).to_arrow().cast(columns).to_batches()

    return table.mapInArrow(work, shape)


def apply_to_whole(table: DataFrame, kernel: Kernel) -> DataFrame:
    """`kernel` over the whole table at once, on one machine: for tables of a row per area."""
    shape, columns = shape_of(table, kernel)

    def work(whole: pa.Table) -> pa.Table:
        return kernel(frame(whole)).to_arrow().cast(columns)

    return table.groupBy().applyInArrow(work, shape)


def shape_of(table: DataFrame, kernel: Kernel) -> tuple[StructType, pa.Schema]:
    """The columns that the kernel makes of this table, for Spark and for Arrow."""
    shape = from_arrow_schema(kernel(empty(table)).to_arrow().schema)
    return shape, to_arrow_schema(shape, timezone=ZONE)


def find_problems(
    table: DataFrame, keys: Sequence[str], kernel: Kernel, names: Sequence[str] = (), most: int = 1000
) -> list[Problem]:
    """Everything that the kernel refuses in the whole table. Rows of a cluster have no number: `names` tell which."""

    def look(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for piece in whole_groups(frames(batches), keys):
            try:
                kernel(piece)
            except BadInput as bad:
                told = [name_problem(problem, piece, names or keys) for problem in bad.problems[:most]]
                yield pa.RecordBatch.from_pydict({TEXT: told})

    texts = table.mapInArrow(look, f"{TEXT} string").distinct().orderBy(TEXT).limit(most).collect()
    return [Problem(row[TEXT]) for row in texts]


def name_problem(problem: Problem, piece: pl.DataFrame, names: Sequence[str]) -> str:
    """`series 'a', date '2024-13-01', column 'date': ...`"""
    places = []
    if problem.row is not None:
        row = piece.row(problem.row - 1, named=True)
        places = [f"{name} '{row[name]}'" for name in names or piece.columns[:1]]
    if problem.column is not None:
        places.append(f"column '{problem.column}'")
    return f"{', '.join(places)}: {problem.text}" if places else problem.text


def empty(table: DataFrame) -> pl.DataFrame:
    """A table of the same columns without rows: what the kernel makes of it has the columns of the result."""
    return frame(to_arrow_schema(table.schema, timezone=ZONE).empty_table())


def frames(batches: Iterable[pa.RecordBatch]) -> Iterator[pl.DataFrame]:
    """What Spark hands over, as Polars frames."""
    return (frame(batch) for batch in batches if batch.num_rows)


def frame(given: pa.Table | pa.RecordBatch) -> pl.DataFrame:
    """An Arrow table as a Polars one."""
    return cast(pl.DataFrame, pl.from_arrow(given))


def whole_groups(pieces: Iterable[pl.DataFrame], keys: Sequence[str]) -> Iterator[pl.DataFrame]:
    """Larger pieces that never cut a group; without keys every row is a group of its own."""
    kept: list[pl.DataFrame] = []
    size = 0
    for piece in pieces:
        cut = last_group(piece, keys)
        if cut and size + cut >= PIECE:
            yield pl.concat([*kept, piece[:cut]])
            kept, size = [piece[cut:]], piece.height - cut
        else:
            kept.append(piece)
            size += piece.height
    if size:
        yield pl.concat(kept)


def last_group(piece: pl.DataFrame, keys: Sequence[str]) -> int:
    """The row at which the last group of the piece begins."""
    if not keys:
        return piece.height
    others = [pl.col(key).ne_missing(pl.col(key).last()) for key in keys]
    rows = piece.select(pl.any_horizontal(others)).to_series().arg_true()
    return int(rows[-1]) + 1 if len(rows) else 0
