"""How a figure is held against its target."""

from enum import StrEnum

from outturn.core.catalogue.indicators import Direction
from outturn.core.catalogue.targets import TargetKind


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

USUAL: dict[Direction, Operator] = {Direction.HIGHER: Operator.AT_LEAST, Direction.LOWER: Operator.AT_MOST}
BY_KIND: dict[TargetKind, Operator | None] = {
    TargetKind.REDUCE: Operator.BELOW,
    TargetKind.INCREASE: Operator.ABOVE,
    TargetKind.MILESTONE: None,
    TargetKind.TBC: None,
    TargetKind.NONE: None,
}
"""Kinds of target that ask for one thing, or for nothing, whichever way is good."""


def usual_operator(kind: TargetKind, direction: Direction) -> Operator | None:
    """What a target asks for where nothing says it: where higher is better, at least the plan."""
    return BY_KIND[kind] if kind in BY_KIND else USUAL.get(direction)
