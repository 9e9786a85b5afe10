"""Definitions that are well formed but do not make sense: targets without a figure, operators against the direction."""

from collections.abc import Iterator

from outturn.core.catalogue import GOOD_KEYS, GOOD_WHERE, Direction, EntryKind, Meaning, Operator, Scheme, TargetKind
from outturn.core.definitions.collected import Collected, Found
from outturn.core.definitions.make import make
from outturn.core.definitions.problems import DefinitionProblem, Severity
from outturn.core.definitions.references import iterate_entries
from outturn.core.definitions.schema.framework import EntryDefinition
from outturn.core.definitions.schema.indicator import IndicatorDefinition
from outturn.core.definitions.schema.scheme import SchemeFile
from outturn.core.definitions.sense_ties import check_ties
from outturn.core.definitions.source import Path, Source
from outturn.core.periods import PeriodProblem, parse
from outturn.core.units import State, Unit

WITH_BASELINE = (TargetKind.REDUCE, TargetKind.INCREASE)


def check_sense(all_: Collected) -> Iterator[DefinitionProblem]:
    yield from check_ties(all_)
    for indicator in all_.indicators.values():
        yield from _check_indicator(indicator)
    for found in all_.schemes.values():
        yield from _check_scheme(found)
    for framework in all_.frameworks.values():
        for path, item in iterate_entries(framework.given):
            measured = all_.indicators.get(item.indicator)
            direction = item.direction or (measured.given.direction if measured else Direction.NONE)
            yield from _check_direction(
                framework.source, path, item, measured.given.direction if measured else direction
            )
            yield from _check_target(framework.source, path, item)
            yield from _check_operator(framework.source, path, item, direction)


def _check_indicator(found: Found[IndicatorDefinition]) -> Iterator[DefinitionProblem]:
    given, source, path = found.given, found.source, found.path
    if given.unit is Unit.RATE and not given.multiplier:
        yield source.problem(path, "A rate needs to say per how many.", "Add 'multiplier: 1000' or another number.")
    if given.scale and given.unit is not Unit.MONEY:
        yield source.problem((*path, "scale"), "Only money has a scale.", "Take the line out, or make the unit money.")
    hidden = given.suppression
    if hidden and hidden.low > hidden.high:
        yield source.problem((*path, "suppression"), f"{hidden.low} to {hidden.high} hides nothing.", "Swap them.")


def _check_target(source: Source, path: Path, item: EntryDefinition) -> Iterator[DefinitionProblem]:
    target, place = item.target, (*path, "target")
    graded = target.operator == "=" and bool(target.text)  # a grade is asked for by its word
    valued = target.value is not None or target.value_state is not State.KNOWN or graded
    if target.kind is TargetKind.FLAT and not valued:
        yield source.problem(place, "A flat target needs its figure.", "Add 'value: ...'.")
    if target.kind in WITH_BASELINE and not target.baseline:
        yield source.problem(place, f"'{target.kind}' needs the year it compares with.", "Add \"baseline: '2023'\".")
    if target.kind in WITH_BASELINE and not valued:
        cure = "Add 'value: ...', or 'value_state: suppressed' when it is printed as *."
        yield source.problem(place, "The baseline figure is missing.", cure)
    if target.baseline and (wrong := no_period(target.baseline)):
        yield source.problem((*place, "baseline"), wrong, "Write the period that is compared with, such as '2023'.")
    if target.valid_from and target.valid_to and target.valid_to < target.valid_from:
        yield source.problem((*place, "valid_to"), "It ends before it begins.", "Change one of the two dates.")
    if item.kind is EntryKind.NARRATIVE and not item.text:
        yield source.problem(path, "A narrative entry says nothing.", "Add 'text: ...'.", Severity.WARNING)


def no_period(label: str) -> str:
    """What is wrong with a baseline that is no period; the periods it covers are not judged by it."""
    try:
        parse(label)
    except PeriodProblem as problem:
        return problem.message
    return ""


