"""How likely something is."""

from outturn.core.units import Unit, show

LEAST = 0.01
"""A smaller chance is said to be less than this, and never none."""


def chance_words(chance: float) -> str:
    """Never quite certain: `34%`, `less than 1%`, `more than 99%`."""
    if chance < LEAST:
        return "less than 1%"
    return "more than 99%" if chance > 1 - LEAST else show(chance * 100, Unit.PERCENT, 0)
