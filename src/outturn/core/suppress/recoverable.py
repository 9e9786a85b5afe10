"""Hidden figures that a reader can work out: what arrived hidden, and what else is or was shown."""

from collections.abc import Collection, Mapping, Sequence

import polars as pl

from outturn.core.catalogue import SuppressionPolicy
from outturn.core.suppress.attack import CLOSE, Contradiction, Floors, Range, View, possible_values
from outturn.core.suppress.cells import Cell, cells_of, say_in_one_release
from outturn.core.suppress.equations import System
from outturn.core.suppress.policy import Ratio, Ties, Total, find_hidden_range
from outturn.core.suppress.suppress import tie_cells

RANGE = pl.Schema({"n": pl.UInt32, "lowest": pl.Float64, "highest": pl.Float64})


def recoverable(
    frame: pl.DataFrame,
    policies: Mapping[str, SuppressionPolicy],
    totals: Sequence[Total] = (),
    *,
    ratios: Sequence[Ratio] = (),
    flows: Collection[str] | None = None,
) -> pl.DataFrame:
    """The suppressed rows of a frame of values that may be small, and of which the other rows tell more than the policy
    does, with what they tell: columns `lowest` and `highest`, equal where the figure follows exactly.

    A mark that protects nothing (check 13): 3 hidden beside its total and all other parts.
    """
    ties = Ties(tuple(totals), tuple(ratios), None if flows is None else frozenset(flows))
    return recoverable_of(say_in_one_release(frame), policies, ties).drop("release", "hidden", "known")


def recoverable_of(said: pl.DataFrame, policies: Mapping[str, SuppressionPolicy], ties: Ties) -> pl.DataFrame:
    """The same over every version of every figure as it was shown (`release` says when): also what two days tell
    together that neither tells alone. With a column `secret`, only of the rows where it holds: what was hidden to
    protect others may be told."""
    cells = cells_of(said, policies, ties)
    secret = set(said.with_row_index("n").filter("secret")["n"]) if "secret" in said.columns else None
    recovered = []
    for part in tie_cells(cells, ties):
        targets = [cell for cell in part.cells if cell.hidden and cell.policy and cell.row >= 0]
        targets = targets if secret is None else [cell for cell in targets if cell.row in secret]
        system = System(part) if targets else None
        for cell in targets:
            assert cell.policy is not None and system is not None
            low, high = find_hidden_range(cell.policy)
            values, marks = possible(system, cell), possible(system, cell, marks_alone=True)
            if values and marks and values.low < high + CLOSE and tells_more(values, marks, low, high):
                recovered.append((cell.row, max(values.low, low), values.high))
    ranges = pl.DataFrame(recovered, schema=RANGE, orient="row").unique("n", keep="first", maintain_order=True)
    return said.with_row_index("n").join(ranges, on="n", how="inner", maintain_order="left").drop("n")


def tells_more(values: Range, marks: Range, low: float, high: float) -> bool:
    """Whether more is told than that the figure is hidden, beside others that are: a sum of two hidden counts is two
    at least."""
    return values.high < min(high, marks.high) - CLOSE or values.low > max(low, marks.low) + CLOSE


def possible(system: System, cell: Cell, marks_alone: bool = False) -> Range | None:
    """None when the figures shown contradict each other."""
    for floors in (Floors.ALL, Floors.NONE):
        try:
            return possible_values(View(system, only_known=marks_alone, floors=floors), cell)
        except Contradiction:
            continue
    return None
