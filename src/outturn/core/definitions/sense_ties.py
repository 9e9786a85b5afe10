"""Ties between indicators that cannot be: a part of itself, a percent that adds up, a rate of nothing."""

from collections.abc import Iterator, Mapping

from outturn.core.definitions.collected import Collected, Found, follow
from outturn.core.definitions.problems import DefinitionProblem, Severity
from outturn.core.definitions.schema.indicator import IndicatorDefinition
from outturn.core.units import Unit

DIVIDED = (Unit.PERCENT, Unit.RATE, Unit.RATIO)


def check_ties(all_: Collected) -> Iterator[DefinitionProblem]:
    wholes = {slug: found.given.adds_up_to for slug, found in all_.indicators.items()}
    for slug, found in all_.indicators.items():
        yield from _check_part(all_, slug, found, wholes)
        yield from _check_rate(slug, found)


def _check_part(
    all_: Collected, slug: str, found: Found[IndicatorDefinition], wholes: Mapping[str, str | None]
) -> Iterator[DefinitionProblem]:
    given, source, path = found.given, found.source, (*found.path, "adds_up_to")
    whole = all_.indicators.get(given.adds_up_to or "")
    if whole is None:
        return
    if slug in follow(slug, wholes):
        yield source.problem(path, f"'{slug}' is a part of itself.", "Follow 'adds_up_to' from one to the next.")
    elif given.unit in DIVIDED:
        yield source.problem(
            path, f"Figures in {given.unit} do not add up.", "Take the line out, or say it of the count."
        )
    elif given.unit is not whole.given.unit:
        wrong = f"'{slug}' is in {given.unit} and '{given.adds_up_to}' in {whole.given.unit}: they do not add up."
        yield source.problem(path, wrong, "Name an indicator of the same unit, or take the line out.")


def _check_rate(slug: str, found: Found[IndicatorDefinition]) -> Iterator[DefinitionProblem]:
    given, source, path = found.given, found.source, found.path
    rate = given.rate_of
    suppression = given.suppression or found.defaults.suppression
    if rate is None:
        if suppression and given.unit in DIVIDED:
            wrong = f"The rule hides counts, and this is in {given.unit}: nothing says which count it tells."
            cure = "Add 'rate_of: {numerator: ..., denominator: ...}', or say the rule of the count."
            yield source.problem((*path, "suppression") if given.suppression else path, wrong, cure, Severity.WARNING)
        return
    place = (*path, "rate_of")
    if given.unit not in DIVIDED:
        yield source.problem(place, f"A figure in {given.unit} is no rate.", "Take the lines out, or change the unit.")
    if not rate.numerator and not rate.denominator:
        yield source.problem(place, "It is a rate of nothing.", "Add 'numerator: ...', 'denominator: ...', or both.")
    if slug in (rate.numerator, rate.denominator):
        yield source.problem(place, f"'{slug}' is a rate of itself.", "Name the indicators of the two counts.")
    if rate.multiplier and given.multiplier and rate.multiplier != given.multiplier:
        wrong = f"The multiplier is {rate.multiplier:g} here and {given.multiplier} for the indicator."
        yield source.problem((*place, "multiplier"), wrong, "Say it once.")
