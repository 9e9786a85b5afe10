"""Cells of the one-page framework: figures with units, targets with operators, grades as letters, computed ticks."""

from dataclasses import replace

from outturn.core.assess.grades import plain
from outturn.core.assess.result import Result
from outturn.core.catalogue import GOOD_WHERE, Direction, Entry, Indicator, Shape
from outturn.core.periods import Period
from outturn.core.report import cells
from outturn.core.report.document import Cell, Chip
from outturn.core.report.document_kinds import Arrow, Status
from outturn.core.report.paper import Paper
from outturn.core.report.say.directions import GOOD_IS
from outturn.core.report.tables.trend import TOO_FEW, draw_trend, say_span
from outturn.core.units import State, Unit, as_fine, show, unit_words

LAST = 12
OPERATORS = {">=": "≥", "<=": "≤", "=": "="}
IN_FIGURE = (Unit.PERCENT, Unit.DURATION, Unit.MONEY)
GRADES = {
    "red": Chip(Status.RED, "Red", "R", Shape.SQUARE),
    "amber": Chip(Status.AMBER, "Amber", "A", Shape.TRIANGLE),
    "green": Chip(Status.GREEN, "Green", "G", Shape.CIRCLE),
    "inadequate": Chip(Status.RED, "Inadequate", "In", Shape.SQUARE),
    "requires improvement": Chip(Status.AMBER, "Requires improvement", "RI", Shape.TRIANGLE),
    "good": Chip(Status.GREEN, "Good", "Gd", Shape.CIRCLE),
    "outstanding": Chip(Status.GREEN, "Outstanding", "O", Shape.CIRCLE),
}
"""R, A and G are read as Red, Amber and Green: no other grade may have them alone."""
WAYS = {Direction.HIGHER: Arrow.UP, Direction.LOWER: Arrow.DOWN, Direction.NONE: Arrow.NONE}


def latest(indicator: Indicator, result: Result) -> Cell:
    """The figure, beside it its unit, where the figure does not carry one; its period in the note. The multiplier of a
    rate is said with the period: it is long, and the wording of the measure has it.
    """
    period, words = result.latest.period.label if result.latest.period else "", unit(indicator)
    if indicator.unit is Unit.RATE and indicator.multiplier:
        return replace(cells.actual(indicator, result), note=", ".join(filter(None, (words, period))))
    return replace(cells.actual(indicator, result), unit_words=words, note=period)


def unit(indicator: Indicator) -> str:
    if indicator.unit in IN_FIGURE:
        return ""
    return unit_words(indicator.unit, indicator.scale, indicator.multiplier or None)


def target(indicator: Indicator, entry: Entry, result: Result) -> Cell:
    """`> 65.2`, `≤ 10.32%`, `≥ 95%†`: as finely as it was set, the operator before it."""
    aim = entry.target
    sign = OPERATORS.get(aim.operator, aim.operator)
    mark = "†" if aim.inferred else ""
    if aim.value is None:
        return Cell(text=aim.text) if aim.text else cells.DASH
    decimals = as_fine(aim.value, 0 if indicator.unit is Unit.PERCENT else indicator.decimals)
    figure = show(aim.value, indicator.unit, decimals, scale=indicator.scale, table=True)
    return Cell(
        text=f"{sign} {figure}{mark}".strip(),
        value=aim.value,
        unit=indicator.unit.value,
        decimals=decimals,
        scale=indicator.scale,
        operator=sign,
        footmark=mark,
        key=cells.plan(indicator, result).key,
        note="The page prints no operator; it follows from what good is." if aim.inferred else "",
    )


def good_is(entry: Entry) -> Cell:
    """Which way is better; ‡ where the source prints the other way, or against its own target."""
    if entry.target.operator == "=":
        return Cell(text=entry.target.text)
    word, arrow = GOOD_IS[entry.direction], WAYS[entry.direction]
    if entry.good_is_printed is None:
        return replace(cells.good_is(entry.direction), arrow=arrow)
    printed = GOOD_IS[entry.good_is_printed].lower()
    if entry.good_is_printed is entry.direction:
        note = f"Printed {printed}, against its own target. The page does not show which is wrong."
    else:
        note = f"Printed {printed}; {word.lower()} is what the target and the marker ask for."
    return Cell(text=f"{word}‡", footmark="‡", arrow=arrow, note=note)


def contradicts(entry: Entry) -> bool:
    return entry.good_is_printed is not None and GOOD_WHERE.get(entry.target.operator) is not entry.good_is_printed


def rationale(indicator: Indicator, entry: Entry) -> str:
    return " ".join(filter(None, (indicator.rationale, entry.note)))


def trend(indicator: Indicator, result: Result, good: Direction) -> Cell:
    """The last 12 figures as a line, or the last 12 grades as letters; two make a trend."""
    points = result.points
    if indicator.unit is Unit.GRADE:
        words = tuple(text for text in points.text if text)[-LAST:]
        return grades(words) if len(words) > 1 else TOO_FEW
    known = [(value, period) for value, period in zip(points.value, points.period, strict=True) if value is not None]
    known = known[-LAST:]
    if len(known) < 2:
        return TOO_FEW
    return draw_trend(say_span(indicator, known[0], known[-1]), [value for value, _ in known], result, good)


def grades(words: tuple[str, ...]) -> Cell:
    chips = tuple(GRADES.get(plain(word)) or Chip(Status.GREY, word, letter(word), Shape.DASH) for word in words)
    letters = " ".join(chip.letter for chip in chips)
    return Cell(text=letters, letters=chips, note=", ".join(chip.word for chip in chips))


def letter(word: str) -> str:
    """What stands for a grade of no known scale."""
    first = word[:1].upper()
    return word[:2].capitalize() if first in "RAG" else first


def is_updated(paper: Paper, entry: Entry) -> bool:
    """Whether the latest figure is another than in the edition before: a newer period, or a changed figure."""
    return bool(paper.before_date) and differs(paper.before_by_key.get(entry.key), paper.result(entry))


def differs(before: Result | None, now: Result) -> bool:
    """Whether there is a figure now, and it is another than before. `records.assessments.compared` asks the database
    the same."""
    return now.latest.period is not None and (before is None or figure_of(before) != figure_of(now))


def figure_of(result: Result) -> tuple[Period | None, float | None, State, str]:
    latest = result.latest
    return latest.period, latest.value, latest.state, latest.text


def tick(paper: Paper, entry: Entry) -> Cell:
    before = paper.before_by_key.get(entry.key)
    return tick_of(paper.indicator(entry), before) if is_updated(paper, entry) else Cell()


def tick_of(indicator: Indicator, before: Result | None) -> Cell:
    """Of a figure that is another than in the edition before: what it was."""
    if before is None or before.latest.period is None:
        return Cell(text="✓", note="New since the edition before.")
    return Cell(text="✓", note=f"Was {cells.actual(indicator, before).text} ({before.latest.period.label}).")
