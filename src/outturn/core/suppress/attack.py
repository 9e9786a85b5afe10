"""The attacker: what a hidden figure can still be, given everything that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outturn.core.suppress.model import Cell, Model, Unknown

if TYPE_CHECKING:
    from scipy.sparse import csr_array

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

    floor = [cell for cell in model.cells if cell.hidden and cell.policy] if at_least else []
    equal = [weights(cell.unknowns) for cell in shown] + [sum_weights(*one) for one in model.sums]
    answer = linprog(
        sign * matrix([weights(hidden.unknowns)], index).toarray()[0],
        A_eq=matrix(equal, index) if equal else None,
        b_eq=[cell.value for cell in shown] + [0.0] * len(model.sums) if equal else None,
        A_ub=-matrix([weights(cell.unknowns) for cell in floor], index) if floor else None,
        b_ub=[-at_least] * len(floor) if floor else None,
        bounds=(0, None),
        method="highs",
    )
    if answer.status == 3:
        return -sign * float("inf"), ()
    if answer.status != 0:
        raise Contradiction
    told = answer.eqlin.marginals[: len(shown)] if equal else []
    used = tuple(cell for cell, weight in zip(shown, told, strict=False) if abs(weight) > CLOSE)
    return sign * float(answer.fun), used


Weights = dict[Unknown, float]


def weights(unknowns: Sequence[Unknown]) -> Weights:
    return dict.fromkeys(unknowns, 1.0)


def sum_weights(whole: Unknown, parts: Sequence[Unknown]) -> Weights:
    return {whole: 1.0} | dict.fromkeys(parts, -1.0)


def matrix(rows: Sequence[Weights], index: dict[Unknown, int]) -> "csr_array":
    """The rows as a sparse matrix with a column for each unknown."""
    from scipy.sparse import csr_array

    values = [weight for row in rows for weight in row.values()]
    columns = [index[unknown] for row in rows for unknown in row]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    return csr_array((values, columns, starts), shape=(len(rows), len(index)))
