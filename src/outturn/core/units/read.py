"""From a cell as printed to a value: every form that arrives, and a sentence for every form that cannot be read."""

import re
from collections.abc import Mapping
from dataclasses import replace

from outturn.core.units.exact import round_half_away
from outturn.core.units.figures import read_number_in_unit
from outturn.core.units.kinds import WORD_UNITS, State, Unit
from outturn.core.units.marks import BROKEN_FORMULA, MARKED, PROVISIONAL, REVISED, state_of
from outturn.core.units.numbers import NotANumber, shorten
from outturn.core.units.others import duration, read_date, read_yes_no
from outturn.core.units.reading import Asked, Reading

OPERATOR = re.compile(r"(?P<op><=|>=|≤|≥|<|>|=)\s*(?P<rest>.+)")
PLAIN_OPERATOR = {"≤": "<=", "≥": ">="}
BASELINE = re.compile(
    r"(?P<words>(?:reduction|reduce|increase|maintain|improve)\b(?:\s+(?:on|from|since))?\s+"
    r"(?:[0-9]{4}(?:/[0-9]{2})?|[0-9]{2}/[0-9]{2}))\s+(?P<rest>\S+)",
    re.I,
)
"""`Reduce 2021 2.4`: the baseline year, then its figure."""
DATED = re.compile(r"(?P<words>(?:19|20)[0-9]{2})\s+(?P<rest>[0-9][0-9,.]*%)")
"""`2028 75%`: an ambition and its year."""


def read_cell(
    printed: str,
    unit: Unit,
    *,
    scale: str = "",
    decimals: int | None = None,
    percent_as: str | None = None,
    duration_as: str | None = None,
    mark_as: str | None = None,
    marks: Mapping[str, str] | None = None,
    target: bool = False,
) -> Reading:
    """Read one cell as printed.

    `scale` is what the indicator holds money in: `£1.43m` read in `k` is 1430. `percent_as` answers the question
    whether 0.567 is `fraction` (56.7%) or `percent` (0.567%); `duration_as` whether 30:06 is `mm:ss` or `hh:mm`,
    or what a plain 90 counts (`seconds`, `minutes`, `hours`, `days`); `mark_as` whether the figure of `5*` is `known`
    or `provisional`, which `marks` says for marks that the source explains. `target` allows `>= 50%`, `Reduce 2021 2.4`
    and plain words. `decimals` rounds what was printed.
    """
    cell = " ".join(printed.split())
    if not cell.isprintable():
        return refuse_cell(
            NotANumber(f"'{shorten(cell)}' holds characters that cannot be printed.", "Type the cell again.")
        )
    if not cell:
        return Reading(state=State.NOT_AVAILABLE)
    if BROKEN_FORMULA.fullmatch(cell):
        return refuse_cell(
            NotANumber(f"'{cell}' is a formula that failed.", "Correct it in the workbook and save it again.")
        )
    asked = Asked(unit, scale, percent_as, duration_as, mark_as, marks or {})
    try:
        reading = target_reading(cell, asked) if target else value_reading(cell, asked)
    except NotANumber as problem:
        return refuse_cell(problem)
    if decimals is None or reading.value is None:
        return reading
    return replace(reading, value=float(round_half_away(reading.value, decimals)), places=min(reading.places, decimals))


def refuse_cell(problem: NotANumber) -> Reading:
    return Reading(problem=str(problem), cure=problem.cure)


def target_reading(cell: str, asked: Asked) -> Reading:
    """A target may carry an operator, a baseline year, or be words only."""
    if match := OPERATOR.fullmatch(cell):
        operator = PLAIN_OPERATOR.get(match["op"], match["op"])
        return replace(value_reading(match["rest"], asked), operator=operator)
    if match := BASELINE.fullmatch(cell) or DATED.fullmatch(cell):
        return replace(value_reading(match["rest"], asked), text=match["words"])
    try:
        return value_reading(cell, asked)
    except NotANumber:
        if any(ch.isalpha() for ch in cell) and not cell[0].isdigit():
            return Reading(text=cell)
        raise


def value_reading(cell: str, asked: Asked) -> Reading:
    state = state_of(cell)
    if state is not None:
        return Reading(state=state, text=cell if cell not in "*-–~" else "")
    if asked.unit in WORD_UNITS:
        return Reading(text=cell)
    plain = PROVISIONAL.sub("", cell)
    if plain not in (cell, ""):
        return replace(value_reading(plain, asked), state=State.PROVISIONAL)
    cell = REVISED.sub("", cell) or cell
    if marked := MARKED.fullmatch(cell):
        return read_marked(marked, cell, asked)
    if asked.unit is Unit.YES_NO:
        return read_yes_no(cell)
    if asked.unit is Unit.DATE:
        return read_date(cell)
    if asked.unit is Unit.DURATION:
        return duration(cell, asked)
    return read_number_in_unit(cell, asked)


def read_marked(marked: re.Match[str], cell: str, asked: Asked) -> Reading:
    """`5*`: the mark may only point to a note, or say that the figure is not final: nothing is guessed."""
    reading = value_reading(marked["figure"], asked)
    if reading.value is None or reading.question:
        return reading
    meant = asked.marks.get(marked["mark"]) or asked.mark_as
    if meant is None:
        question = f"'{shorten(cell)}' has the mark '{marked['mark']}' beside the figure. What does it mean?"
        return Reading(code="marked-figure", question=question)
    return replace(reading, state=State(meant), text=reading.text or marked["mark"])
