"""Hiding further figures until nothing that is or was shown tells more of a hidden one than the policy itself does."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from outturn.core.suppress.attack import (
    CLOSE,
    INFINITE,
    Contradiction,
    Floors,
    Range,
    View,
    odd_cells,
    possible_values,
)
from outturn.core.suppress.cells import Cell
from outturn.core.suppress.equations import System
from outturn.core.suppress.model import Part
from outturn.core.suppress.policy import find_hidden_range


def protect(part: Part) -> None:
    """Marks cells of the part as hidden until every small count could still be anything that is hidden.

    What was shown before is known, and no hiding place: where it tells a small count by itself, nothing can be done,
    and nothing more is hidden for it than helps.
    """
    targets = [cell for cell in part.cells if cell.primary and not cell.known]
    if not targets or not any(cell.value is not None and (cell.known or not cell.hidden) for cell in part.cells):
        return
    guard = Guard(System(part))
    while any(guard.protect(cell) for cell in targets):  # begins anew; what need not be looked at again is skipped
        pass


@dataclass
class Guard:
    """Protects one cell after another, and again when something was hidden since it was looked at."""

    system: System
    hidden: int = 0
    looked: dict[Cell, int] = field(default_factory=dict)

    def protect(self, cell: Cell) -> bool:
        """Whether anything had to be hidden for this cell."""
        if self.looked.get(cell) == self.hidden:
            return False
        before = self.hidden
        while telling := self.cells_that_tell(cell):
            self.hide(best_to_hide(cell, telling))
        self.looked[cell] = self.hidden
        return self.hidden > before

    def hide(self, cell: Cell) -> None:
        """A row that says two things is hidden in both."""
        for other in self.system.part.cells:
            if other is cell or (other.row == cell.row and cell.row >= 0):
                other.hidden = True
        self.hidden += 1

    def cells_that_tell(self, cell: Cell) -> tuple[Cell, ...]:
        """Shown cells, still to be hidden, that narrow a hidden one to less than the hidden range; none when it is safe
        or nothing helps. They may tell it to whoever thinks that no nought is hidden, or to whoever knows better."""
        return self.telling(cell, Floors.ALL) or (self.telling(cell, Floors.TRUE) if self.mistaken(cell) else ())

    def mistaken(self, cell: Cell) -> bool:
        """Whether it is not so that no nought is hidden."""
        noughts = any(View(self.system).floor(each) > (each.value or 0) for each in self.system.part.cells)
        return noughts or self.possible(cell, View(self.system)) is None

    def telling(self, cell: Cell, floors: Floors) -> tuple[Cell, ...]:
        assert cell.policy is not None
        low, high = (float(edge) for edge in find_hidden_range(cell.policy))
        possible = self.possible(cell, View(self.system, floors=floors))
        if possible is None or not any(self.open(find_narrowing_cells(possible, low, high))):
            return ()
        if any(other.known for other in self.system.part.cells):
            best = self.possible(cell, View(self.system, only_known=True, floors=floors)) or Range(0, INFINITE)
            low, high = max(low, best.low), min(high, best.high)
        return tuple(self.open(find_narrowing_cells(possible, low, high)))

    def open(self, cells: tuple[Cell, ...]) -> Iterator[Cell]:
        return (cell for cell in cells if not cell.known and not cell.hidden)

    def possible(self, cell: Cell, view: View) -> Range | None:
        """None where what is taken of hidden figures cannot be. Figures that do not add up tell nothing: what is odd
        among them is hidden, rather than trusted."""
        try:
            return possible_values(view, cell)
        except Contradiction:
            if view.floors is Floors.ALL:
                return None
        odd = odd_cells(View(self.system, view.only_known, Floors.NONE))
        for other in odd:
            self.set_aside(other)
        return self.possible(cell, view) if odd else None

    def set_aside(self, cell: Cell) -> None:
        cell.odd = True
        if not cell.known:
            self.hide(cell)


def find_narrowing_cells(found: Range, low: float, high: float) -> tuple[Cell, ...]:
    """The cells that narrow a range to less than the hidden one."""
    high_by = found.high_by if found.high < high - CLOSE else ()
    low_by = found.low_by if found.low > low + CLOSE else ()
    return (*high_by, *low_by)


def best_to_hide(cell: Cell, telling: tuple[Cell, ...]) -> Cell:
    """Rather a small part than a total, rather of the same or a near period, rather not a nought (hiding one says
    that noughts may be hidden), and an exempt level only when there is nothing else."""
    return min(
        telling,
        key=lambda other: (
            other.exempt,
            not other.value,
            len(other.unknowns),
            abs(other.stretch[0] - cell.stretch[0]),
            other.value or 0,
            other.row,
        ),
    )
