"""Columns that float: they stand on a column nobody sees, or reach from zero both ways."""

from typing import NamedTuple


class Floating(NamedTuple):
    """`base` carries; `above` and `below` are drawn. Stacked columns add up away from zero on each side by itself."""

    base: float | None
    above: float | None
    below: float | None


def float_column(low: float | None, high: float | None) -> Floating:
    """A column from `low` to `high`: (2, 5) is 3 upon 2, (-5, -2) is 3 under -2, (-1, 4) needs no base."""
    if low is None or high is None:
        return Floating(None, None, None)
    if low >= 0:
        return Floating(low, high - low, None)
    if high <= 0:
        return Floating(high, None, low - high)
    return Floating(None, high, low)
