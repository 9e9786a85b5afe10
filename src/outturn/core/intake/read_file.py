"""A file to values: its sheets one after the other, and everything that is wrong or to be asked of them at once."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import polars as pl

from outturn.core.intake.limits import Unreadable
from outturn.core.intake.opened import Opened
from outturn.core.intake.questions import Answers
from outturn.core.intake.read_sheet import Known, read_sheet
from outturn.core.intake.result import Intake
from outturn.core.intake.sheets import choose_sheets
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.layouts import Layout
from outturn.core.periods import Period, parse

NO_ANSWERS = Answers()
NO_CODES: Mapping[str, str] = {}


def read_file(
    file: Opened,
    layout: Layout,
    *,
    units: Mapping[str, UnitInfo] | None = None,
    areas: Collection[str] | None = None,
    codes: Mapping[str, str] = NO_CODES,
    answers: Answers = NO_ANSWERS,
    reporting: Period | None = None,
) -> Intake:
    """Reads an opened file by its layout. Never raises on what is in the file: it says so, all at once.

    `units` and `areas` are what the catalogue knows; a name outside them is a problem (None: any name is taken, and
    figures without a unit are kept as words). `codes` are the ONS and ODS codes of areas, by which a file may call
    them. `answers` are a person's, to questions that were asked before. `reporting` is the period that a row is about
    when it names none.
    """
    if file.problem:
        return Intake.of_problems((file.problem,), layout)
    about = reporting or (parse(layout.reporting) if layout.reporting else None)
    known = Known(units, areas, codes, answers, about, file.name)
    try:
        chosen = choose_sheets(file.sheets, layout, answers, file.name)
        if chosen.asked:
            return Intake(questions=(chosen.asked,), layout=layout, notes=file.notes)
        read = join_sheets([read_sheet(sheet, layout, known) for sheet in chosen.sheets], layout, file.notes)
    except Unreadable as unreadable:
        return Intake.of_problems((unreadable.problem,), layout, file.notes)
    return replace(read, answered=(*chosen.answered, *read.answered), notes=(*chosen.notes, *read.notes))


def join_sheets(read: list[Intake], layout: Layout, notes: tuple[str, ...]) -> Intake:
    """Several sheets of one workbook as one file."""
    if len(read) == 1:
        return replace(read[0], notes=(*notes, *read[0].notes))
    return Intake(
        values=pl.concat([intake.values for intake in read]),
        problems=tuple(problem for intake in read for problem in intake.problems),
        listed=pl.concat([intake.listed for intake in read]),
        n_problems=sum(intake.n_problems for intake in read),
        questions=tuple(question for intake in read for question in intake.questions),
        answered=tuple(each for intake in read for each in intake.answered),
        n_rows=sum(intake.n_rows for intake in read),
        layout=layout,
        notes=(*notes, *(note for intake in read for note in intake.notes)),
        rows=pl.concat([intake.rows for intake in read]),
    )
