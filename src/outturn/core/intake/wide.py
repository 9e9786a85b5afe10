"""Wide files: a row for each indicator, periods across, under one heading row or several."""

import polars as pl

from outturn.core.intake.cells import CELLS
from outturn.core.intake.long import flagged
from outturn.core.intake.result import Problem
from outturn.core.intake.sheet import Table, names_period, squared
from outturn.core.layouts import Layout, ValueColumn

USUAL = ValueColumn("", "actual")


def wide_cells(table: Table, layout: Layout) -> tuple[pl.DataFrame, list[Problem]]:
    """Every dated column of every row, with CELLS columns, and columns that are neither dated nor known."""
    frames, problems = [], []
    for n, texts in enumerate(table.headings):
        if not has_figures(table, n) or squared(table.names[n]) in known(layout):
            continue
        found = period_and_role(texts, layout)
        if found is None:
            problems.append(stray_column(table, n))
        else:
            frames.append(one_column(table, layout, n, *found))
    return (pl.concat(frames) if frames else pl.DataFrame(schema=CELLS)), problems


def known(layout: Layout) -> set[str]:
    return {squared(name) for name in (*layout.needed(), *layout.ignore)}


def has_figures(table: Table, n: int) -> bool:
    return bool((table.printed[str(n)].str.strip_chars() != "").any())


def period_and_role(texts: tuple[str, ...], layout: Layout) -> tuple[str, str, str] | None:
    """(label, year it stands in, role) of a column, from its heading texts: `2024/25` over `Apr` over `Plan`."""
    roles = {squared(word): role for word, role in layout.roles.items()}
    role = next((roles[squared(text)] for text in texts if squared(text) in roles), "")
    labels = [text for text in texts if squared(text) not in roles and names_period(text)]
    if not labels:
        return None
    within = next((text for text in labels[:-1] if text != labels[-1]), layout.period.within)
    return labels[-1], within, role


def one_column(table: Table, layout: Layout, n: int, label: str, within: str, role: str) -> pl.DataFrame:
    usual = layout.values[0] if layout.values else USUAL
    return table.printed.select(
        "row",
        pl.lit(" ".join(dict.fromkeys(text for text in table.headings[n] if text))).alias("column"),
        pl.col(str(n)).alias("printed"),
        table.exact[str(n)].alias("exact"),
        (role_of_row(table, layout) if layout.role and not role else pl.lit(role or usual.role)).alias("role"),
        pl.lit(0, pl.Int64).alias("spec"),
        cell(table, layout, layout.indicator).alias("indicator"),
        cell(table, layout, layout.area).alias("area"),
        pl.lit(layout.period.kind).alias("kind"),
        pl.lit(label).alias("label"),
        pl.lit("").alias("start"),
        pl.lit("").alias("end"),
        pl.lit(within).alias("within"),
        flagged(table, layout.flags, usual.role).alias("state"),
    ).cast(dict(CELLS))  # type: ignore[arg-type]


def role_of_row(table: Table, layout: Layout) -> pl.Expr:
    """What the role column makes of the row; `?` where its word is not one that the layout knows."""
    names = {squared(word): role for word, role in layout.roles.items()}
    said = cell(table, layout, layout.role).str.to_lowercase()
    return said.replace_strict(names, default="?", return_dtype=pl.String)


def cell(table: Table, layout: Layout, name: str) -> pl.Expr:
    """A naming column, filled down where the layout says that its cells are merged over several rows."""
    if not name:
        return pl.lit("")
    words = pl.col(table.column(name)).str.strip_chars()
    if name not in layout.fill_down:
        return words
    return pl.when(words == "").then(None).otherwise(words).forward_fill().fill_null("")


def stray_column(table: Table, n: int) -> Problem:
    name = table.names[n] or f"number {n + 1}"
    message = f"The column '{name}' is neither a period nor one that the layout knows."
    cure = "Write the period as Oct 2024, or list the column under 'ignore' in the layout."
    return Problem(None, None, name, message, cure, table.sheet)
