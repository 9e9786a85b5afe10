"""The sentence at the top of a page: how many are off plan, and what got worse for longest."""

from collections.abc import Sequence

from outturn.core.assess.result import Result
from outturn.web.components.line import Line
from outturn.web.components.words import in_words


def off_plan(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.result.rating.met is False]


def worsening_for(result: Result, sign: int) -> int:
    """For how many periods running the figure has moved the wrong way; 0 when the last move was not worse."""
    known = [value for value in result.points.value if value is not None]
    steps = 0
    for before, after in zip(reversed(known[:-1]), reversed(known), strict=False):
        if sign == 0 or (after - before) * sign >= 0:
            break
        steps += 1
    return steps


def headline(lines: Sequence[Line], noun: str = "measure") -> str:
    """`11 of 38 priorities are off plan; worse for three months running: ambulance response`"""
    off = off_plan(lines)
    plural = {"priority": "priorities"}.get(noun, noun + "s")
    if not lines:
        return f"No {plural} are defined yet"
    if not any(line.result.rating.met is not None for line in lines):
        return f"None of the {len(lines)} {plural} is rated yet"
    said = f"{len(off) or 'None'} of {len(lines)} {plural} {'is' if len(off) < 2 else 'are'} off plan"
    steps, worst = max(
        ((worsening_for(line.result, line.entry.direction.sign), line) for line in off),
        default=(0, None),
        key=lambda pair: pair[0],
    )
    if worst is None or steps < 2:
        return said
    return f"{said}; worse for {in_words(steps)} {step_name(worst.result)} running: {lower_first(worst.name)}"


STEPS = {"month": "months", "quarter": "quarters", "rolling12": "months", "rolling3": "months", "ytd": "months"}


def step_name(result: Result) -> str:
    """What one step of the series is called."""
    return STEPS.get(result.latest.period.kind.value, "periods") if result.latest.period else "periods"


def lower_first(name: str) -> str:
    """`Ambulance response` inside a sentence; names that begin with capitals (`A&E`) or codes stay."""
    plain = len(name) > 1 and name[1].islower() and name.split()[0].isalpha()
    return name[0].lower() + name[1:] if plain else name
