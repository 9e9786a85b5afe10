"""The figures themselves: plain numbers all at once, every other cell once for each way in which it may be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from outturn.core.intake.cells import STATES
from outturn.core.intake.met import NUMBER, Met
from outturn.core.intake.one_figure import Cell, readings
from outturn.core.intake.plain import plain_figures
from outturn.core.intake.questions import CORRECT, LEAVE_OUT, MOST_PLACES, Answered, Answers, Question
from outturn.core.intake.unit_questions import READ_AS, question_of
from outturn.core.intake.wrong import Wrong
from outturn.core.layouts import Layout, ValueColumn
from outturn.core.units import Reading

KEY = ["exact", "role", "spec", "state", "measure"]
FIGURES: dict[str, pl.DataType] = {
    "value": pl.Float64(),
    "given": STATES,
    "text": pl.String(),
    "as_role": NUMBER,
    "places": pl.Int16(),
}
USUAL = ValueColumn("", "actual")
Told = tuple[tuple[str, str], ...]
"""What a person has told of cells so far, as (what, how)."""


@dataclass
class Figures:
    """Reads the cells of a sheet, part by part; then asks about those that may mean two things."""

    layout: Layout
    met: Met
    answers: Answers
    file: str
    wrong: Wrong
    waiting: dict[Told, list[pl.DataFrame]] = field(default_factory=dict)

    def read_figures(self, cells: pl.DataFrame) -> list[pl.DataFrame]:
        """Cells with the columns of FIGURES; a rank becomes two rows. Cells that cannot be read are left out and said,
        those that wait for an answer are kept for `settle`."""
        cells = cells.filter(pl.col("measure").is_not_null()) if cells["measure"].null_count() else cells
        plain, rest = plain_figures(cells, self.layout, self.met)
        return [plain, self._read_distinct(rest, {})] if rest.height else [plain]

    def settle(self) -> tuple[list[pl.DataFrame], tuple[Question, ...], tuple[Answered, ...]]:
        """The cells that were asked about, as answered; the questions that are open; those that had their answer.

        A cell may ask twice: what `0.5*` counts, and what its mark means. The second is asked once the first is told.
        """
        frames: list[pl.DataFrame] = []
        questions, answered = [], []
        while self.waiting:
            pending, self.waiting = self.waiting, {}
            for told, parts in pending.items():
                for (kind, *_), group in by_question(pl.concat(parts)):
                    question = self._ask(str(kind), group, dict(told))
                    choice = self.answers.to(question)
                    if choice is None or choice.code == CORRECT:
                        questions.append(question)
                        continue
                    answered.append(Answered(question, choice))
                    if choice.code != LEAVE_OUT:
                        name, _ = READ_AS[str(kind)]
                        cells = group.drop("kind", "sentence")
                        frames.append(self._read_distinct(cells, {**dict(told), name: choice.code}))
        return frames, tuple(questions), tuple(answered)

    def _read_distinct(self, cells: pl.DataFrame, told: Mapping[str, str]) -> pl.DataFrame:
        """Each distinct cell is read once, as a person told."""
        distinct = cells.select(KEY).unique(maintain_order=True).with_row_index("key")
        read_out: list[tuple[Any, ...]] = []
        wrong: list[tuple[int, Reading]] = []
        asked: list[tuple[int, str, str]] = []
        for key, *rest in distinct.iter_rows():
            for role, reading in readings(self._cell(*rest), told):
                if reading.question:
                    asked.append((key, reading.code, reading.question))
                elif reading.problem:
                    wrong.append((key, reading))
                else:
                    text = reading.text or reading.operator
                    number = self.met.roles.number(role)
                    read_out.append((key, reading.value, reading.state.value, text, number, reading.places))
        keyed = cells.join(distinct, on=KEY, how="inner", nulls_equal=True, maintain_order="left")
        self._tell(keyed, wrong)
        self._wait(keyed, asked, tuple(sorted(told.items())))
        found = pl.DataFrame(read_out, schema={"key": pl.UInt32, **FIGURES}, orient="row")
        return keyed.join(found, on="key", how="inner", maintain_order="left").drop("key")

    def _cell(self, exact: str, role: int, spec: int, state: str, measure: int) -> Cell:
        column = self.layout.values[spec] if self.layout.values else USUAL
        return Cell(exact.strip(), self.met.roles.things[role], state, column, self.met.measures.things[measure])

    def _tell(self, keyed: pl.DataFrame, wrong: list[tuple[int, Reading]]) -> None:
        if not wrong:
            return
        distinct = pl.DataFrame({"key": pl.Series([key for key, _ in wrong], dtype=pl.UInt32)})
        told = [((each.problem or "").removesuffix(each.cure).strip(), each.cure) for _, each in wrong]
        rows = keyed.select("row", "key", cell="printed", column=self.met.columns.words(keyed["column"]))
        self.wrong.add_distinct(rows, ["key"], distinct, None, told)

    def _wait(self, keyed: pl.DataFrame, asked: list[tuple[int, str, str]], told: Told) -> None:
        if asked:
            schema = {"key": pl.UInt32, "kind": pl.String, "sentence": pl.String}
            of_key = pl.DataFrame(asked, schema=schema, orient="row").unique("key")
            cells = keyed.join(of_key, on="key", how="inner", maintain_order="left").drop("key")
            self.waiting.setdefault(told, []).append(cells)

    def _ask(self, kind: str, group: pl.DataFrame, before: dict[str, str]) -> Question:
        first = self._cell(*group.select(KEY).row(0))

        def read_as(told: dict[str, str]) -> Reading:
            return next(reading for _, reading in readings(first, {**before, **told}))

        head = group.head(MOST_PLACES).sort("row", maintain_order=True)
        shown = self._spelt(head)
        return question_of(kind, group["sentence"][0], shown, group.height, read_as, self.file, self.wrong.sheet)

    def _spelt(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Cells in words, as a question shows them."""
        met = self.met
        units = [self._cell(*key).unit for key in cells.select(KEY).iter_rows()]
        return cells.with_columns(
            indicator=met.indicators.words(cells["indicator"]),
            area=met.areas.words(cells["area"]),
            column=met.columns.words(cells["column"]),
            role=met.roles.words(cells["role"]),
            period=met.periods.column(cells["period"], lambda period: period, pl.Object()),
            unit=pl.Series(units, dtype=pl.Object),
        )


def by_question(cells: pl.DataFrame) -> Iterator[tuple[tuple[object, ...], pl.DataFrame]]:
    return iter(cells.group_by("kind", "indicator", "column", maintain_order=True))
