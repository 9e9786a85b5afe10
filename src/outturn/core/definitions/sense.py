"""Definitions that are well formed but do not make sense: targets without a figure, operators against the direction."""

from collections.abc import Iterator

from outturn.core.catalogue import Direction, EntryKind, TargetKind
from outturn.core.definitions.collected import Collected, Found
from outturn.core.definitions.problems import DefinitionProblem, Severity
from outturn.core.definitions.references import entries
from outturn.core.definitions.schema.framework import EntryDefinition
from outturn.core.definitions.schema.indicator import IndicatorDefinition
from outturn.core.definitions.schema.scheme import SchemeFile
from outturn.core.definitions.sense_ties import ties
from outturn.core.definitions.source import Path, Source
from outturn.core.units import State, Unit

WITH_BASELINE = (TargetKind.REDUCE, TargetKind.INCREASE)
AGAINST = {Direction.HIGHER: ("<", "<="), Direction.LOWER: (">", ">=")}


def sense(all_: Collected) -> Iterator[DefinitionProblem]:
    yield from ties(all_)
    for indicator in all_.indicators.values():
        yield from _indicator(indicator)
    for scheme in all_.schemes.values():
        yield from _scheme(scheme)
    for framework in all_.frameworks.values():
        for path, item in entries(framework.given):
            measured = all_.indicators.get(item.indicator)
            direction = item.direction or (measured.given.direction if measured else Direction.NONE)
            yield from _target(framework.source, path, item)
            yield from _operator(framework.source, path, item, direction)


def _indicator(found: Found[IndicatorDefinition]) -> Iterator[DefinitionProblem]:
    given, source, path = found.given, found.source, found.path
    if given.unit is Unit.RATE and not given.multiplier:
        yield source.problem(path, "A rate needs to say per how many.", "Add 'multiplier: 1000' or another number.")
    if given.scale and given.unit is not Unit.MONEY:
        yield source.problem((*path, "scale"), "Only money has a scale.", "Take the line out, or make the unit money.")
    hidden = given.suppression
    if hidden and hidden.low > hidden.high:
        yield source.problem((*path, "suppression"), f"{hidden.low} to {hidden.high} hides nothing.", "Swap them.")


def _target(source: Source, path: Path, item: EntryDefinition) -> Iterator[DefinitionProblem]:
    target, at = item.target, (*path, "target")
    graded = target.operator == "=" and bool(target.text)  # a grade is asked for by its word
    valued = target.value is not None or target.value_state is not State.KNOWN or graded
    if target.kind is TargetKind.FLAT and not valued:
        yield source.problem(at, "A flat target needs its figure.", "Add 'value: ...'.")
    if target.kind in WITH_BASELINE and not target.baseline:
        yield source.problem(at, f"'{target.kind}' needs the year it compares with.", "Add \"baseline: '2023'\".")
    if target.kind in WITH_BASELINE and not valued:
        cure = "Add 'value: ...', or 'value_state: suppressed' when it is printed as *."
        yield source.problem(at, "The baseline figure is missing.", cure)
    if item.kind is EntryKind.NARRATIVE and not item.text:
        yield source.problem(path, "A narrative entry says nothing.", "Add 'text: ...'.", Severity.WARNING)


def _operator(source: Source, path: Path, item: EntryDefinition, direction: Direction) -> Iterator[DefinitionProblem]:
    """`<=` where higher is better passes what should fail; it loads, since a source may print it so, but it is said.
    An entry that says what its source prints as good has seen it, and a check argues with it."""
    operator = item.target.operator
    if item.good_is_printed is None and operator in AGAINST.get(direction, ()):
        good = "higher" if direction is Direction.HIGHER else "lower"
        wrong = f"The operator {operator} disagrees with the direction: {good} is better."
        cure = "Change one of them, or leave the operator out."
        yield source.problem((*path, "target", "operator"), wrong, cure, Severity.WARNING)


def _scheme(found: Found[SchemeFile]) -> Iterator[DefinitionProblem]:
    """A band that an earlier one always takes is never reached; an adverse share above every bound has no band."""
    bands, source = found.given.bands, found.source
    reached: dict[str, float] = {}
    for index, band in enumerate(bands):
        bound = float("inf") if band.at_most is None else band.at_most
        if "always" in reached or reached.get(band.when, -1.0) >= bound:
            cure = "Put the narrower band first."
            yield source.problem(("bands", index), f"The band '{band.word}' is never reached.", cure)
        if band.at_most is not None and band.when != "adverse":
            yield source.problem(("bands", index, "at_most"), "Only 'adverse' has a bound.", "Take the line out.")
        reached[band.when] = max(bound, reached.get(band.when, -1.0))
    if "always" in reached:
        return
    if reached.get("adverse") != float("inf"):
        cure = "Add a last band 'when: adverse' without 'at_most'."
        yield source.problem(("bands",), "A value far off plan has no band.", cure)
    for when in ("met", "no_plan", "not_due", "suppressed"):
        if when not in reached:
            yield source.problem(("bands",), f"No band says what '{when}' shows.", f"Add a band 'when: {when}'.")
