"""The attacker: what a hidden figure can still be, given everything that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from outturn.core.suppress.model import Cell, Model, Unknown

Row = NDArray[np.float64]
CLOSE = 1e-6


class Contradiction(Exception):
    """The figures shown do not add up, so nothing can be concluded from them."""


@dataclass(frozen=True)
class Range:
    """The lowest and highest possible value, and the shown cells by which each was found."""

    low: float
    high: float
    low_by: tuple[Cell, ...]
    high_by: tuple[Cell, ...]


def possible_values(model: Model, hidden: Cell, at_least: float = 0) -> Range:
    """The range that a hidden figure must be in: all sums hold, no count is negative, and every hidden figure is
    at least `at_least` (1 where noughts are shown). Raises Contradiction."""
    index = unknown_index(model)
    shown = [cell for cell in model.cells if not cell.hidden and cell.value is not None]
    low, low_by = extreme(model, index, shown, hidden, at_least, 1)
    high, high_by = extreme(model, index, shown, hidden, at_least, -1)
    return Range(low, high, low_by, high_by)


def unknown_index(model: Model) -> dict[Unknown, int]:
    named = [unknown for cell in model.cells for unknown in cell.unknowns]
    named += [unknown for whole, parts in model.sums for unknown in (whole, *parts)]
    return {unknown: n for n, unknown in enumerate(dict.fromkeys(named))}


def extreme(
    model: Model, index: dict[Unknown, int], shown: Sequence[Cell], hidden: Cell, at_least: float, sign: int
) -> tuple[float, tuple[Cell, ...]]:
    """The lowest (sign 1) or highest (-1) value, by linear programming; the multipliers say which cells told it."""
    from scipy.optimize import linprog

    equal = np.array([row_of(cell.unknowns, index) for cell in shown] + [sum_row(s, index) for s in model.sums])
    right = np.array([cell.value for cell in shown] + [0.0] * len(model.sums))
    floor = [-row_of(cell.unknowns, index) for cell in model.cells if cell.hidden and cell.policy] if at_least else []
    answer = linprog(
        sign * row_of(hidden.unknowns, index),
        A_eq=equal if len(equal) else None,
        b_eq=right if len(equal) else None,
        A_ub=np.array(floor) if floor else None,
        b_ub=np.full(len(floor), -at_least) if floor else None,
        bounds=(0, None),
        method="highs",
    )
    if answer.status == 3:
        return -sign * float("inf"), ()
    if answer.status != 0:
        raise Contradiction
    weights = answer.eqlin.marginals[: len(shown)] if len(equal) else []
    used = tuple(cell for cell, weight in zip(shown, weights, strict=False) if abs(weight) > CLOSE)
    return sign * float(answer.fun), used


def row_of(unknowns: Sequence[Unknown], index: dict[Unknown, int]) -> Row:
    row: Row = np.zeros(len(index))
    for unknown in unknowns:
        row[index[unknown]] += 1
    return row


def sum_row(total: tuple[Unknown, tuple[Unknown, ...]], index: dict[Unknown, int]) -> Row:
    whole, parts = total
    return row_of((whole,), index) - row_of(parts, index)
