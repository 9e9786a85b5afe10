"""How a figure is held against its target."""

from enum import StrEnum

from outturn.core.catalogue.indicators import Direction


class Operator(StrEnum):
    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    EXACTLY = "="


ASKS_FOR: dict[str, str] = {
    Operator.AT_LEAST: "at or above",
    Operator.ABOVE: "above",
    Operator.AT_MOST: "at or below",
    Operator.BELOW: "below",
    Operator.EXACTLY: "exactly",
}
"""In words, before the figure that is asked for."""

GOOD_WHERE: dict[str, Direction] = {
    Operator.AT_LEAST: Direction.HIGHER,
    Operator.ABOVE: Direction.HIGHER,
    Operator.AT_MOST: Direction.LOWER,
    Operator.BELOW: Direction.LOWER,
}
"""Which way is good, by what the target asks for."""
