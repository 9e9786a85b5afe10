"""Numbers as spreadsheets and native charts hold them: a real number and the format that shows it as the paper does."""

from outturn.core.report.document import Cell
from outturn.core.units import Unit, show, show_signed

DAY = 86_400


def held(value: float, unit: str) -> float:
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
    """The format that shows the cell's value as the cell's text; empty when no number can say what the text says."""
    if cell.value is None or cell.unit not in NUMERIC or (cell.unit == Unit.DURATION and cell.value < 0):
        return ""
    unit, options = Unit(cell.unit), {"scale": cell.scale, "table": True}
    code = number_format(unit, cell.decimals, cell.scale)
    plain = show(cell.value, unit, cell.decimals, **options)
    if cell.text == plain:
        return code
    if unit != Unit.DURATION and cell.text == show_signed(cell.value, unit, cell.decimals, **options):
        return number_format(unit, cell.decimals, cell.scale, signed=True)
    if cell.text.startswith(plain) and cell.value >= 0:
        after = cell.text[len(plain) :].replace('"', "'")
        return f'{code.split(";")[0]}"{after}"'
    return ""
