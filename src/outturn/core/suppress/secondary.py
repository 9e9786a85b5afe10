"""Hiding further figures until nothing that is or was shown tells more of a hidden one than the policy itself does."""

from dataclasses import dataclass, field

from outturn.core.suppress.attack import CLOSE, Contradiction, Range, System, View, odd_cells, possible_values
from outturn.core.suppress.cells import Cell
from outturn.core.suppress.model import Part
from outturn.core.suppress.policy import hidden_range


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
        or nothing helps."""
        assert cell.policy is not None
        low, high = hidden_range(cell.policy)
        found = self.possible(cell)
        by = [one for one in narrowed(found, low, high) if not one.known and not one.hidden]
        if not by or not any(one.known for one in self.system.part.cells):
            return tuple(by)
        best = self.possible(cell, only_known=True)
        low_by = found.low_by if found.low > max(low, best.low) + CLOSE else ()
        high_by = found.high_by if found.high < min(high, best.high) - CLOSE else ()
        return tuple(one for one in (high_by or low_by) if not one.known and not one.hidden)

    def possible(self, cell: Cell, only_known: bool = False) -> Range:
        """The attacker assumes that no nought is hidden, where the policy shows them; if that cannot be (a nought had
        to be hidden), only that counts are not negative. Figures that do not add up tell nothing: what
        is odd among them is hidden, rather than trusted."""
        for floors in (True, False):
            try:
                return possible_values(View(self.system, only_known, floors), cell)
            except Contradiction:
                continue
        self.set_aside(View(self.system, only_known, floors=False))
        return self.possible(cell, only_known)

    def set_aside(self, view: View) -> None:
        odd = odd_cells(view)
        assert odd, "figures that contradict each other have one that is odd"
        for cell in odd:
            cell.odd = True
            if not cell.known:
                self.hide(cell)


def narrowed(found: Range, low: int, high: int) -> tuple[Cell, ...]:
    """The cells that narrow a range to less than the hidden one."""
    if found.high < high - CLOSE:
        return found.high_by
    return found.low_by if found.low > low + CLOSE else ()


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
