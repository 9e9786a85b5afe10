"""How likely something is."""

from outturn.core.units import Unit, show


def chance_words(chance: float) -> str:
    """Never quite certain: `34%`, `less than 1%`, `more than 99%`."""
    if chance < 0.01:
        return "less than 1%"
    return "more than 99%" if chance > 0.99 else show(chance * 100, Unit.PERCENT, 0)
