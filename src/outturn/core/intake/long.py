"""Long files: a row for each period, with one or several figures in it."""

from collections.abc import Mapping

import polars as pl

from outturn.core.intake.cells import CELLS
from outturn.core.intake.sheet import Table
from outturn.core.layouts import Flag, Layout, PeriodColumns, ValueColumn
from outturn.core.units.marks import STATE_OF_WORD


def long_cells(table: Table, layout: Layout) -> pl.DataFrame:
    """Every value column of every row, with CELLS columns; empty cells included."""
    stated = [one_column(table, layout, n, value) for n, value in enumerate(layout.values)]
    if layout.unperioded:
        stated = [*(cells.filter(~is_unperioded()) for cells in stated), said_instead(stated, layout)]
    return pl.concat(stated)


def one_column(table: Table, layout: Layout, spec: int, value: ValueColumn) -> pl.DataFrame:
    exact = table.exact.rename({name: f"exact_{name}" for name in table.exact.columns if name != "row"})
    both = table.printed.join(exact, on="row", how="left", maintain_order="left")
    return both.select(
        "row",
        pl.lit(value.column).alias("column"),
        pl.col(table.column(value.column)).alias("printed"),
        pl.col(f"exact_{table.column(value.column)}").alias("exact"),
        role_of(table, value).alias("role"),
        pl.lit(spec, pl.Int64).alias("spec"),
        cell(table, layout.indicator).alias("indicator"),
        cell(table, layout.area).alias("area"),
        *period_words(table, layout.period, value.period),
        flagged(table, layout.flags, value.role).alias("state"),
    ).cast(dict(CELLS))  # type: ignore[arg-type]


def cell(table: Table, name: str) -> pl.Expr:
    return pl.col(table.column(name)).str.strip_chars() if name else pl.lit("")


def role_of(table: Table, value: ValueColumn) -> pl.Expr:
    """The role, or what another column's word before any bracket makes of it."""
    if not value.role_column:
        return pl.lit(value.role)
    word = cell(table, value.role_column).str.split("(").list.first().str.strip_chars()
    return word.replace_strict(dict(value.roles), default=value.role, return_dtype=pl.String)


def period_words(table: Table, rows: PeriodColumns, own: PeriodColumns | None) -> list[pl.Expr]:
    """The words that name the period: the figure's own where its cells hold any, else those of the row."""
    names = ("kind", "label", "start", "end", "within")
    usual = words_of(table, rows)
    if own is None:
        return [usual[name].alias(name) for name in names]
    special = words_of(table, own)
    has_own = (special["start"] != "") | (special["label"] != "")
    return [pl.when(has_own).then(special[name]).otherwise(usual[name]).alias(name) for name in names]


def words_of(table: Table, period: PeriodColumns) -> Mapping[str, pl.Expr]:
    return {
        "kind": cell(table, period.kind_column) if period.kind_column else pl.lit(period.kind),
        "label": cell(table, period.label),
        "start": cell(table, period.start),
        "end": cell(table, period.end),
        "within": cell(table, period.within_column) if period.within_column else pl.lit(period.within),
    }


def flagged(table: Table, flags: tuple[Flag, ...], role: str) -> pl.Expr:
    state = pl.lit("")
    for flag in flags:
        if role in flag.roles:
            state = pl.when(says(table, flag)).then(pl.lit(flag.state)).otherwise(state)
    return state


def says(table: Table, flag: Flag) -> pl.Expr:
    return cell(table, flag.column).str.to_lowercase() == flag.says.casefold()


def is_unperioded() -> pl.Expr:
    """No dates, and the label is a mark (`TBC`), or the kind of period says there is none."""
    mark = pl.col("label").str.to_lowercase().is_in(list(STATE_OF_WORD))
    return (pl.col("start") == "") & (pl.col("exact").str.strip_chars() == "") & (mark | (pl.col("kind") == "none"))


def said_instead(stated: list[pl.DataFrame], layout: Layout) -> pl.DataFrame:
    """What stands in the period's place is what the row says of the reporting period."""
    rows = pl.concat(stated).filter(is_unperioded()).unique("row", keep="first", maintain_order=True)
    return rows.with_columns(
        column=pl.lit(layout.period.label),
        printed="label",
        exact="label",
        role=pl.lit(layout.unperioded),
        kind=pl.lit(""),
        label=pl.lit(layout.reporting),
        within=pl.lit(""),
    )
