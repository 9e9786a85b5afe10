"""Rounding as people do it: half away from zero, on the decimal digits that they see."""

from decimal import ROUND_HALF_UP, Decimal, localcontext


def decimal_of(value: float | Decimal) -> Decimal:
    """The shortest decimal that names this float: 2.675 is 2.675, not 2.67499999999999982236431605997495353221893."""
    return value if isinstance(value, Decimal) else Decimal(repr(float(value)))


def round_half_away(value: float | Decimal, decimals: int = 0) -> Decimal:
    """`rounded(2.675, 2)` is 2.68, `rounded(-0.5)` is -1, and nothing is ever minus zero."""
    with localcontext() as exact:
        exact.prec = 400
        result = decimal_of(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return abs(result) if result == 0 else result