def _check_direction(source: Source, path: Path, item: EntryDefinition, own: Direction) -> Iterator[DefinitionProblem]:
    """An entry that turns its indicator round would call its own improvements worse, and no figure would show it."""
    if item.direction in (None, own) or own is Direction.NONE:
        if item.direction_reason:
            wrong = "A reason is given, but the direction is the indicator's own."
            yield source.problem((*path, "direction_reason"), wrong, "Take it out, or give the other direction.")
    elif not item.direction_reason:
        cure = "Take the line out, or say why in 'direction_reason'; what a source prints belongs in 'good_is_printed'."
        yield source.problem((*path, "direction"), f"'{item.direction}' is against the indicator's own: {own}.", cure)


def _check_operator(
    source: Source, path: Path, item: EntryDefinition, direction: Direction
) -> Iterator[DefinitionProblem]:
    """`<=` where higher is better passes what should fail; it loads, since a source may print it so, but it is said.
    An entry that says what its source prints as good has seen it, and a check argues with it."""
    operator = item.target.operator
    if item.good_is_printed is None and is_against(operator, direction):
        good = "higher" if direction is Direction.HIGHER else "lower"
        wrong = f"The operator {operator} disagrees with the direction: {good} is better."
        cure = "Change one of them, or leave the operator out."
        yield source.problem((*path, "target", "operator"), wrong, cure, Severity.WARNING)


def is_against(operator: Operator | None, direction: Direction) -> bool:
    good = GOOD_WHERE.get(operator or "")
    return direction is not Direction.NONE and good not in (None, direction)


def _check_scheme(found: Found[SchemeFile]) -> Iterator[DefinitionProblem]:
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
    yield from _check_bands(found)
    if "always" in reached:
        return
    if reached.get("adverse") != float("inf"):
        cure = "Add a last band 'when: adverse' without 'at_most'."
        yield source.problem(("bands",), "A value far off plan has no band.", cure)
    for when in ("met", "no_plan", "not_due", "suppressed"):
        if when not in reached:
            yield source.problem(("bands",), f"No band says what '{when}' shows.", f"Add a band 'when: {when}'.")


LETTERS = {"R": "red", "A": "amber", "G": "green"}
MEANS = {"met": (Meaning.MET,), "adverse": (Meaning.MET, Meaning.ADVERSE), "always": tuple(Meaning)}
"""What a band may mean, by when it applies; every other one is unrated."""


def _check_bands(found: Found[SchemeFile]) -> Iterator[DefinitionProblem]:
    """Letters that people read as colours, and bands that say two things of one state."""
    first: dict[str, tuple] = {}
    for index, (given, band) in enumerate(zip(found.given.bands, make(Scheme, found.given).bands, strict=True)):
        path, problem = ("bands", index), found.source.problem
        colour = LETTERS.get(band.letter.upper(), band.key)
        if colour != band.key:
            cure = f"Give '{band.word}' another letter, or make its key {colour}."
            yield problem((*path, "letter"), f"{band.letter} is read as {colour.capitalize()}, not {band.key}.", cure)
        spelt = band.word.lower()
        if spelt in LETTERS.values() and (band.key != spelt or band.letter.upper() != spelt[0].upper()):
            yield problem(
                (*path, "word"), f"'{band.word}' needs the key {spelt} and the letter {spelt[0].upper()}.", ""
            )
        allowed = MEANS.get(band.when, (Meaning.UNRATED,))
        if band.means not in allowed:
            cure = f"Use {' or '.join(allowed)}, or leave it out."
            yield problem((*path, "means"), f"A band for '{band.when}' cannot mean '{band.means}'.", cure)
        elif band.means is Meaning.ADVERSE and band.key in GOOD_KEYS:
            yield problem(
                (*path, "means"), f"'{band.word}' is {band.key}, which is read as met.", "Choose another key."
            )
        same = (band.word, band.letter, band.shape, band.means)
        if first.setdefault(band.key, same) != same:
            cure = "Give it the word, letter, shape and meaning of the first, or another key."
            yield problem(path, f"The key '{given.key}' stands for two different bands.", cure)
