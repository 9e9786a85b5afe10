"""Numbers as spreadsheets and native charts hold them: a real number and the format that shows it as the paper does."""

from outturn.core.report.document import Cell
from outturn.core.units import Unit
from outturn.core.units.show import shows_more_than_nothing

DAY = 86_400


def to_stored(value: float, unit: str) -> float:
    """Times are fractions of a day; everything else is the number itself (percent 56.7, money in its scale)."""
    return value / DAY if unit == Unit.DURATION else value


def places(decimals: int) -> str:
    return "." + "0" * decimals if decimals > 0 else ""


def number_format(unit: str, decimals: int, scale: str = "", signed: bool = False) -> str:
    """`0.0"%"`, `#,##0`, `"£"#,##0"k"`, `[h]:mm:ss`; a true minus sign as in print; `signed` for gaps."""
    if unit == Unit.DURATION:
        return "[h]:mm:ss"
    digits = f"#,##0{places(decimals)}"
    before, after = "", ""
    if unit == Unit.PERCENT:
        digits, after = f"0{places(decimals)}", '" pp"' if signed else '"%"'
    elif unit == Unit.MONEY:
        before, after = '"£"', f'"{scale}"' if scale else ""
    positive = f"{before}{digits}{after}"
    return f'{"+" if signed else ""}{positive};"\u2212"{positive};{positive}'


def axis_format(unit: str, scale: str, step: float) -> str:
    """The format of an axis: no finer than its step."""
    if unit == Unit.DURATION:
        return "[h]:mm" if step >= 60 else "[m]:ss"
    decimals = next((d for d in range(4) if abs(step * 10**d - round(step * 10**d)) < 1e-6), 2)
    return number_format(unit, decimals, scale)


def caption(unit: str, words: str) -> str:
    """The unit over an axis, where its figures do not carry it."""
    return "" if unit in (Unit.PERCENT, Unit.MONEY, Unit.DURATION) else words


NUMERIC = frozenset(Unit) - {Unit.GRADE, Unit.TEXT, Unit.DATE, Unit.YES_NO}


def format_of(cell: Cell) -> str:
    """The format that shows the cell's value as the cell's text; empty when no number can say what the text says.

    `"> "0.0"†"` for a target, `0" of 42"` for a rank: the figure stays a number.
    """
    if (
        cell.value is None
        or cell.unit not in NUMERIC
        or (cell.unit == Unit.DURATION and (cell.signed or cell.value < 0))
    ):
        return ""
    code = number_format(cell.unit, cell.decimals, cell.scale, cell.signed)
    before = quote(f"{cell.operator} ") if cell.operator else ""
    after = quote(f"{cell.footmark}{'' if cell.of is None else f' of {cell.of}'}")
    sections = code.split(";")
    if not shows_more_than_nothing(cell.value, Unit(cell.unit), cell.decimals):
        sections = sections[-1:]  # what shows as nothing has no sign
    return ";".join(f"{before}{section}{after}" for section in sections)


def quote(words: str) -> str:
    """As a format holds it."""
    return '"' + words.replace('"', "'") + '"' if words else ""
