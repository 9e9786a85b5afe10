"""A spreadsheet cell as the person saw it, and as exactly as it was stored."""

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from outturn.core.units.exact import decimal_of, round_half_away

FORMULA_WITHOUT_RESULT = "=?"
"""What stands for a formula that was saved without its result."""
NO_RESULT = "The formula was saved without its result."
SAVE_AGAIN = "Open the workbook in a spreadsheet program and save it."

LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
SIMPLE = re.compile(r"£?(?P<grouped>#,##)?#*0(?P<places>\.0+)?(?P<thousands>,*)%?")
SUFFIX = re.compile(r'[0#,](?:"\s*([^"]*?)\s*"|\\(.))')
SUFFIXES = ("%", "k", "m", "bn")
SIGNIFICANT = 15
"""A spreadsheet holds fifteen digits; what is beyond is an artefact of binary numbers."""


def print_cell(cell: Any) -> str:
    """`56.7%` for 0.567 under the format `0.0%`; the plain number where the format is not one of the simple ones."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    kind, value, code, *shown = cell
    if shown:
        return str(shown[0])
    if kind == "n":
        return as_it_stands(value, code) or shape_number(decimal_of(float(value)), code)
    return other(kind, value, code)


def exact(cell: Any) -> str:
    """The stored number in full, with the %, k or m that the format has, so that it can be read like any other cell."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    kind, value, code, *_ = cell
    if kind != "n":
        return other(kind, value, code)
    if stands := as_it_stands(value, code):
        return stands
    form = form_of(code)
    return write_plain_number(fifteen_digits(scale_number(decimal_of(float(value)), form))) + form.suffix


def as_it_stands(value: str, code: str) -> str:
    """A short number without a format is what it says; empty where it has to be worked out."""
    text = value.removesuffix(".0")
    return text if code in ("", "General") and len(text) <= SIGNIFICANT and "e" not in text else ""


def other(kind: str, value: Any, code: str) -> str:
    if kind == "b":
        return "Yes" if value else "No"
    if kind == "d":
        return write_day_as_shown(value, code)
    if kind == "t":
        return write_clock_as_shown(value)
    return FORMULA_WITHOUT_RESULT if kind == "f" else str(value)


def shape_number(number: Decimal, code: str) -> str:
    """The number under the simple formats: places, thousands commas, %, £, brackets, and k or m after it."""
    form = form_of(code)
    if number < 0 and form.brackets:
        return f"({shape_number(-number, code)})"
    size = scale_number(number, form)
    if form.places is None:
        return write_plain_number(fifteen_digits(size)) + form.suffix
    digits = round_half_away(size, form.places)
    return f"{form.pound}{digits:,f}{form.suffix}" if form.grouped else f"{form.pound}{digits:f}{form.suffix}"


def scale_number(number: Decimal, form: "Form") -> Decimal:
    """What the format makes of the stored number: a percent is a hundred times it, `0.0,,` a millionth."""
    return number * 100 if form.percent else number.scaleb(-3 * form.thousands)


@dataclass(frozen=True)
class Form:
    """What of a number format matters. `places` is None where the format is not a simple one; `percent`: it shows a
    hundred times the number, which a mere `"%"` in quotes does not."""

    places: int | None
    grouped: bool
    pound: str
    thousands: int
    percent: bool
    suffix: str
    brackets: bool


@cache
def form_of(code: str) -> Form:
    first, _, negative = code.partition(";")
    bare = LITERAL.sub("", first)
    simple = SIMPLE.fullmatch(bare)
    said = SUFFIX.search(first)
    percent = "%" in bare
    suffix = "%" if percent else (said[1] or said[2]) if said else ""
    return Form(
        places=len(simple["places"] or ".") - 1 if simple else None,
        grouped=bool(simple and simple["grouped"]),
        pound="£" if "£" in first else "",
        thousands=len(simple["thousands"]) if simple else 0,
        percent=percent,
        suffix=suffix if suffix.casefold() in SUFFIXES else "",
        brackets="(" in negative,
    )


def fifteen_digits(number: Decimal) -> Decimal:
    return Decimal(f"{number:.{SIGNIFICANT}g}")


def write_plain_number(number: Decimal) -> str:
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def write_day_as_shown(value: str, code: str) -> str:
    """`Oct-24` where the format names no day; otherwise the date itself."""
    when = datetime.fromisoformat(value)
    form = LITERAL.sub("", code).casefold()
    if "d" not in form and "y" in form and "m" in form:
        return f"{when:%b-%y}"
    return when.date().isoformat()


def write_clock_as_shown(seconds: float) -> str:
    whole = int(round_half_away(abs(seconds)))
    sign = "-" if seconds < 0 else ""
    return f"{sign}{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
