"""What is shown, as equations over the unknowns of a part."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outturn.core.suppress.cells import Cell
from outturn.core.suppress.model import Node, Part, connect_names

Weights = dict[Node, float]


@dataclass(frozen=True, eq=False)
class Row:
    """A sum of unknowns that a cell says, or (without a cell) that always holds and comes to nought."""

    weights: Weights
    cell: Cell | None = None


class System:
    """The equations of a part. What a cell says is in force while the cell is shown; all else always is."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.same = connect_names(list(find_unchanged(part)))
        self.of = {cell: self.nodes(cell, part.epochs(cell)[0]) for cell in part.cells}
        self.rows = [Row(self.of[cell], cell) for cell in part.cells if cell.value is not None]
        self.rows += [Row(weights) for weights in (*self.sums(), *self.stays())]
        self.at: dict[Node, list[Row]] = defaultdict(list)
        for row in self.rows:
            for node in row.weights:
                self.at[node].append(row)
        self.hiding: dict[Node, list[Cell]] = defaultdict(list)
        for cell in part.cells:
            for node in self.of[cell]:
                self.hiding[node].append(cell)

    def nodes(self, cell: Cell, epoch: int) -> Weights:
        return add_weights((self.node((unknown, epoch)), 1.0) for unknown in cell.unknowns)

    def node(self, node: Node) -> Node:
        return self.same.get(node, node)

    def sums(self) -> Iterator[Weights]:
        for whole, parts in self.part.sums:
            made = {}
            for epoch in self.part.all_epochs:
                weights = add_weights(
                    [(self.node((whole, epoch)), 1.0), *((self.node((p, epoch)), -1.0) for p in parts)]
                )
                made[tuple(weights)] = weights
            yield from made.values()

    def stays(self) -> Iterator[Weights]:
        """What was not restated is the same after a restatement as before it."""
        for cell in self.part.cells:
            epochs = self.part.epochs(cell)
            for epoch in epochs[:-1] if len(cell.unknowns) > 1 else ():
                after = ((node, -weight) for node, weight in self.nodes(cell, epoch + 1).items())
                weights = add_weights([*self.nodes(cell, epoch).items(), *after])
                if weights:
                    yield weights


def find_unchanged(part: Part) -> Iterator[list[Node]]:
    """The unknowns that a figure of their own says to be the same in several epochs."""
    for cell in part.cells:
        if len(cell.unknowns) == 1:
            yield [(cell.unknowns[0], epoch) for epoch in part.epochs(cell)]


def add_weights(pairs: Iterable[tuple[Node, float]]) -> Weights:
    made: Weights = {}
    for node, weight in pairs:
        made[node] = made.get(node, 0.0) + weight
    return {node: weight for node, weight in made.items() if weight}
