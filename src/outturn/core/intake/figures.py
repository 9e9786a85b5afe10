"""The figures themselves: each distinct cell is read once for each unit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from outturn.core.intake.causes import At, Cause, rows_where
from outturn.core.intake.formats import FORMULA_WITHOUT_RESULT
from outturn.core.intake.rank import ranked
from outturn.core.intake.unit_info import UnitInfo
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
PERCENT_ANSWERS = {"percent-as-fraction": "fraction", "percent-as-percent": "percent"}
DURATION_ANSWERS = {f"duration-as-{form}": form for form in ("mm:ss", "hh:mm", "seconds", "minutes", "hours", "days")}
HOW_TO_ANSWER = {
    "percent-scale": "Accept 'percent-as-fraction' if 0.5 means 50%, or 'percent-as-percent' if it means 0.5%.",
    "duration-form": "Accept one of: " + ", ".join(f"'{code}'" for code in DURATION_ANSWERS) + ".",
}
FIRST_ANSWER = {"percent-scale": "percent-as-fraction", "duration-form": "duration-as-mm:ss"}


@dataclass(frozen=True)
class Answers:
    """What a person accepted, as the reader of cells wants to hear it."""

    percent_as: str | None
    duration_as: str | None

    @classmethod
    def of(cls, accepted: frozenset[str]) -> "Answers":
        percent = next((PERCENT_ANSWERS[code] for code in accepted if code in PERCENT_ANSWERS), None)
        duration = next((DURATION_ANSWERS[code] for code in accepted if code in DURATION_ANSWERS), None)
        return cls(percent, duration)


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


def figured(cells: pl.DataFrame, layout: Layout, accepted: frozenset[str]) -> tuple[pl.DataFrame, list[Cause]]:
    """Adds the columns of FIGURES; a rank becomes two rows. Cells that cannot be read are left out and said."""
    answers = Answers.of(accepted)
    read_out: list[dict[str, object]] = []
    wrong: list[tuple[dict[str, Any], Reading]] = []
    cells = cells.filter(pl.col("unit").is_not_null())
    for key in cells.select(KEY).unique(maintain_order=True).iter_rows(named=True):
        spec = layout.values[key["spec"]] if layout.values else USUAL
        for role, reading in readings(key, spec, answers):
            if reading.problem or reading.question:
                wrong.append((key, reading))
            else:
                said = (reading.value, reading.state.value, reading.text or reading.operator, role, reading.places)
                read_out.append(key | dict(zip(FIGURES, said, strict=True)))
    found = pl.DataFrame(
        read_out, schema=pl.Schema([(name, cells.schema[name]) for name in KEY] + list(FIGURES.items()))
    )
    places = rows_where(cells, KEY, [key for key, _ in wrong])
    causes = [cause_of(reading, at) for (_, reading), at in zip(wrong, places, strict=True)]
    return cells.join(found, on=KEY, how="inner", maintain_order="left"), causes


def readings(key: dict[str, Any], spec: ValueColumn, answers: Answers) -> Iterator[tuple[str, Reading]]:
    """(role, reading) of a cell: usually one, two for a rank."""
    exact, role = key["exact"].strip(), key["role"]
    if spec.reads == "rank" and not key["state"]:
        yield from ranked(exact, role)
        return
    reading = one_reading(exact, spec, key, answers)
    words_only = is_target(key, spec) and key["unit"] not in WORD_UNITS and is_words(reading)
    yield (f"{role}_text" if words_only else role), reading


def one_reading(exact: str, spec: ValueColumn, key: dict[str, Any], answers: Answers) -> Reading:
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
    reading = in_unit(exact, spec, key, answers)
    if not state or (state == State.PROVISIONAL and reading.value is None):
        return reading
    if reading.value is not None and State(state) not in (State.KNOWN, State.PROVISIONAL):
        message = f"The row says {state.replace('_', ' ')}, but the cell holds a figure."
        return problem(message, "Leave out the figure or the mark.")
    return Reading(value=reading.value, state=State(state), text=reading.text, places=reading.places)


def in_unit(exact: str, spec: ValueColumn, key: dict[str, Any], answers: Answers) -> Reading:
    reading = read(
        exact,
        Unit(key["unit"]),
        scale=key["scale"],
        percent_as=spec.percent_as or answers.percent_as,
        duration_as=spec.duration_as or answers.duration_as,
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
    if reading.question:
        how, code = HOW_TO_ANSWER[reading.code], FIRST_ANSWER[reading.code]
        return Cause(at.rows, at.column, at.printed, reading.question, how, code)
    message = (reading.problem or "").removesuffix(reading.cure).strip()
    return Cause(at.rows, at.column, at.printed, message, reading.cure)
