"""A spreadsheet cell as the person saw it, and as exactly as it was stored."""

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

from outturn.core.units.exact import decimal_of, rounded

FORMULA_WITHOUT_RESULT = "=?"
"""What stands for a formula that was saved without its result."""

LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
SIGNIFICANT = 15
"""A spreadsheet holds fifteen digits; what is beyond is an artefact of binary numbers."""


def printed(cell: Any) -> str:
    """`56.7%` for 0.567 under the format `0.0%`; the plain number where the format is not one of the simple ones."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    kind, value, code = cell
    if kind == "n":
        return shaped(decimal_of(float(value)), code)
    return other(kind, value, code)


def exact(cell: Any) -> str:
    """The stored number in full, with % where the format has it, so that it can be read like any other cell."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    kind, value, code = cell
    if kind != "n":
        return other(kind, value, code)
    number = fifteen_digits(decimal_of(float(value)))
    return f"{plain(number * 100)}%" if is_percent(code) else plain(number)


def other(kind: str, value: Any, code: str) -> str:
    if kind == "b":
        return "Yes" if value else "No"
    if kind == "d":
        return day(value, code)
    if kind == "t":
        return clock(value)
    return FORMULA_WITHOUT_RESULT if kind == "f" else str(value)


def shaped(number: Decimal, code: str) -> str:
    form = LITERAL.sub("", code.split(";")[0])
    if form not in ("", "General") and (found := re.fullmatch(r"£?(#,##|)0(\.0+)?(%?)", form)):
        places = len(found[2] or ".") - 1
        size = rounded(number * 100 if found[3] else number, places)
        digits = f"{size:,f}" if found[1] else f"{size:f}"
        pound = "£" if "£" in code else ""
        return f"{pound}{digits}{found[3]}"
    whole = fifteen_digits(number)
    return f"{plain(whole * 100)}%" if is_percent(code) else plain(whole)


def is_percent(code: str) -> bool:
    return "%" in LITERAL.sub("", code)


def fifteen_digits(number: Decimal) -> Decimal:
    return Decimal(f"{number:.{SIGNIFICANT}g}")


def plain(number: Decimal) -> str:
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def day(value: str, code: str) -> str:
    """`Oct-24` where the format names no day; otherwise the date itself."""
    when = datetime.fromisoformat(value)
    form = LITERAL.sub("", code).casefold()
    if "d" not in form and "y" in form and "m" in form:
        return f"{when:%b-%y}"
    return when.date().isoformat()


def clock(seconds: float) -> str:
    whole = int(rounded(abs(seconds)))
    sign = "-" if seconds < 0 else ""
    return f"{sign}{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
