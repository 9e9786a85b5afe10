"""The way through a sheet: table, cells, names, periods, figures, repeats, values. Some rows at a time, so that a long
file takes little more memory than its figures."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import polars as pl

from outturn.core.intake.fates import fates
from outturn.core.intake.figures import Figures
from outturn.core.intake.long import has_flag, long_cells
from outturn.core.intake.met import Met
from outturn.core.intake.names import Names
from outturn.core.intake.notes import notes_of_sheet
from outturn.core.intake.questions import LEAVE_OUT, Answered, Answers, Question
from outturn.core.intake.repeats import settle_repeats
from outturn.core.intake.result import READ, Intake, Problem, list_of
from outturn.core.intake.sheet import Sheet, Table, table_of
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.intake.when import Dates, by_its_own_date
from outturn.core.intake.wide import Dated, fill_names_down, find_dated_columns, wide_cells
from outturn.core.intake.wrong import Wrong
from outturn.core.layouts import Layout
from outturn.core.periods import Period

KEPT = ("row", "column", "printed", "indicator", "area", "period", "value", "state", "text", "role", "places")


@dataclass(frozen=True)
class Known:
    """What the reader may take as known: the catalogue's units and areas (with the codes of these), a person's answers,
    the period reported, and what the file is called."""

    units: Mapping[str, UnitInfo] | None
    areas: Collection[str] | None
    codes: Mapping[str, str]
    answers: Answers
    reporting: Period | None
    file: str


def read_sheet(sheet: Sheet, layout: Layout, known: Known) -> Intake:
    """Raises Unreadable."""
    table = table_of(sheet, layout)
    if not isinstance(table, Table):
        return Intake.of_problems(table, layout)
    heading = replace(table, printed=table.printed.clear(), exact=table.exact.clear())
    reader = Reader(layout, known, table)
    del table  # the reader lets go of it before the values are spelt out
    read = reader.read()
    return replace(read, notes=notes_of_sheet(heading, layout, read))


class Reader:
    """Reads one table, once."""

    def __init__(self, layout: Layout, known: Known, table: Table) -> None:
        self.layout, self.sheet, self.table = layout, table.sheet, table
        self.met, self.wrong = Met(), Wrong(table.sheet)
        self.names = Names(layout, self.met, known.units, known.areas, known.codes)
        self.dates = Dates(layout, self.met, known.reporting)
        self.figures = Figures(layout, self.met, known.answers, known.file, self.wrong)
        self.skipped: list[pl.Series] = []
        self.blank: list[pl.Series] = []
        self.columns: list[Dated] = []

    def read(self) -> Intake:
        stray: tuple[Problem, ...] = ()
        for part in self.table.parts():
            self._note_blank(part)
        if self.layout.shape == "wide":
            self.columns, stray = find_dated_columns(self.table, self.layout)
            self.table = fill_names_down(self.table, self.layout)
        frames = [frame for part in self.table.parts() for frame in self._read_part(part)]
        rows = self.table.printed["row"]
        del self.table
        settled, questions, answered = self.figures.settle()
        frames += [select_kept(self._whole(frame)) for frame in settled]
        cells = pl.concat(frames, rechunk=False) if frames else no_cells()
        del frames, settled
        values, repeated = settle_repeats(by_its_own_date(cells, self.met), self.met, self.wrong)
        del cells
        if not values["row"].is_sorted():
            values = values.sort("row", maintain_order=True)
        told = self._fates(values["row"], repeated, questions, answered)
        return Intake(
            values=spell_out(values, self.met, self.sheet),
            problems=(*stray, *self.wrong.tell_causes()),
            listed=pl.concat([list_of(stray), self.wrong.list_all()]),
            n_problems=len(stray) + self.wrong.count,
            questions=questions,
            answered=answered,
            n_rows=len(rows),
            layout=self.layout,
            rows=fates(self.sheet, rows, told),
        )

    def _read_part(self, part: Table) -> list[pl.DataFrame]:
        if self.layout.skip:
            skip = pl.select(pl.any_horizontal(has_flag(part, flag) for flag in self.layout.skip)).to_series()
            self.skipped.append(part.printed["row"].filter(skip))
            part = part.keep(~skip)
        if self.layout.shape == "wide":
            cells = wide_cells(part, self.layout, self.columns, self.names, self.wrong)
        else:
            cells = long_cells(part, self.layout, self.names, self.wrong)
        read = [select_kept(self._whole(each)) for frame in cells if frame.height for each in self._figures_of(frame)]
        self.dates.tell(self.wrong)
        return [pl.concat(read).sort("row", maintain_order=True)] if len(read) > 1 else read

    def _figures_of(self, cells: pl.DataFrame) -> list[pl.DataFrame]:
        return self.figures.read_figures(self.dates.date(cells))

    def _whole(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Cells whose names and period are known; what is wrong with the others has been said."""
        names = ("indicator", "area", "period")
        return cells.drop_nulls(names) if any(cells[name].null_count() for name in names) else cells

    def _note_blank(self, part: Table) -> None:
        left = part.printed
        for name in left.columns[1:]:  # one column after the other: few rows are left after the first
            left = left.filter(~left[name].str.contains(r"\S"))
        if left.height:
            self.blank.append(left["row"])

    def _fates(
        self,
        values: pl.Series,
        repeated: pl.Series,
        questions: tuple[Question, ...],
        answered: tuple[Answered, ...],
    ) -> list[tuple[str, list[pl.Series]]]:
        """Rows by what became of them, the weightiest last."""
        left_out = [each.question for each in answered if each.choice.code == LEAVE_OUT]
        return [
            ("left_out", [pl.Series(each.rows, dtype=pl.Int64) for each in left_out]),
            ("repeat", [repeated]),
            ("values", [values]),
            ("question", [pl.Series(each.rows, dtype=pl.Int64) for each in questions]),
            ("problem", self.wrong.rows),
            ("skipped", self.skipped),
            ("blank", self.blank),
        ]


def select_kept(cells: pl.DataFrame) -> pl.DataFrame:
    """What is known of a cell once it is read."""
    return cells.drop("state", "role").rename({"given": "state", "as_role": "role"}).select(KEPT)


def no_cells() -> pl.DataFrame:
    numbers = dict.fromkeys(("column", "indicator", "area", "period", "role"), pl.UInt32)
    words = dict.fromkeys(("printed", "state", "text"), pl.String)
    return pl.DataFrame(schema=numbers | words | {"row": pl.Int64, "value": pl.Float64, "places": pl.Int16}).select(
        KEPT
    )


def spell_out(cells: pl.DataFrame, met: Met, sheet: str) -> pl.DataFrame:
    """The values in words: columns of READ."""
    periods = cells["period"]
    columns = {
        "indicator": met.indicators.words(cells["indicator"]),
        "area": met.areas.words(cells["area"]),
        "role": met.roles.words(cells["role"]),
        "period_kind": met.periods.column(periods, lambda period: period.kind.value, pl.String()),
        "start": met.periods.column(periods, lambda period: period.start, pl.Date()),
        "end": met.periods.column(periods, lambda period: period.end, pl.Date()),
        "value": cells["value"],
        "state": cells["state"].cast(pl.String),
        "text": cells["text"],
        "printed": cells["printed"],
        "row": cells["row"],
        "column": met.columns.column(cells["column"], lambda column: column, pl.Categorical()),
        "sheet": pl.repeat(sheet, cells.height, eager=True).cast(pl.Categorical()),
    }
    return pl.DataFrame(columns, schema=READ)
