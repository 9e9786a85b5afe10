"""The sentence at the top of a page: how many are off plan, and what among the worst got worse for longest."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.catalogue import Entry, FrameworkKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.say.counts import off_plan, topic_of
from outturn.core.report.say.movement import CHANCE
from outturn.core.report.say.order import pick_attention
from outturn.core.report.say.tally import Tally, tally
from outturn.core.report.wording import spell_inside
from outturn.core.units import State

WORTH_SAYING = 2
STEPS = {
    PeriodKind.DAY: "days",
    PeriodKind.WEEK: "weeks",
    PeriodKind.MONTH: "months",
    PeriodKind.QUARTER: "quarters",
    PeriodKind.HALF: "half-years",
    PeriodKind.YEAR: "years",
    PeriodKind.FINANCIAL_YEAR: "years",
    PeriodKind.ACADEMIC_YEAR: "years",
    PeriodKind.ROLLING12: "months",
    PeriodKind.ROLLING3: "months",
}
"""What one step of a series is called. Sums of the year so far have none: they grow by themselves."""


@dataclass(frozen=True)
class Running:
    """A measure that needs attention, and for how many periods of a kind on end it moved the wrong way."""

    name: str
    kind: PeriodKind | None
    steps: int


def say_headline(count: Tally, first: Sequence[Running], noun: str = "measure", what: str = "off plan") -> str:
    """`11 of 29 rated priorities are off plan; worse for three months running: ambulance response`.

    `first`: those that need attention first; the one that is named is among them.
    """
    said = off_plan(count, noun, what)
    worst = max(first, default=None, key=lambda running: running.steps)
    if worst is None or worst.steps < WORTH_SAYING:
        return said
    return f"{said}; worse for {spell_inside(worst.steps)} {step_name(worst.kind)} running: {name_inside(worst.name)}"


def headline_of(kind: FrameworkKind, measures: Sequence[tuple[str, Entry, Result]]) -> str:
    """The headline of a framework of a kind, from all its measures: (name as shown, entry, result)."""
    results = [result for _, _, result in measures]
    urgent = {result.key for result in pick_attention(results)}
    first = [run(*measure) for measure in measures if measure[2].key in urgent]
    return say_headline(tally(results), first, *topic_of(kind))


def run(name: str, entry: Entry, result: Result) -> Running:
    period = result.latest.period
    return Running(name, period.kind if period else None, worsening_for(entry, result))


def worsening_for(entry: Entry, result: Result) -> int:
    """For how many periods on end the figure moved the wrong way: 0 where the chart sees only chance, or a gap is."""
    sign = entry.direction.sign
    kind = result.latest.period.kind if result.latest.period else None
    if result.variation.variation == CHANCE or not step_name(kind) or not sign:
        return 0
    points = list_measured(result)
    steps = 0
    for (before, earlier), (after, later) in zip(reversed(points[:-1]), reversed(points), strict=False):
        if earlier is None or later is None or before.next() != after or (later - earlier) * sign >= 0:
            break
        steps += 1
    return steps


def list_measured(result: Result) -> list[tuple[Period, float | None]]:
    """The series up to the latest figure, without the periods in which nothing is measured."""
    points = zip(result.points.period, result.points.value, result.points.state, strict=True)
    until = result.latest.period
    return [(at, value) for at, value, state in points if state != State.NOT_APPLICABLE and until and at <= until]


def step_name(kind: PeriodKind | None) -> str:
    return STEPS.get(kind, "") if kind else ""


def name_inside(name: str) -> str:
    """`Ambulance response` inside a sentence; names that begin with capitals (`A&E`) or codes stay."""
    plain = len(name) > 1 and name[1].islower() and name.split()[0].isalpha()
    return name[0].lower() + name[1:] if plain else name
