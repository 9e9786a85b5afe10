"""Wide files: a row for each indicator, periods across, under one heading row or several."""

from dataclasses import dataclass, replace

import polars as pl

from outturn.core.intake.cells import assemble_cells
from outturn.core.intake.heading import names_period
from outturn.core.intake.long import holds
from outturn.core.intake.met import Met, Said, number_each
from outturn.core.intake.names import Names
from outturn.core.intake.result import Problem
from outturn.core.intake.sheet import Table
from outturn.core.intake.words import square_text
from outturn.core.intake.wrong import Wrong
from outturn.core.layouts import Layout, ValueColumn

USUAL = ValueColumn("", "actual")


@dataclass(frozen=True)
class Dated:
    """A column with figures of one period: its place, the label, the year it stands in, and its role ("" for that of
    the row)."""

    place: int
    label: str
    within: str
    role: str


def find_dated_columns(table: Table, layout: Layout) -> tuple[list[Dated], tuple[Problem, ...]]:
    """The columns of figures, and columns that are neither dated nor known."""
    known = {square_text(name) for name in (*layout.list_needed_columns(), *layout.optional, *layout.ignore)}
    columns, problems = [], []
    for n, texts in enumerate(table.headings):
        if str(n) not in table.printed.columns or square_text(table.names[n]) in known or not has_figures(table, n):
            continue
        period_role = period_and_role(texts, layout)
        if period_role is None:
            problems.append(stray_column(table, n))
        else:
            columns.append(Dated(n, *period_role))
    return columns, tuple(problems)


def has_figures(table: Table, n: int) -> bool:
    return bool((table.printed[str(n)].str.strip_chars() != "").any())


def period_and_role(texts: tuple[str, ...], layout: Layout) -> tuple[str, str, str] | None:
    """(label, year it stands in, role) of a column, from its heading texts: `2024/25` over `Apr` over `Plan`."""
    roles = {square_text(word): role for word, role in layout.roles.items()}
    role = next((roles[square_text(text)] for text in texts if square_text(text) in roles), "")
    labels = [text for text in texts if square_text(text) not in roles and names_period(text)]
    if not labels:
        return None
    within = next((text for text in labels[:-1] if text != labels[-1]), layout.period.within)
    return labels[-1], within, role


def fill_names_down(table: Table, layout: Layout) -> Table:
    """The naming columns that are merged over several rows say their text in each of them."""
    columns = [
        str(n)
        for n, name in enumerate(table.names)
        if name and square_text(name) in set(map(square_text, layout.fill_down))
    ]
    empty = pl.col(columns).str.strip_chars() == ""
    filled = pl.when(empty).then(None).otherwise(pl.col(columns)).forward_fill().fill_null("")
    return replace(table, printed=table.printed.with_columns(filled.name.keep())) if columns else table


def wide_cells(table: Table, layout: Layout, columns: list[Dated], names: Names, wrong: Wrong) -> list[pl.DataFrame]:
    """Every dated column of these rows, with CELLS columns. Cells that hold nothing are left out."""
    usual = layout.values[0] if layout.values else USUAL
    stored = [table.exact[str(column.place)] for column in columns]
    states = [holds(table, usual, layout, exact) for exact in stored]
    if not states:
        return []
    printed = table.words(layout.indicator)
    indicators = names.indicators(printed)
    places = table.words(layout.area)
    areas = names.areas_of(places)
    measures = names.measures(indicators)
    any_of = pl.select(pl.any_horizontal(each.is_not_null() for each in states)).to_series()
    rows = table.printed["row"].filter(any_of)
    for what, words, numbers in (("indicator", printed, indicators), ("area", places, areas)):
        if isinstance(numbers, pl.Series):
            names.tell(rows, what, words.filter(any_of), numbers.filter(any_of), wrong)
    roles = role_of_row(table, layout, names.met)
    frames = []
    for column, exact, state in zip(columns, stored, states, strict=True):
        told = column.role or ("" if layout.role else usual.role)
        said = Said(layout.period.kind, column.label, "", "", column.within)
        cells: dict[str, pl.Series | int | str] = {
            "row": table.printed["row"],
            "spec": 0,
            "column": names.met.columns.number(
                " ".join(dict.fromkeys(text for text in table.headings[column.place] if text))
            ),
            "role": names.met.roles.number(told) if told else roles,
            "indicator": indicators,
            "area": areas,
            "measure": measures,
            "said": names.met.said.number(said),
            "state": state,
            "printed": table.printed[str(column.place)],
            "exact": exact,
        }
        frames.append(assemble_cells(cells, table.height).drop_nulls("state"))
    return frames


def role_of_row(table: Table, layout: Layout, met: Met) -> pl.Series | int:
    """What the role column makes of the row; `?` where its word is not one that the layout knows."""
    if not layout.role:
        return met.roles.number(USUAL.role)
    roles = {square_text(word): role for word, role in layout.roles.items()}
    return number_each(table.words(layout.role), lambda word: met.roles.number(roles.get(square_text(word), "?")))


def stray_column(table: Table, n: int) -> Problem:
    name = table.names[n] or f"number {n + 1}"
    message = f"The column '{name}' is neither a period nor one that the layout knows."
    cure = "Write the period as Oct 2024, or list the column under 'ignore' in the layout."
    return Problem(None, None, name, message, cure, table.sheet)
