"""SPC of a file of any size: whole series at a time, in order, with every problem of the file collected."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import typer

from outturn.cli.engine.files import PIECE, progress, read_table, scan_table, tell_problems
from outturn.cli.engine.in_order import ends_in_order
from outturn.core.statistics.spc.options import OPTION_COLUMNS, read_options
from outturn.core.statistics.spc.rulesets import RuleSet
from outturn.core.statistics.table.columns import dates, refuse_twins, require
from outturn.core.statistics.table.moments import in_zone
from outturn.core.statistics.table.problems import BadInput, Problem

if TYPE_CHECKING:
    from outturn.core.statistics.spc.ends import Ends

MANY_PROBLEMS = 1000
"""After so many the rest of the file is not read."""
MIXED = "some of these have a time of day and others none. Write all of them in one form."
SHOWN = 5
"""So many names are told on one line."""
ROW = "row in the file"
Rows = range | pl.Series
"""The number in the file, from 0, of each row of a piece."""
Piece = tuple[pl.DataFrame, Rows]


@dataclass
class Work:
    """What is asked for (options as `read_options` checked them), and what is found on the way."""

    options: pl.DataFrame | None
    rules: RuleSet
    zone: str | None = None
    ends: list["Ends"] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def summary(self) -> pl.DataFrame:
        """One row per series. Made once, from what is kept of every piece: a table costs more than its rows."""
        from outturn.core.statistics.spc.ends import join_ends
        from outturn.core.statistics.spc.series import series_frame

        return series_frame(join_ends(self.ends), self.rules)


def chart_by_piece(path: Path, work: Work, with_points: bool) -> Iterator[pl.DataFrame]:
    """Points of the file in the order of series and date, a piece at a time; ends and problems go into `work`.

    Without points nothing is yielded. A file in order is streamed; any other is first sorted into smaller ones.
    """
    from outturn.core.statistics.spc.ends import chart_ends, series_ends
    from outturn.core.statistics.spc.input import check_and_sort
    from outturn.core.statistics.spc.points import charts, points_frame

    table = scan_series(path, work.zone)
    if not with_points:
        ends = ends_in_order(table, work.options, work.rules)
        if ends:
            work.ends += ends
            return
    done, kind = 0, None
    with cut_in_order(table) as pieces:
        for piece, rows in pieces:
            try:
                result = charts(piece, work.options, work.rules) if with_points else None
                work.ends.append(
                    chart_ends(result) if result else series_ends(check_and_sort(piece), work.options, work.rules)
                )
            except BadInput as bad:
                work.problems += [in_file(problem, rows) for problem in bad.problems]
                if len(work.problems) >= MANY_PROBLEMS or any(p.row is None for p in bad.problems):
                    return
                continue
            done += piece.height
            progress(done, "points")
            if result and not work.problems:
                points = points_frame(result)
                kind = kind or points.schema["date"]
                if points.schema["date"] != kind:
                    work.problems.append(Problem(MIXED, None, "date"))
                    return
                yield points
    progress(done, "points", last=True)


def in_file(problem: Problem, rows: Rows) -> Problem:
    """The same problem, its row counted in the file instead of in the piece."""
    return problem if problem.row is None else replace(problem, row=int(rows[problem.row - 1]) + 1)


def scan_series(path: Path, zone: str | None = None) -> pl.LazyFrame:
    """The columns that count, instants by the clock of `zone`. Raises BadInput for those that are missing."""
    table = scan_table(path)
    empty = table.head(0).collect()
    require(empty, ["series", "date", "value"])
    wanted = [name for name in ("series", "date", "value", "target") if name in empty.columns]
    refuse_twins(empty.columns, wanted)
    kept = table.select(wanted).with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))
    return settle_times(kept, zone)


def settle_times(table: pl.LazyFrame, zone: str | None) -> pl.LazyFrame:
    """Dates with times are looked at as a whole: all of them tell what they are. Plain dates are read by the piece."""
    kind = table.collect_schema()["date"]
    if isinstance(kind, pl.Datetime) and kind.time_zone:
        local = pl.col("date").dt.convert_time_zone(zone or kind.time_zone)
        days = in_zone(table.select("date").collect(), zone)["date"].dtype == pl.Datetime(kind.time_unit)
        return table.with_columns(local.dt.replace_time_zone(None) if days else local)
    if kind != pl.String or not has_times(table):
        return table
    whole = in_zone(table.collect(), zone)
    problems: list[Problem] = []
    read_all = dates(whole, "date", problems)
    return (whole if problems else whole.with_columns(read_all)).lazy()


def has_times(table: pl.LazyFrame) -> bool:
    """Whether the first date of a file of text is longer than a day is."""
    first = table.select(pl.col("date").drop_nulls().head(1)).collect()["date"]
    return len(first) > 0 and len(first[0].strip()) > len("2025-04-01")


@contextmanager
def cut_in_order(table: pl.LazyFrame) -> Iterator[Iterator[Piece]]:
    """Pieces of whole series, the series rising from piece to piece, each with the numbers of its rows in the file."""
    if names_rise(table.select("series")):
        yield stream_pieces(table)
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield sort_into_parts(table.with_row_index(ROW), Path(folder))


def stream_pieces(table: pl.LazyFrame) -> Iterator[Piece]:
    """The file as it stands, cut where a series ends."""
    return keep_series_whole(table.collect_batches(chunk_size=PIECE, maintain_order=True), table.head(0).collect())


def names_rise(names: pl.LazyFrame) -> bool:
    """Whether equal series stand together and rise through the file."""
    last = None
    for piece in names.collect_batches(chunk_size=PIECE, maintain_order=True):
        column = piece.to_series()
        if column.null_count() or not column.is_sorted() or (last is not None and len(column) and column[0] < last):
            return False
        last = column[-1] if len(column) else last
    return True


def keep_series_whole(pieces: Iterator[pl.DataFrame], empty: pl.DataFrame) -> Iterator[Piece]:
    """A series that goes on in the next piece is kept until its end and becomes a piece of its own.

    The rest is copied into one part: parts as they were read hold on to half as much memory again. An empty table is
    one empty piece.
    """
    kept, done = [empty], 0
    for piece in pieces:
        if piece.is_empty():
            continue
        names = piece["series"]
        goes_on = kept[-1].height > 0 and names[0] == kept[-1]["series"][-1]
        begin = int(names.search_sorted(names[0], side="right")) if goes_on else 0
        kept.append(piece[:begin])
        if begin == piece.height:
            continue
        end = max(begin, int(names.search_sorted(names[-1], side="left")))
        for whole in (pl.concat(kept, rechunk=True), piece[begin:end].rechunk()):
            if whole.height:
                yield whole, range(done, done + whole.height)
                done += whole.height
        kept = [piece[end:]]
    whole = pl.concat(kept, rechunk=True)
    yield whole, range(done, done + whole.height)


def sort_into_parts(table: pl.LazyFrame, folder: Path) -> Iterator[Piece]:
    """One pass writes the rows into parts by ranges of series; each part then fits into memory."""
    counts = table.group_by("series").len().collect(engine="streaming").sort("series", nulls_last=True)
    parts = counts.select("series", part=(pl.col("len").cum_sum() - pl.col("len")) // PIECE)
    number = parts["part"].n_unique()
    if number <= 4:
        whole = table.collect().join(parts, on="series", how="left", nulls_equal=True)
        for part in parts["part"].unique().sort():
            piece = whole.filter(part=part)
            yield piece.drop("part", ROW), piece[ROW]
        return
    split = table.join(parts.lazy(), on="series", how="left", nulls_equal=True)
    split.sink_parquet(pl.PartitionBy(folder, key="part", include_key=False), mkdir=True, compression="lz4")
    for part in parts["part"].unique().sort():
        piece = pl.read_parquet(sorted((folder / f"part={part}").glob("*.parquet")), hive_partitioning=False)
        yield piece.drop(ROW), piece[ROW]


def load_options(path: Path | None, rules: RuleSet) -> pl.DataFrame | None:
    """The options file, checked; empty cells take the defaults of the rule set. Problems end the command."""
    if path is None:
        return None
    try:
        table = read_table(path)
        checked = read_options(table, rules)
    except BadInput as bad:
        raise tell_problems(bad.problems, path) from None
    remark("columns", [name for name in table.columns if name not in OPTION_COLUMNS], f"{path} are not known")
    return checked


def remark(what: str, names: list[str], why: str) -> None:
    """Say on the terminal what was given and had no effect: a misspelt name would otherwise go unseen."""
    if names:
        more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
        typer.echo(f"Not used, since these {what} of {why}: {', '.join(names[:SHOWN])}{more}.", err=True)


def remark_on_spaces(names: pl.Series) -> None:
    """Say which names have a space before or after them: they look like others, and are not added to those."""
    if names.dtype == pl.String and (names.str.starts_with(" ") | names.str.ends_with(" ")).any():
        padded = names.filter(names != names.str.strip_chars()).unique(maintain_order=True)
        told = ", ".join(f"'{name}'" for name in padded.head(SHOWN))
        more = f" and {len(padded) - SHOWN:,} more" if len(padded) > SHOWN else ""
        typer.echo(f"A space before or after a name makes it a different name: {told}{more}.", err=True)


def remark_on_strangers(work: Work, options: Path | None, source: Path) -> None:
    """Say which series of the options file are not in the input."""
    if work.options is not None and work.ends:
        known = pl.concat([ends.names.cast(pl.String) for ends in work.ends])
        remark_on_unknown(work.options["series"], known, options, source)


def remark_on_unknown(asked: pl.Series, known: pl.Series, options: Path | None, source: Path) -> None:
    """Say which of the series that are asked about are not known."""
    asked = asked.cast(pl.String).drop_nulls()
    remark("series", asked.filter(~asked.is_in(known.implode())).to_list(), f"{options} are not in {source}")
