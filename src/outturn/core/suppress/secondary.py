"""Hiding further figures until nothing shown tells more of a hidden one than the policy itself does."""

from outturn.core.suppress.attack import CLOSE, Contradiction, Range, possible_values
from outturn.core.suppress.model import Cell, Model
from outturn.core.suppress.policy import hidden_range


def protect(model: Model) -> None:
    """Marks cells of the model as hidden until every small count could still be anything that is hidden."""
    changed = any(cell.primary for cell in model.cells)
    while changed:
        changed = sum(protect_one(model, cell) for cell in model.cells if cell.primary) > 0


def protect_one(model: Model, cell: Cell) -> bool:
    """Whether anything had to be hidden for this cell."""
    changed = False
    while True:
        try:
            telling = cells_that_tell(model, cell)
        except Contradiction:
            telling = tuple(other for other in model.cells if not other.hidden)
            changed |= bool(telling)
            for other in telling:
                other.hidden = True
            return changed
        if not telling:
            return changed
        best_to_hide(cell, telling).hidden = True
        changed = True


def cells_that_tell(model: Model, cell: Cell) -> tuple[Cell, ...]:
    """The shown cells that narrow a hidden one to less than the hidden range; none when it is safe.

    The attacker assumes that no nought is hidden, where the policy shows them; if that cannot be (a nought had to be
    hidden), only that counts are not negative.
    """
    assert cell.policy is not None
    if all(other.hidden for other in model.cells):
        return ()
    low, high = hidden_range(cell.policy)
    try:
        found = possible_values(model, cell, low)
    except Contradiction:
        found = possible_values(model, cell)
    return narrowed(found, low, high)


def narrowed(found: Range, low: int, high: int) -> tuple[Cell, ...]:
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
