"""The figures themselves: each distinct cell is read once for each unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from outturn.core.intake.causes import At, Cause, rows_where
from outturn.core.intake.formats import FORMULA_WITHOUT_RESULT
from outturn.core.intake.questions import CORRECT, LEAVE_OUT, Answered, Answers, Question
from outturn.core.intake.rank import ranked
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.intake.unit_questions import READ_AS, question_of
from outturn.core.intake.wide import USUAL
from outturn.core.layouts import Layout, ValueColumn
from outturn.core.units import Reading, State, Unit, read
from outturn.core.units.kinds import WORD_UNITS
from outturn.core.units.numbers import short

OF_INDICATOR = ("indicator", "unit", "scale", "own_kind", "accumulation")
KEY = ["exact", "role", "spec", "state", "unit", "scale", "multiplier"]
FIGURES: dict[str, pl.DataType] = {
    "value": pl.Float64(),
    "given": pl.String(),
    "text": pl.String(),
    "as_role": pl.String(),
    "places": pl.Int64(),
}


@dataclass(frozen=True)
class Figured:
    """`cells`: those that could be read, with the columns of FIGURES. The rest is wrong, is asked, or was answered."""

    cells: pl.DataFrame
    causes: list[Cause]
    questions: tuple[Question, ...]
    answered: tuple[Answered, ...]


def with_units(cells: pl.DataFrame, units: Mapping[str, UnitInfo], layout: Layout) -> pl.DataFrame:
    """Adds `unit`, `scale`, `multiplier`, `own_kind` and `accumulation` from the catalogue; a value column may have
    its own unit."""
    rows = [
        (slug, info.unit, info.scale, info.period_kind or "", info.accumulation, float(info.multiplier))
        for slug, info in units.items()
    ]
    known = pl.DataFrame(rows, schema=dict.fromkeys(OF_INDICATOR, pl.String) | {"multiplier": pl.Float64}, orient="row")
    own = {n: value.unit for n, value in enumerate(layout.values) if value.unit}
    joined = cells.join(known, on="indicator", how="left", maintain_order="left")
    usual = Unit.TEXT.value if not units else None
    return joined.with_columns(
        pl.col("unit").fill_null(usual) if usual else pl.col("unit"),
        pl.col("scale", "own_kind", "accumulation").fill_null(""),
        pl.col("multiplier").fill_null(0),
    ).with_columns(pl.col("spec").replace_strict(own, default=pl.col("unit"), return_dtype=pl.String).alias("unit"))


def figured(cells: pl.DataFrame, layout: Layout, answers: Answers, file: str = "", sheet: str = "") -> Figured:
    """Reads every cell; a rank becomes two rows. Cells that cannot be read, or that wait for an answer, are left out
    and said."""
    cells = cells.filter(pl.col("unit").is_not_null())
    plain = read_distinct(cells, layout, KEY, {})
    waiting = cells.join(plain.asked.unique(KEY), on=KEY, how="inner", nulls_equal=True, maintain_order="left")
    frames, causes, questions, answered = [plain.cells], list(plain.causes), [], []
    for (kind, *_), group in waiting.group_by("kind_asked", "indicator", "column", maintain_order=True):
        question = ask(str(kind), group, layout, file, sheet)
        choice = answers.to(question)
        if choice is None or choice.code == CORRECT:
            questions.append(question)
            continue
        answered.append(Answered(question, choice))
        if choice.code != LEAVE_OUT:
            told, _ = READ_AS[str(kind)]
            again = read_distinct(group.drop("kind_asked", "sentence"), layout, KEY, {told: choice.code})
            frames.append(again.cells)
            causes += again.causes
    return Figured(pl.concat(frames), causes, tuple(questions), tuple(answered))


@dataclass(frozen=True)
class ReadOut:
    """`asked`: the keys that may mean two things, with `kind_asked` and `sentence`."""

    cells: pl.DataFrame
    causes: list[Cause]
    asked: pl.DataFrame


def read_distinct(cells: pl.DataFrame, layout: Layout, keys: list[str], told: Mapping[str, str]) -> ReadOut:
    """Each distinct cell is read once, as a person told."""
    read_out: list[dict[str, object]] = []
    wrong: list[tuple[dict[str, Any], Reading]] = []
    asked: list[dict[str, object]] = []
    schema = [(name, cells.schema[name]) for name in keys]
    for key in cells.select(keys).unique(maintain_order=True).iter_rows(named=True):
        spec = layout.values[key["spec"]] if layout.values else USUAL
        for role, reading in readings(key, spec, told):
            if reading.question:
                asked.append(key | {"kind_asked": reading.code, "sentence": reading.question})
            elif reading.problem:
                wrong.append((key, reading))
            else:
                said = (reading.value, reading.state.value, reading.text or reading.operator, role, reading.places)
                read_out.append(key | dict(zip(FIGURES, said, strict=True)))
    found = pl.DataFrame(read_out, schema=pl.Schema(schema + list(FIGURES.items())))
    places = rows_where(cells, keys, [key for key, _ in wrong])
    return ReadOut(
        cells.join(found, on=keys, how="inner", maintain_order="left"),
        [cause_of(reading, at) for (_, reading), at in zip(wrong, places, strict=True)],
        pl.DataFrame(asked, schema=pl.Schema([*schema, ("kind_asked", pl.String()), ("sentence", pl.String())])),
    )


def ask(kind: str, group: pl.DataFrame, layout: Layout, file: str, sheet: str) -> Question:
    first = group.row(0, named=True)
    spec = layout.values[first["spec"]] if layout.values else USUAL

    def read_as(told: dict[str, str]) -> Reading:
        return next(reading for _, reading in readings(first, spec, told))

    return question_of(kind, first["sentence"], group, read_as, file, sheet)


def readings(key: dict[str, Any], spec: ValueColumn, told: Mapping[str, str]) -> Iterator[tuple[str, Reading]]:
    """(role, reading) of a cell: usually one, two for a rank."""
    exact, role = key["exact"].strip(), key["role"]
    if spec.reads == "rank" and not key["state"]:
        yield from ranked(exact, role)
        return
    reading = one_reading(exact, spec, key, told)
    words_only = is_target(key, spec) and key["unit"] not in WORD_UNITS and is_words(reading)
    yield (f"{role}_text" if words_only else role), reading


def one_reading(exact: str, spec: ValueColumn, key: dict[str, Any], told: Mapping[str, str]) -> Reading:
    if key["role"] == "?":
        return problem(
            "The row does not say what its figures are.", "Write Actual or Plan, or add the word to the layout."
        )
    if exact == FORMULA_WITHOUT_RESULT:
        return problem(
            "The formula was saved without its result.", "Open the workbook in a spreadsheet program and save it."
        )
    word = {said.casefold(): state for said, state in spec.words.items()}.get(exact.casefold(), "")
    state = word or key["state"] or ("" if exact else spec.blank)
    if spec.reads == "words" and not state:
        return Reading(text=exact)
    reading = in_unit(exact, spec, key, told)
    if not state or (state == State.PROVISIONAL and reading.value is None):
        return reading
    if reading.value is not None and State(state) not in (State.KNOWN, State.PROVISIONAL):
        message = f"The row says {state.replace('_', ' ')}, but the cell holds a figure."
        return problem(message, "Leave out the figure or the mark.")
    return Reading(value=reading.value, state=State(state), text=reading.text, places=reading.places)


def in_unit(exact: str, spec: ValueColumn, key: dict[str, Any], told: Mapping[str, str]) -> Reading:
    reading = read(
        exact,
        Unit(key["unit"]),
        scale=key["scale"],
        percent_as=spec.percent_as or told.get("percent_as"),
        duration_as=spec.duration_as or told.get("duration_as"),
        target=is_target(key, spec),
    )
    per = reading.text.removeprefix("per ").replace(",", "") if reading.text.startswith("per ") else ""
    if per and key["multiplier"] and per.split()[0].isdigit() and float(per.split()[0]) != key["multiplier"]:
        message = f"'{short(exact)}' counts per another number than the indicator."
        return problem(message, f"Give the rate per {key['multiplier']:,.0f}.")
    return reading


def is_target(key: dict[str, Any], spec: ValueColumn) -> bool:
    """A figure that turns out to be an actual is read as one: `<5` is then suppressed, not an operator."""
    return spec.reads == "target" and key["role"] != "actual"


def is_words(reading: Reading) -> bool:
    return reading.value is None and reading.state is State.KNOWN and not reading.problem and not reading.question


def problem(message: str, cure: str) -> Reading:
    return Reading(problem=f"{message} {cure}", cure=cure)


def cause_of(reading: Reading, at: At) -> Cause:
    message = (reading.problem or "").removesuffix(reading.cure).strip()
    return Cause(at.rows, at.column, at.printed, message, reading.cure)
