"""Where one area stands among its peers, indicator by indicator."""

from dataclasses import replace
from typing import Any

import polars as pl

from outturn.core.report.charted.measure import Drawn, Measure, add_direction
from outturn.core.report.document import Cell, Column, ColumnKind, Row, Table, anchor_of
from outturn.core.report.pictures import RankStrip
from outturn.core.report.wording import lower_first, spell
from outturn.core.statistics.peers.ranks import PEERS, rank
from outturn.core.statistics.table.columns import numbers
from outturn.core.statistics.table.problems import BadInput, Problem


def place(row: dict[str, Any]) -> str:
    """`3 of 42`, or `=3 of 42` where others share the rank."""
    return f"{'=' if row['shared'] else ''}{row['rank']} of {row['of']}"


def draw_standing(frame: pl.DataFrame, measure: Measure, area: str) -> Drawn:
    """Where `area` stands on every indicator of its latest period. `frame`: as `rank` takes it. Raises BadInput."""
    ranked = rank(add_direction(frame, measure))
    shared = pl.col("rank").is_not_null() & (pl.len().over(*PEERS, "rank") > 1)
    # `rank` has refused what is no number
    ranked = ranked.with_columns(value=numbers(frame, "value", []), shared=shared)
    own = ranked.filter(pl.col("area").cast(pl.String) == area)
    if own.is_empty():
        areas = ", ".join(ranked["area"].cast(pl.String).drop_nulls().unique(maintain_order=True).head(10))
        raise BadInput([Problem(f"there is no area '{area}'. Areas found: {areas}.", None, "area")])
    latest = own.sort("period", maintain_order=True).unique("indicator", keep="last", maintain_order=True)
    placed = latest.drop_nulls("rank").sort("indicator", maintain_order=True)
    rows = tuple((str(r["indicator"]), r["rank"], r["of"], place(r)) for r in placed.iter_rows(named=True))
    last = sum(4 * position > 3 * of for _, position, of, _ in rows)
    title = f"{spell(last)} of {len(rows)} in the last quarter" if rows else "No ranks can be given"
    words = [f"{label}: {text}." for label, _, _, text in rows]
    strip = RankStrip(anchor_of("ranks", area), f"{area}: {lower_first(title)}", " ".join([f"{title}.", *words]), rows)
    columns = (
        Column("name", "Indicator", width=30),
        Column("period", "Period", width=12),
        Column("value", "Value", ColumnKind.NUMBER, 10),
        Column("rank", "Rank", width=10),
    )
    fine = replace(measure, decimals=measure.decimals or 1)
    lines = [
        Row((Cell(str(r["indicator"])), Cell(str(r["period"])), fine.cell(r["value"]), Cell(place(r))))
        for r in placed.iter_rows(named=True)
    ]
    note = "= marks a rank that is shared: ties have the better one. Only areas that report are counted."
    empty = "No ranks can be given."
    return Drawn(
        area, strip, (), Table(anchor_of("numbers", area), "Ranks", columns, tuple(lines), note=note, empty=empty)
    )
