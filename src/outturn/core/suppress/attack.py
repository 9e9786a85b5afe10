"""The attacker: what a hidden figure can still be, given everything that is and was shown."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from outturn.core.suppress.cells import Cell
from outturn.core.suppress.equations import Row, System, Weights
from outturn.core.suppress.model import Node
from outturn.core.suppress.policy import find_hidden_range

if TYPE_CHECKING:
    from scipy.sparse import csr_array

CLOSE = 1e-6
INFINITE = float("inf")
SLIP = 0.01
TOTAL_RATHER = 0.99


class Contradiction(Exception):
    """The figures shown do not add up, so nothing can be concluded from them."""


@dataclass(frozen=True)
class Range:
    """The lowest and highest possible value, and the shown cells by which each was found."""

    low: float
    high: float
    low_by: tuple[Cell, ...] = ()
    high_by: tuple[Cell, ...] = ()


class Floors(Enum):
    """What is taken of hidden figures. ALL: that nobody hides a nought where noughts are shown, which may be wrong: one
    may have to be hidden for another figure. TRUE: the same of those only of which it is so. NONE: nothing."""

    ALL = "all"
    TRUE = "true"
    NONE = "none"


@dataclass
class View:
    """What is in force for an attacker: cells that are not hidden, or only those that were known before."""

    system: System
    only_known: bool = False
    floors: Floors = Floors.ALL

    def tells(self, cell: Cell) -> bool:
        return not cell.odd and (cell.known or not (self.only_known or cell.hidden))

    def value(self, node: Node) -> float | None:
        """The value of an unknown that has a figure of its own."""
        return next((cell.value for cell in tellers(self, node)), None)

    def floor(self, cell: Cell) -> float:
        """The least that a hidden figure is taken to be."""
        if self.floors is Floors.NONE or not cell.hidden or cell.known or not cell.policy:
            return 0
        least = find_hidden_range(cell.policy)[0]
        below = cell.value is not None and cell.value < least
        return 0 if below and self.floors is Floors.TRUE else least


@dataclass
class Corner:
    """The corner of a system in which a hidden figure lies: the unknowns that hang together once those that are
    shown themselves are taken as given."""

    nodes: dict[Node, int]
    rows: list[Row]
    given: dict[Node, float]
    floors: list[tuple[Weights, float]]
    least: dict[Node, float]


def corner_of(view: View, cell: Cell) -> Corner:
    corner = Corner({}, [], {}, [], {})
    seen_rows: set[int] = set()
    seen_cells: set[int] = set()
    ahead = list(view.system.of[cell])
    while ahead:
        node = ahead.pop()
        if node in corner.nodes or node in corner.given:
            continue
        value = view.value(node)
        if value is not None:
            corner.given[node] = value
            continue
        corner.nodes[node] = len(corner.nodes)
        for row in view.system.at[node]:
            if id(row) not in seen_rows and (row.cell is None or view.tells(row.cell)):
                seen_rows.add(id(row))
                corner.rows.append(row)
                ahead += row.weights
        for other in view.system.hiding[node]:
            least = view.floor(other)
            if least and id(other) not in seen_cells:
                seen_cells.add(id(other))
                weights = view.system.of[other]
                if len(weights) == 1:
                    corner.least[node] = max(least, corner.least.get(node, 0))
                else:
                    corner.floors.append((weights, least))
                    ahead += weights
    return corner


def possible_values(view: View, cell: Cell) -> Range:
    """The range that a hidden figure must be in: all sums hold, no count is negative, and every hidden figure is at
    least what its policy hides. Raises Contradiction."""
    corner = corner_of(view, cell)
    wanted = view.system.of[cell]
    fixed = sum_given(wanted, corner.given)
    by = tuple(one for node in wanted if node in corner.given for one in tellers(view, node))
    if not any(node in corner.nodes for node in wanted):
        return Range(fixed, fixed, by, by)
    raising = tuple(one for one in by if one.value)  # without a nought the lowest would be no lower
    if not corner.rows:
        return Range(fixed + sum(corner.least.get(node, 0) for node in wanted), INFINITE, raising)
    high, high_by = extreme(view, corner, wanted, -1)
    low, low_by = extreme(view, corner, wanted, 1)
    return Range(fixed + low, fixed + high, (*raising, *low_by), (*by, *high_by) if high < INFINITE else ())


def extreme(view: View, corner: Corner, wanted: Weights, sign: int) -> tuple[float, tuple[Cell, ...]]:
    """The lowest (sign 1) or highest (-1) value, by linear programming; the multipliers say which cells told it."""
    from scipy.optimize import linprog

    n, index = len(corner.nodes), corner.nodes
    right = [(row.cell.value or 0.0 if row.cell else 0.0) - sum_given(row.weights, corner.given) for row in corner.rows]
    below = [sum_given(weights, corner.given) - least for weights, least in corner.floors]
    answer = linprog(
        sign * matrix([wanted], index, n).toarray()[0],
        A_eq=matrix([row.weights for row in corner.rows], index, n),
        b_eq=right,
        A_ub=-matrix([weights for weights, _ in corner.floors], index, n) if corner.floors else None,
        b_ub=below or None,
        bounds=[(corner.least.get(node, 0.0), None) for node in index],
        method="highs",
    )
    if answer.status == 3:
        return -sign * INFINITE, ()
    if answer.status != 0:
        raise Contradiction
    of_floors = -answer.ineqlin.marginals if corner.floors else ()
    return sign * float(answer.fun), tuple(find_cells_used(view, corner, [*answer.eqlin.marginals, *of_floors]))


def find_cells_used(view: View, corner: Corner, multipliers: Sequence[float]) -> Iterator[Cell]:
    """The shown cells without which the bound would not follow."""
    pulls: dict[Node, float] = defaultdict(float)
    rows = [*corner.rows, *(Row(weights) for weights, _ in corner.floors)]
    for row, multiplier in zip(rows, multipliers, strict=True):
        if abs(multiplier) > CLOSE:
            if row.cell:
                yield row.cell
            for node, weight in row.weights.items():
                if node in corner.given:
                    pulls[node] += multiplier * weight
    for node, pull in pulls.items():
        if abs(pull) > CLOSE:
            yield from tellers(view, node)


def tellers(view: View, node: Node) -> list[Cell]:
    """The shown figures of an unknown's own. Beside one that was known before, others tell nothing."""
    own = [row.cell for row in view.system.at[node] if row.cell and row.weights == {node: 1.0} and view.tells(row.cell)]
    return [cell for cell in own if cell.known] or own


