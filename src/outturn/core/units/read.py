"""From a cell as printed to a value: every form that arrives, and a sentence for every form that cannot be read."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from outturn.core.units.durations import HALF_CLOCK, HALVES, PLAIN, half_clock, seconds
from outturn.core.units.exact import rounded
from outturn.core.units.kinds import POWERS, WORD_UNITS, State, Unit
from outturn.core.units.marks import BROKEN_FORMULA, PROVISIONAL, REVISED, state_of
from outturn.core.units.numbers import NotANumber, Number, number, short


@dataclass(frozen=True)
class Reading:
    """What a cell says. Exactly one of: a value, a state without one, words, a question, or a problem.

    `question` needs a person's answer before anything is recorded; `code` names it. `operator` is set for
    targets such as `>= 50%`; `places` is how many decimals were printed; `text` keeps words beside the figure.
    """

    value: float | None = None
    state: State = State.KNOWN
    text: str = ""
    question: str | None = None
    problem: str | None = None
    code: str = ""
    operator: str = ""
    places: int = 0


@dataclass(frozen=True)
class Asked:
    """What the reader was told about the cell besides its unit."""

    unit: Unit
    scale: str
    percent_as: str | None
    duration_as: str | None


OPERATOR = re.compile(r"(?P<op><=|>=|≤|≥|<|>|=)\s*(?P<rest>.+)")
PLAIN_OPERATOR = {"≤": "<=", "≥": ">="}
PAIR = re.compile(r"(?P<first>[^/]+?)\s*/\s*(?P<second>[^/]+)")
OUT_OF = re.compile(r"(?P<part>[0-9,.]+)\s+(?:of|out of)\s+(?P<whole>[0-9,.]+)", re.I)
BASELINE = re.compile(
    r"(?P<words>(?:reduction|reduce|increase|maintain|improve)\b(?:\s+(?:on|from|since))?\s+"
    r"(?:[0-9]{4}(?:/[0-9]{2})?|[0-9]{2}/[0-9]{2}))\s+(?P<rest>\S+)", re.I,
)  # fmt: skip
DATED = re.compile(r"(?P<words>(?:19|20)[0-9]{2})\s+(?P<rest>[0-9][0-9,.]*%)")
FORECAST = re.compile(r"(?P<words>FOT|YTD)\s+(?P<rest>\S.*)", re.I)
PER = re.compile(r"per\s+[0-9,]+(?:\s+\w+)?", re.I)
SCALES = {"k": "k", "thousand": "k", "000": "k", "m": "m", "mn": "m", "million": "m", "bn": "bn", "billion": "bn"}
TAILS: dict[Unit, frozenset[str]] = {
    Unit.DAYS: frozenset({"days", "day"}),
    Unit.BED_DAYS: frozenset({"bed days", "bed day"}),
    Unit.FTE: frozenset({"fte", "wte"}),
    Unit.YEARS: frozenset({"years", "year", "yrs", "yr"}),
    Unit.PERCENT: frozenset({"%", "per cent", "percent"}),
}
YES_NO = {"yes": 1.0, "y": 1.0, "true": 1.0, "✓": 1.0, "✔": 1.0, "no": 0.0, "n": 0.0, "false": 0.0, "✗": 0.0, "✘": 0.0}
DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%Y-%m-%d %H:%M:%S")


def read(
    printed: str,
    unit: Unit,
    *,
    scale: str = "",
    decimals: int | None = None,
    percent_as: str | None = None,
    duration_as: str | None = None,
    target: bool = False,
) -> Reading:
    """Read one cell as printed.

    `scale` is what the indicator holds money in: `£1.43m` read in `k` is 1430. `percent_as` answers the question
    whether 0.567 is `fraction` (56.7%) or `percent` (0.567%); `duration_as` whether 30:06 is `mm:ss` or `hh:mm`,
    or what a plain 90 counts (`seconds`, `minutes`, `hours`, `days`). `target` allows `>= 50%`, `Reduce 2021 2.4`
    and plain words. `decimals` rounds what was printed.
    """
    cell = " ".join(printed.split())
    if any(not ch.isprintable() for ch in cell):
        return Reading(problem=f"'{short(cell)}' holds characters that cannot be printed. Type the cell again.")
    if not cell:
        return Reading(state=State.NOT_AVAILABLE)
    if BROKEN_FORMULA.fullmatch(cell):
        return Reading(problem=f"'{cell}' is a formula that failed. Mend it in the workbook and save it again.")
    asked = Asked(unit, scale, percent_as, duration_as)
    try:
        reading = target_reading(cell, asked) if target else value_reading(cell, asked)
    except NotANumber as problem:
        return Reading(problem=str(problem))
    if decimals is None or reading.value is None:
        return reading
    return replace(reading, value=float(rounded(reading.value, decimals)), places=min(reading.places, decimals))


def target_reading(cell: str, asked: Asked) -> Reading:
    """A target may carry an operator, a baseline year, or be words only."""
    if found := OPERATOR.fullmatch(cell):
        operator = PLAIN_OPERATOR.get(found["op"], found["op"])
        return replace(value_reading(found["rest"], asked), operator=operator)
    if found := BASELINE.fullmatch(cell) or DATED.fullmatch(cell):
        return replace(value_reading(found["rest"], asked), text=found["words"])
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
    if plain != cell:
        return replace(value_reading(plain, asked), state=State.PROVISIONAL)
    cell = REVISED.sub("", cell)
    if asked.unit is Unit.YES_NO:
        return yes_no(cell)
    if asked.unit is Unit.DATE:
        return day(cell)
    if asked.unit is Unit.DURATION:
        return duration(cell, asked)
    return figure(cell, asked)


def figure(cell: str, asked: Asked) -> Reading:
    """A number with its unit signs; also two figures in one cell, and `25 of 25`."""
    if found := OUT_OF.fullmatch(cell):
        return out_of(found, cell, asked)
    if found := PAIR.fullmatch(cell):
        return pair(found, cell, asked)
    if found := FORECAST.fullmatch(cell):
        return replace(figure(found["rest"], asked), text=found["words"])
    return in_unit(number(cell), cell, asked)


def in_unit(written: Number, cell: str, asked: Asked) -> Reading:
    """Fit a written number to its unit, or say what does not fit."""
    tail = written.tail.casefold()
    star = tail.endswith("*")
    tail = tail.rstrip("*").strip()
    note = "*" if star else ""
    if written.pound and asked.unit is not Unit.MONEY:
        raise NotANumber(f"'{short(cell)}' is money, but this indicator is not. Leave the £ out or mend the unit.")
    if asked.unit is Unit.MONEY:
        return Reading(float(money(written.value, tail, cell, asked.scale)), text=note, places=written.places)
    if asked.unit is Unit.PERCENT and not tail:
        return unsigned_percent(written, cell, asked)
    if asked.unit is Unit.RATE and PER.fullmatch(tail):
        return Reading(float(written.value), text=written.tail, places=written.places)
    if tail == "+":
        return Reading(float(written.value), text=cell, places=written.places)
    if tail and tail not in TAILS.get(asked.unit, ()):
        raise NotANumber(f"'{short(cell)}' has '{short(written.tail)}' after the number. {what_fits(asked.unit)}")
    return Reading(float(written.value), text=note, places=written.places)


def what_fits(unit: Unit) -> str:
    sign = {Unit.PERCENT: "a number with or without %", Unit.RATE: "a number, with 'per 1,000' if you like"}
    return f"This indicator is a {unit.replace('_', ' ')}: write {sign.get(unit, 'the number alone')}."


def money(value: Decimal, tail: str, cell: str, scale: str) -> Decimal:
    """Money in the scale it is held in; a plain figure is taken to be in that scale already."""
    if not tail:
        return value
    if tail not in SCALES:
        raise NotANumber(f"'{short(cell)}' has '{short(tail)}' after the amount. Write £k, £m or the amount alone.")
    return value.scaleb(POWERS[SCALES[tail]] - POWERS[scale])


def unsigned_percent(written: Number, cell: str, asked: Asked) -> Reading:
    """0.567 may be 56.7% or 0.567%: nothing is guessed."""
    value = written.value
    if value == 0 or abs(value) > 1 or asked.percent_as == "percent":
        return Reading(float(value), places=written.places)
    if asked.percent_as == "fraction":
        return Reading(float(value * 100), places=max(0, written.places - 2))
    whole = f"{(value * 100).normalize():f}"
    return Reading(code="percent-scale", question=f"'{cell}' may mean {cell}% or {whole}%. Which is it?")


def pair(found: re.Match[str], cell: str, asked: Asked) -> Reading:
    """`99% / 99%`: one figure when both agree, a question when they do not."""
    first, second = value_reading(found["first"], asked), value_reading(found["second"], asked)
    if first == second:
        return replace(first, text=cell)
    return Reading(
        code="two-figures", question=f"'{short(cell)}' holds two figures. Which one is the value?", text=cell
    )


def out_of(found: re.Match[str], cell: str, asked: Asked) -> Reading:
    """`25 of 25` is 25 as a count, 100 as a percent, 1 as a ratio."""
    part, whole = number(found["part"]).value, number(found["whole"]).value
    if asked.unit not in (Unit.PERCENT, Unit.RATIO):
        return Reading(float(part), text=cell)
    if whole == 0:
        return Reading(state=State.NOT_APPLICABLE, text=cell)
    return Reading(float(part / whole * (100 if asked.unit is Unit.PERCENT else 1)), text=cell)


def yes_no(cell: str) -> Reading:
    value = YES_NO.get(cell.casefold())
    if value is None:
        raise NotANumber(f"'{short(cell)}' is neither yes nor no. Write Yes or No.")
    return Reading(value)


def day(cell: str) -> Reading:
    """A date, held as its ordinal day; day before month, as in Britain."""
    for form in DATE_FORMS:
        try:
            found: date = datetime.strptime(cell, form).date()
        except ValueError:
            continue
        return Reading(float(found.toordinal()))
    raise NotANumber(f"'{short(cell)}' is not a date. Write it as 2024-10-31 or 31/10/2024.")


def duration(cell: str, asked: Asked) -> Reading:
    """Seconds; a form that can be read in two ways is a question."""
    known = seconds(cell)
    if known is not None:
        return Reading(float(known))
    if HALF_CLOCK.fullmatch(cell):
        if asked.duration_as in HALVES:
            return Reading(float(half_clock(cell, asked.duration_as)))
        half_clock(cell, "mm:ss")
        return Reading(code="duration-form", question=f"'{cell}' may be mm:ss or hh:mm. Which is it?")
    written = number(cell)
    if written.tail or written.pound:
        raise NotANumber(f"'{short(cell)}' is not a time. Write it as hh:mm:ss, such as 00:30:06.")
    if asked.duration_as in PLAIN:
        return Reading(float(written.value * PLAIN[asked.duration_as]))
    if written.value == 0:
        return Reading(0.0)
    return Reading(code="duration-form", question=f"'{cell}' may be seconds, minutes, hours or days. Which is it?")
