"""Numbers as spreadsheets and native charts hold them: a real number and the format that shows it as the paper does."""

from outturn.core.units import Unit

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
