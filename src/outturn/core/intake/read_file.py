"""The way through a file: bytes, sheets, table, cells, names, periods, figures, repeats, values."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import polars as pl

from outturn.core.frames import VALUES, no_values
from outturn.core.intake import causes
from outturn.core.intake.causes import Cause
from outturn.core.intake.delimited import Unreadable, rows_of
from outturn.core.intake.fates import fates
from outturn.core.intake.figures import figured, with_units
from outturn.core.intake.long import long_cells, says
from outturn.core.intake.names import named
from outturn.core.intake.repeats import settled
from outturn.core.intake.result import Intake, Problem, Question
from outturn.core.intake.sheet import Sheet, Table, table_of
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.intake.when import by_its_own_date, dated
from outturn.core.intake.wide import wide_cells
from outturn.core.intake.workbook import is_workbook, sheets_of
from outturn.core.layouts import Layout
from outturn.core.periods import Period, parse

SEVERAL_SHEETS = "several-sheets"


@dataclass(frozen=True)
class Known:
    """What the reader may take as known: the catalogue's units and areas, a person's answers, the period reported."""

    units: Mapping[str, UnitInfo] | None
    areas: Collection[str] | None
    accepted: frozenset[str]
    reporting: Period | None


def read_file(
    name: str,
    data: bytes,
    layout: Layout,
    *,
    units: Mapping[str, UnitInfo] | None = None,
    areas: Collection[str] | None = None,
    accepted: Collection[str] = (),
    reporting: Period | None = None,
) -> Intake:
    """Reads a CSV or XLSX file by its layout. Never raises on what is in the file: it says so, all at once.

    `units` and `areas` are what the catalogue knows; a name outside them is a problem (None: any name is taken, and
    figures without a unit are kept as words). `accepted` holds the codes of questions already answered.
    `reporting` is the period that a row is about when it names none.
    """
    del name  # the content decides what the file is
    answered = frozenset(accepted)
    about = reporting or (parse(layout.reporting) if layout.reporting else None)
    try:
        sheets, notes = opened(data)
        sheets, asked = chosen(sheets, layout, answered)
    except Unreadable as unreadable:
        return Intake(problems=(unreadable.problem,), layout=layout)
    if asked:
        return Intake(questions=(asked,), layout=layout, notes=notes)
    known = Known(units, areas, answered, about)
    return together([read_sheet(sheet, layout, known) for sheet in sheets], layout, notes)


def opened(data: bytes) -> tuple[list[Sheet], tuple[str, ...]]:
    if is_workbook(data):
        return sheets_of(data)
    rows = rows_of(data)
    return [Sheet("", rows, rows)], ()


def chosen(sheets: list[Sheet], layout: Layout, accepted: frozenset[str]) -> tuple[list[Sheet], Question | None]:
    """The sheets to read: the one that the layout names, the only one, or all that fit once a person agrees."""
    if layout.sheet and layout.sheet != "*" and sheets[0].name:
        named_so = [sheet for sheet in sheets if sheet.name.casefold() == layout.sheet.casefold()]
        if not named_so:
            there = ", ".join(f"'{sheet.name}'" for sheet in sheets)
            raise Unreadable(f"There is no visible sheet '{layout.sheet}'.", f"The sheets are {there}.")
        return named_so, None
    if len(sheets) == 1:
        return sheets, None
    fitting = [sheet for sheet in sheets if isinstance(table_of(sheet, layout), Table)] or sheets
    if layout.sheet == "*" or SEVERAL_SHEETS in accepted:
        return fitting, None
    names = ", ".join(f"'{sheet.name}'" for sheet in sheets)
    fit = ", ".join(f"'{sheet.name}'" for sheet in fitting)
    message = f"The workbook shows several sheets: {names}. Accept '{SEVERAL_SHEETS}' to read {fit}."
    return sheets, Question(SEVERAL_SHEETS, message, tuple(f"Sheet '{sheet.name}'" for sheet in sheets))


def read_sheet(sheet: Sheet, layout: Layout, known: Known) -> Intake:
    table = table_of(sheet, layout)
    if not isinstance(table, Table):
        return Intake(problems=table, layout=layout)
    cells, problems = wide_cells(table, layout) if layout.shape == "wide" else (long_cells(table, layout), [])
    skipped = skipped_rows(table, layout)
    cells = cells.filter(~pl.col("row").is_in(skipped))
    figures = cells.filter((pl.col("exact").str.strip_chars() != "") | (pl.col("state") != "") | keeps_blank(layout))
    values, repeats, found = worked_out(figures, layout, known)
    said = tuple(problems) + tuple(causes.problems(found, sheet.name))
    return Intake(
        values=values.select(VALUES.names()).cast(dict(VALUES)),  # type: ignore[arg-type]
        problems=said,
        questions=tuple(causes.questions(found, sheet.name)),
        n_rows=table.printed.height,
        layout=layout,
        rows=fates(table, values, repeats, found, skipped),
    )


def worked_out(cells: pl.DataFrame, layout: Layout, known: Known) -> tuple[pl.DataFrame, pl.DataFrame, list[Cause]]:
    """(values, repeats, what is wrong or to be asked) of the cells that hold anything."""
    cells, nameless = named(cells, layout, known.units, known.areas)
    cells = with_units(cells, known.units or {}, layout)
    cells, undated = dated(cells, layout, known.reporting)
    cells, unread = figured(cells, layout, known.accepted)
    cells = cells.drop("start", "end", "state", "role").rename(
        {"first": "start", "last": "end", "given": "state", "as_role": "role"}
    )
    whole = cells.filter(pl.all_horizontal(pl.col("indicator", "area", "start").is_not_null()))
    values, repeats, contradictions = settled(by_its_own_date(whole))
    return values.sort("row", maintain_order=True), repeats, [*nameless, *undated, *unread, *contradictions]


def skipped_rows(table: Table, layout: Layout) -> list[int]:
    if not layout.skip:
        return []
    return table.printed.filter(pl.any_horizontal(says(table, flag) for flag in layout.skip))["row"].to_list()


def keeps_blank(layout: Layout) -> pl.Expr:
    """Cells of columns whose emptiness means something."""
    return pl.col("spec").is_in([n for n, value in enumerate(layout.values) if value.blank])


def together(read: list[Intake], layout: Layout, notes: tuple[str, ...]) -> Intake:
    """Several sheets of one workbook as one file."""
    problems: tuple[Problem, ...] = tuple(problem for one in read for problem in one.problems)
    return Intake(
        values=pl.concat([one.values for one in read]) if read else no_values(),
        problems=problems,
        questions=tuple(question for one in read for question in one.questions),
        n_rows=sum(one.n_rows for one in read),
        layout=layout,
        notes=notes,
        rows=pl.concat([one.rows for one in read]),
    )
