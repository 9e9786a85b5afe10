"""Long files: a row for each period, with one or several figures in it."""

from dataclasses import dataclass

import polars as pl

from outturn.core.intake.cells import STATES, assemble_cells
from outturn.core.intake.met import Met, Said, number_each
from outturn.core.intake.names import Names
from outturn.core.intake.sheet import Table
from outturn.core.intake.wrong import Wrong
from outturn.core.layouts import Flag, Layout, PeriodColumns, ValueColumn
from outturn.core.units.marks import STATE_OF_WORD

DATES = ("kind_column", "label", "start", "end", "within_column")


def long_cells(table: Table, layout: Layout, names: Names, wrong: Wrong) -> list[pl.DataFrame]:
    """Every value column of these rows, with CELLS columns. Cells that hold nothing are left out."""
    stated = [holds(table, value, layout, table.exact_words(value.column)) for value in layout.values]
    words_of = find_undated(table, layout) if layout.unperioded else None
    if words_of is not None:
        stated = [states.set(words_of & (table.exact_words(value.column).str.strip_chars() == ""), None)
                  for states, value in zip(stated, layout.values, strict=True)]  # fmt: skip
    any_of = pl.select(pl.any_horizontal(states.is_not_null() for states in stated)).to_series()
    if words_of is not None:
        any_of |= words_of
    if not any_of.all():
        table = table.keep(any_of)
        stated = [states.filter(any_of) for states in stated]
        words_of = words_of.filter(any_of) if words_of is not None else None
    if not table.height:
        return []
    rows = gather_long_rows(table, layout, names, wrong)
    frames = [
        one_column(table, rows, layout, n, value, states, names.met)
        for n, (value, states) in enumerate(zip(layout.values, stated, strict=True))
    ]
    if words_of is not None:
        frames.append(read_label_words(table, rows, layout, words_of, names.met))
    return frames


@dataclass(frozen=True)
class Rows:
    """What a row says of all its figures."""

    indicator: pl.Series
    area: pl.Series | int
    measure: pl.Series
    said: pl.Series | int


def gather_long_rows(table: Table, layout: Layout, names: Names, wrong: Wrong) -> Rows:
    printed = table.words(layout.indicator)
    indicators = names.indicators(printed)
    names.tell(table.printed["row"], "indicator", printed, indicators, wrong)
    places = table.words(layout.area)
    areas = names.areas_of(places)
    names.tell(table.printed["row"], "area", places, areas, wrong)
    return Rows(indicators, areas, names.measures(indicators), number_period_words(table, layout.period, names.met))


def number_period_words(table: Table, period: PeriodColumns, met: Met) -> pl.Series | int:
    """The numbers of the words that name the period of each row."""
    columns = {name: getattr(period, name) for name in DATES if getattr(period, name)}
    usual = {"kind": period.kind, "within": period.within}
    if not columns:
        return met.said.number(Said(**usual))
    if len(columns) == 1:
        ((field, column),) = columns.items()
        field = field.removesuffix("_column")
        return number_each(table.words(column), lambda word: met.said.number(Said(**{**usual, field: word.strip()})))
    frame = pl.DataFrame({name.removesuffix("_column"): table.words(column) for name, column in columns.items()})
    distinct = frame.unique()
    numbers = [
        met.said.number(Said(**{**usual, **{name: word.strip() for name, word in row.items()}}))
        for row in distinct.iter_rows(named=True)
    ]
    told = distinct.with_columns(pl.Series("number", numbers, dtype=pl.UInt32))
    return frame.join(told, on=frame.columns, how="left", maintain_order="left")["number"]


def one_column(
    table: Table, rows: Rows, layout: Layout, spec: int, value: ValueColumn, states: pl.Series, met: Met
) -> pl.DataFrame:
    said = rows.said
    if value.period is not None:
        own = (table.words(value.period.start).str.strip_chars() != "") | (
            table.words(value.period.label).str.strip_chars() != ""
        )
        said = prefer_own_period(own, number_period_words(table, value.period, met), rows.said)
    frame = assemble_cells(
        {
            "row": table.printed["row"],
            "spec": spec,
            "column": met.columns.number(value.column),
            "role": role_of(table, value, met),
            "indicator": rows.indicator,
            "area": rows.area,
            "measure": rows.measure,
            "said": said,
            "state": states,
            "printed": table.words(value.column),
            "exact": table.exact_words(value.column),
        },
        table.height,
    )
    return frame.drop_nulls("state") if states.null_count() else frame


def prefer_own_period(own: pl.Series, special: pl.Series | int, usual: pl.Series | int) -> pl.Series:
    """The figure's own period where its cells hold any, else that of the row."""
    return pl.select(pl.when(own).then(special).otherwise(usual).cast(pl.UInt32)).to_series()


def holds(table: Table, value: ValueColumn, layout: Layout, exact: pl.Series) -> pl.Series:
    """What a flag says of the figure ("" for nothing), and null where the cell holds nothing to be read."""
    flags = [flag for flag in layout.flags if value.role in flag.roles]
    state = pl.repeat("", table.height, dtype=STATES, eager=True)
    for flag in flags:
        state = pl.select(pl.when(has_flag(table, flag)).then(pl.lit(flag.state, STATES)).otherwise(state)).to_series()
    if value.blank:
        return state
    empty = ~exact.str.contains(r"\S") & (state == "")
    return state.set(empty, None) if empty.any() else state


def role_of(table: Table, value: ValueColumn, met: Met) -> pl.Series | int:
    """The role, or what another column's word before any bracket makes of it."""
    usual = met.roles.number(value.role)
    if not value.role_column:
        return usual
    roles = {word: met.roles.number(role) for word, role in value.roles.items()}
    return number_each(table.words(value.role_column), lambda word: roles.get(word.partition("(")[0].strip(), usual))


def has_flag(table: Table, flag: Flag) -> pl.Series:
    return table.words(flag.column).str.strip_chars().str.to_lowercase() == flag.says.casefold()


def find_undated(table: Table, layout: Layout) -> pl.Series:
    """Rows without dates whose label is a mark (`TBC`), or whose kind of period says there is none."""
    period = layout.period
    mark = table.words(period.label).str.strip_chars().str.to_lowercase().is_in(list(STATE_OF_WORD))
    kinds = table.words(period.kind_column).str.strip_chars() if period.kind_column else pl.Series([period.kind])
    return (table.words(period.start).str.strip_chars() == "") & (mark | (kinds == "none"))


def read_label_words(table: Table, rows: Rows, layout: Layout, words_of: pl.Series, met: Met) -> pl.DataFrame:
    """What stands in the period's place is what the row says of the reporting period."""
    labels = table.words(layout.period.label)
    frame = assemble_cells(
        {
            "row": table.printed["row"],
            "spec": 0,
            "column": met.columns.number(layout.period.label),
            "role": met.roles.number(layout.unperioded),
            "indicator": rows.indicator,
            "area": rows.area,
            "measure": rows.measure,
            "said": met.said.number(Said(label=layout.reporting)),
            "state": "",
            "printed": labels,
            "exact": labels,
        },
        table.height,
    )
    return frame.filter(words_of & (labels.str.strip_chars() != ""))
