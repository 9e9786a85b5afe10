"""The way through a file: bytes, sheets, table, cells, names, periods, figures, repeats, values."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import polars as pl

from outturn.core.intake import causes
from outturn.core.intake.causes import Cause
from outturn.core.intake.delimited import Unreadable, rows_of
from outturn.core.intake.fates import Rows, fates
from outturn.core.intake.figures import figured, with_units
from outturn.core.intake.long import long_cells, says
from outturn.core.intake.names import named
from outturn.core.intake.questions import LEAVE_OUT, Answered, Answers, Question
from outturn.core.intake.repeats import settled
from outturn.core.intake.result import READ, Intake, Problem
from outturn.core.intake.sheet import Sheet, Table, table_of
from outturn.core.intake.sheets import choose_sheets
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.intake.when import by_its_own_date, dated
from outturn.core.intake.wide import wide_cells
from outturn.core.intake.workbook import is_workbook, sheets_of
from outturn.core.layouts import Layout
from outturn.core.periods import Period, parse

NO_ANSWERS = Answers()


@dataclass(frozen=True)
class Known:
    """What the reader may take as known: the catalogue's units and areas, a person's answers, the period reported, and
    what the file is called."""

    units: Mapping[str, UnitInfo] | None
    areas: Collection[str] | None
    answers: Answers
    reporting: Period | None
    file: str


def read_file(
    name: str,
    data: bytes,
    layout: Layout,
    *,
    units: Mapping[str, UnitInfo] | None = None,
    areas: Collection[str] | None = None,
    answers: Answers = NO_ANSWERS,
    reporting: Period | None = None,
) -> Intake:
    """Reads a CSV or XLSX file by its layout. Never raises on what is in the file: it says so, all at once.

    `units` and `areas` are what the catalogue knows; a name outside them is a problem (None: any name is taken, and
    figures without a unit are kept as words). `answers` are a person's, to questions that were asked before.
    `reporting` is the period that a row is about when it names none. The content decides what the file is; its name
    only tells its questions from those of other files.
    """
    about = reporting or (parse(layout.reporting) if layout.reporting else None)
    try:
        sheets, notes = opened(data)
        chosen = choose_sheets(sheets, layout, answers, name)
    except Unreadable as unreadable:
        return Intake(problems=(unreadable.problem,), layout=layout)
    if chosen.asked:
        return Intake(questions=(chosen.asked,), layout=layout, notes=notes)
    known = Known(units, areas, answers, about, name)
    read = together([read_sheet(sheet, layout, known) for sheet in chosen.sheets], layout, notes)
    return replace(read, answered=(*chosen.answered, *read.answered))


def opened(data: bytes) -> tuple[list[Sheet], tuple[str, ...]]:
    if is_workbook(data):
        return sheets_of(data)
    rows = rows_of(data)
    return [Sheet("", rows, rows)], ()


def read_sheet(sheet: Sheet, layout: Layout, known: Known) -> Intake:
    table = table_of(sheet, layout)
    if not isinstance(table, Table):
        return Intake(problems=table, layout=layout)
    cells, problems = wide_cells(table, layout) if layout.shape == "wide" else (long_cells(table, layout), [])
    skipped = skipped_rows(table, layout)
    cells = cells.filter(~pl.col("row").is_in(skipped))
    figures = cells.filter((pl.col("exact").str.strip_chars() != "") | (pl.col("state") != "") | keeps_blank(layout))
    done = work_out(figures, layout, known, sheet.name)
    return Intake(
        values=done.values.with_columns(sheet=pl.lit(sheet.name)).select(READ.names()).cast(dict(READ)),  # type: ignore[arg-type]
        problems=tuple(problems) + tuple(causes.problems(done.causes, sheet.name)),
        questions=done.questions,
        answered=done.answered,
        n_rows=table.printed.height,
        layout=layout,
        rows=fates(table, done.values, done.repeats, rows_of_interest(done), skipped),
    )


@dataclass(frozen=True)
class WorkedOut:
    """What became of the cells that hold anything. `repeats` say again what `values` say."""

    values: pl.DataFrame
    repeats: pl.DataFrame
    causes: list[Cause]
    questions: tuple[Question, ...]
    answered: tuple[Answered, ...]


def rows_of_interest(done: WorkedOut) -> Rows:
    left_out = [each.question for each in done.answered if each.choice.code == LEAVE_OUT]
    return Rows(
        [row for cause in done.causes for row in cause.rows],
        [row for question in done.questions for row in question.rows],
        [row for question in left_out for row in question.rows],
    )


def work_out(cells: pl.DataFrame, layout: Layout, known: Known, sheet: str) -> WorkedOut:
    cells, nameless = named(cells, layout, known.units, known.areas)
    cells = with_units(cells, known.units or {}, layout)
    cells, undated = dated(cells, layout, known.reporting)
    figures = figured(cells, layout, known.answers, known.file, sheet)
    cells = figures.cells.drop("start", "end", "state", "role").rename(
        {"first": "start", "last": "end", "given": "state", "as_role": "role"}
    )
    whole = cells.filter(pl.all_horizontal(pl.col("indicator", "area", "start").is_not_null()))
    values, repeats, contradictions = settled(by_its_own_date(whole))
    return WorkedOut(
        values.sort("row", maintain_order=True),
        repeats,
        [*nameless, *undated, *figures.causes, *contradictions],
        figures.questions,
        figures.answered,
    )


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
        values=pl.concat([one.values for one in read]),
        problems=problems,
        questions=tuple(question for one in read for question in one.questions),
        answered=tuple(each for one in read for each in one.answered),
        n_rows=sum(one.n_rows for one in read),
        layout=layout,
        notes=notes,
        rows=pl.concat([one.rows for one in read]),
    )
