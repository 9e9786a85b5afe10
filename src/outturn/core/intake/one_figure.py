"""How one cell is read: by its value column, its unit, what its row says of it, and what a person answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from outturn.core.intake.formats import FORMULA_WITHOUT_RESULT, NO_RESULT, SAVE_AGAIN
from outturn.core.intake.rank import read_rank
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.layouts import ValueColumn
from outturn.core.units import SHOWS_FIGURE, Reading, State, Unit, read_cell
from outturn.core.units.kinds import WORD_UNITS
from outturn.core.units.numbers import shorten

LONGEST = 500
"""Characters of a cell of figures that are kept."""


@dataclass(frozen=True)
class Cell:
    """`exact` as stored, without space around it; `state`: what a flag of the row says ("" for nothing)."""

    exact: str
    role: str
    state: str
    spec: ValueColumn
    measure: UnitInfo

    @property
    def unit(self) -> Unit:
        return Unit(self.spec.unit) if self.spec.unit else self.measure.unit

    @property
    def is_target(self) -> bool:
        """A figure that turns out to be an actual is read as one: `<5` is then suppressed, not an operator."""
        return self.spec.reads == "target" and self.role != "actual"


def readings(cell: Cell, told: Mapping[str, str]) -> Iterator[tuple[str, Reading]]:
    """(role, reading) of a cell: usually one, two for a rank."""
    if cell.spec.reads == "rank" and not cell.state:
        yield from read_rank(cell.exact, cell.role)
        return
    reading = one_reading(cell, told)
    words_only = cell.is_target and cell.unit not in WORD_UNITS and is_words(reading)
    role = cell.spec.mark_roles.get(reading.text, cell.role)
    yield (f"{role}_text" if words_only else role), reading


def one_reading(cell: Cell, told: Mapping[str, str]) -> Reading:
    if cell.role == "?":
        return problem(
            "The row does not say what its figures are.", "Write Actual or Plan, or add the word to the layout."
        )
    if cell.exact == FORMULA_WITHOUT_RESULT:
        return problem(NO_RESULT, SAVE_AGAIN)
    if len(cell.exact) > LONGEST:
        return problem(f"The cell holds {len(cell.exact):,} characters. At most {LONGEST} are kept.", "Shorten it.")
    word = {printed_word.casefold(): state for printed_word, state in cell.spec.words.items()}.get(
        cell.exact.casefold(), ""
    )
    state = word or cell.state or ("" if cell.exact else cell.spec.blank)
    if cell.spec.reads == "words" and not state:
        return Reading(text=cell.exact)
    reading = read_in_unit(cell, told)
    if not state or (state == State.PROVISIONAL and reading.value is None):
        return reading
    if reading.value is not None and state not in SHOWS_FIGURE:
        message = f"The row says {state.replace('_', ' ')}, but the cell holds a figure."
        return problem(message, "Leave out the figure or the mark.")
    return Reading(value=reading.value, state=State(state), text=reading.text, places=reading.places)


def read_in_unit(cell: Cell, told: Mapping[str, str]) -> Reading:
    reading = read_cell(
        cell.exact,
        cell.unit,
        scale=cell.measure.scale,
        percent_as=cell.spec.percent_as or told.get("percent_as"),
        duration_as=cell.spec.duration_as or told.get("duration_as"),
        mark_as=told.get("mark_as"),
        marks=cell.spec.read_marks,
        target=cell.is_target,
    )
    per = reading.text.removeprefix("per ").replace(",", "") if reading.text.startswith("per ") else ""
    multiplier = cell.measure.multiplier
    if per and multiplier and per.split()[0].isdigit() and float(per.split()[0]) != multiplier:
        message = f"'{shorten(cell.exact)}' counts per another number than the indicator."
        return problem(message, f"Give the rate per {multiplier:,.0f}.")
    return reading


def is_words(reading: Reading) -> bool:
    return reading.value is None and reading.state is State.KNOWN and not reading.problem and not reading.question


def problem(message: str, cure: str) -> Reading:
    return Reading(problem=f"{message} {cure}", cure=cure)