def sum_given(weights: Weights, given: Mapping[Node, float]) -> float:
    return sum(weight * given[node] for node, weight in weights.items() if node in given)


def matrix(rows: Sequence[Weights], index: Mapping[Node, int], width: int) -> "csr_array":
    """The rows as a sparse matrix with a column for each unknown of the index."""
    from scipy.sparse import csr_array

    values, columns, starts = [], [], [0]
    for row in rows:
        for node, weight in row.items():
            if node in index:
                values.append(weight)
                columns.append(index[node])
        starts.append(len(values))
    return csr_array((values, columns, starts), shape=(len(rows), width))


def odd_cells(view: View) -> list[Cell]:
    """The shown figures that have to be taken away for the rest to add up: those that are least off, and rather a
    total than its parts."""
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import csr_array, hstack

    rows = [row for row in view.system.rows if row.cell is None or view.tells(row.cell)]
    index = {node: n for n, node in enumerate(dict.fromkeys(node for row in rows for node in row.weights))}
    with_cell = [n for n, row in enumerate(rows) if row.cell]
    off: Any = csr_array(
        (np.ones(len(with_cell)), (with_cell, range(len(with_cell)))), shape=(len(rows), len(with_cell))
    )
    wholes = {
        view.system.node((whole, epoch)) for whole, _ in view.system.part.sums for epoch in view.system.part.all_epochs
    }
    price = [TOTAL_RATHER if wholes.issuperset(rows[n].weights) else 1.0 for n in with_cell]
    answer = linprog(
        np.concatenate([np.zeros(len(index)), price, price]),
        A_eq=hstack([matrix([row.weights for row in rows], index, len(index)), off, -off]),
        b_eq=[row.cell.value or 0.0 if row.cell else 0.0 for row in rows],
        method="highs",
    )
    if answer.status != 0:
        raise Contradiction
    off_by = answer.x[len(index) : len(index) + len(with_cell)] + answer.x[len(index) + len(with_cell) :]
    return [cell for n, by in zip(with_cell, off_by, strict=True) if (cell := rows[n].cell) and by > SLIP]
