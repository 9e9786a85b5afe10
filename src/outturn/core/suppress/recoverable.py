"""Hidden figures that a reader can work out: what arrived hidden, and what else was shown beside it."""

from collections.abc import Collection, Mapping, Sequence

import polars as pl

from outturn.core.catalogue import SuppressionPolicy
from outturn.core.suppress.attack import Contradiction, possible_values
from outturn.core.suppress.flows import found_flows
from outturn.core.suppress.model import cells_of, models_of
from outturn.core.suppress.policy import Ratio, Total, hidden_range
from outturn.core.suppress.secondary import narrowed

RANGE = pl.Schema({"n": pl.UInt32, "lowest": pl.Float64, "highest": pl.Float64})


def recoverable(
    frame: pl.DataFrame,
    policies: Mapping[str, SuppressionPolicy],
    totals: Sequence[Total] = (),
    *,
    ratios: Sequence[Ratio] = (),
    flows: Collection[str] | None = None,
) -> pl.DataFrame:
    """The suppressed rows of a frame of values of which the other rows tell more than the policy does, with what
    they tell: columns `lowest` and `highest`, equal where the figure follows exactly.

    A mark that protects nothing (check 13): 3 hidden beside its total and all other parts.
    """
    cells = cells_of(frame, policies, ratios, {})
    found = []
    for model in models_of(cells, totals, found_flows(cells) if flows is None else flows):
        for cell in model.cells:
            if cell.hidden and cell.policy:
                low, high = hidden_range(cell.policy)
                try:
                    values = possible_values(model, cell, low)
                except Contradiction:
                    continue
                if narrowed(values, low, high):
                    found.append((cell.row, max(values.low, low), values.high))
    told = pl.DataFrame(found, schema=RANGE, orient="row")
    return frame.with_row_index("n").join(told, on="n", how="inner", maintain_order="left").drop("n")
