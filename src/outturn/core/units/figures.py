"""Figures as printed: one number with the signs of its unit, or two that belong together."""

import re
from dataclasses import replace
from decimal import Decimal

from outturn.core.units.kinds import POWERS, State, Unit
from outturn.core.units.numbers import LONGEST, NotANumber, Number, not_a_number, parse_number, shorten
from outturn.core.units.reading import Asked, Reading

PAIR = re.compile(r"(?P<first>[^/]+?)\s*/\s*(?P<second>[^/]+)")
OUT_OF = re.compile(r"(?P<part>[0-9,.]+)\s+(?:of|out of)\s+(?P<whole>[0-9,.]+)", re.I)
FORECAST = re.compile(r"(?P<words>FOT|YTD)\s+(?P<rest>\S.*)", re.I)
PER = re.compile(r"per\s+[0-9,]+(?:\s+[a-z]+)*", re.I)
SCALES = {"k": "k", "thousand": "k", "m": "m", "mn": "m", "million": "m", "bn": "bn", "billion": "bn"}
TAILS: dict[Unit, frozenset[str]] = {
    Unit.DAYS: frozenset({"days", "day"}),
    Unit.BED_DAYS: frozenset({"bed days", "bed day"}),
    Unit.FTE: frozenset({"fte", "wte"}),
    Unit.YEARS: frozenset({"years", "year", "yrs", "yr"}),
    Unit.PERCENT: frozenset({"%", "per cent", "percent"}),
}
"""What may follow the number."""


def read_number_in_unit(cell: str, asked: Asked) -> Reading:
    """A number with its unit signs; also two figures in one cell, and `25 of 25`."""
    if len(cell) > LONGEST:
        raise not_a_number(cell)
    if match := OUT_OF.fullmatch(cell):
        return out_of(match, cell, asked)
    if match := PAIR.fullmatch(cell):
        return pair(match, cell, asked)
    if match := FORECAST.fullmatch(cell):
        return replace(read_number_in_unit(match["rest"], asked), text=match["words"])
    return fit_to_unit(parse_number(cell), cell, asked)


def fit_to_unit(written: Number, cell: str, asked: Asked) -> Reading:
    """Fit a written number to its unit, or say what does not fit."""
    tail = written.tail.casefold()
    if written.pound and asked.unit is not Unit.MONEY:
        raise NotANumber(
            f"'{shorten(cell)}' is money, but this indicator is not.", "Leave out the £ or correct the unit."
        )
    if asked.unit is Unit.MONEY:
        return Reading(float(read_money(written.value, tail, cell, asked.scale)), places=written.places)
    if asked.unit is Unit.PERCENT and not tail:
        return read_unsigned_percent(written, cell, asked)
    if asked.unit is Unit.RATE and PER.fullmatch(tail):
        return Reading(float(written.value), text=written.tail, places=written.places)
    if tail == "+":
        return Reading(float(written.value), text=cell, places=written.places)
    if tail and tail not in TAILS.get(asked.unit, ()):
        message = f"'{shorten(cell)}' has '{shorten(written.tail)}' after the number."
        raise NotANumber(message, what_fits(asked.unit))
    return Reading(float(written.value), places=written.places)


def what_fits(unit: Unit) -> str:
    sign = {Unit.PERCENT: "a number with or without %", Unit.RATE: "a number, with 'per 1,000' if you like"}
    return f"This indicator is a {unit.replace('_', ' ')}: write {sign.get(unit, 'the number alone')}."


def read_money(value: Decimal, tail: str, cell: str, scale: str) -> Decimal:
    """Money in the scale it is held in; a plain figure is taken to be in that scale already."""
    if not tail:
        return value
    if tail not in SCALES:
        message = f"'{shorten(cell)}' has '{shorten(tail)}' after the amount."
        raise NotANumber(message, "Write £k, £m or the amount alone.")
    return value.scaleb(POWERS[SCALES[tail]] - POWERS[scale])


def read_unsigned_percent(written: Number, cell: str, asked: Asked) -> Reading:
    """0.567 may be 56.7% or 0.567%: nothing is guessed."""
    value = written.value
    if value == 0 or abs(value) > 1 or asked.percent_as == "percent":
        return Reading(float(value), places=written.places)
    if asked.percent_as == "fraction":
        return Reading(float(value * 100), places=max(0, written.places - 2))
    whole = f"{(value * 100).normalize():f}"
    return Reading(code="percent-scale", question=f"'{cell}' may mean {cell}% or {whole}%. Which is it?")


def pair(found: re.Match[str], cell: str, asked: Asked) -> Reading:
    """`99% / 99%` is one figure when both agree."""
    first, second = read_number_in_unit(found["first"], asked), read_number_in_unit(found["second"], asked)
    if first == second:
        return replace(first, text=cell)
    raise NotANumber(f"'{shorten(cell)}' holds two figures that differ.", "Leave the one that is the value.")


def out_of(found: re.Match[str], cell: str, asked: Asked) -> Reading:
    """`25 of 25` is 25 as a count, 100 as a percent, 1 as a ratio."""
    part, whole = parse_number(found["part"]).value, parse_number(found["whole"]).value
    if asked.unit not in (Unit.PERCENT, Unit.RATIO):
        return Reading(float(part), text=cell)
    if whole == 0:
        return Reading(state=State.NOT_APPLICABLE, text=cell)
    return Reading(float(part / whole * (100 if asked.unit is Unit.PERCENT else 1)), text=cell)
