"""Primary and secondary suppression on the frame of values."""

from collections.abc import Collection, Mapping, Sequence

import polars as pl

from outturn.core.catalogue import SuppressionPolicy
from outturn.core.suppress.flows import found_flows
from outturn.core.suppress.model import Cell, cells_of, models_of
from outturn.core.suppress.policy import NOBODY, TOLD_BY, Ratio, Total, is_hidden
from outturn.core.suppress.secondary import protect
from outturn.core.units import State, Unit, rounded, show

COUNTS_PEOPLE = ~pl.col("role").is_in([*NOBODY, *TOLD_BY])
MARK = "*"
PERIOD = ["indicator", "area", "start", "end"]


def suppress(
    frame: pl.DataFrame,
    policies: Mapping[str, SuppressionPolicy],
    totals: Sequence[Total] = (),
    *,
    ratios: Sequence[Ratio] = (),
    levels: Mapping[str, str] | None = None,
    flows: Collection[str] | None = None,
) -> pl.DataFrame:
    """The frame of values with hidden figures as state `suppressed`: no value, no words, printed `*`.

    `policies` by indicator, for indicators that count people. `totals` and `ratios` say how figures hang together;
    that periods add up is found in the figures themselves unless `flows` names the indicators. `levels` gives the
    level of each area, for policies that exempt some. Figures that arrive suppressed are protected like the rest.
    Afterwards every shown count is rounded to its policy's base.
    """
    cells = cells_of(frame, policies, ratios, levels or {})
    hide_small(cells)
    for model in models_of(cells, totals, found_flows(cells) if flows is None else flows):
        protect(model)
    hidden = [cell.row for cell in cells if cell.hidden]
    return rounded_to_base(masked(frame, hidden), policies)


def hide_small(cells: Sequence[Cell]) -> None:
    """Primary suppression. A figure that arrived hidden is protected as a small one: nobody here can tell."""
    for cell in cells:
        if cell.policy is not None:
            small = cell.value is not None and not cell.exempt and is_hidden(cell.value, cell.policy)
            cell.primary = cell.hidden = cell.hidden or small


def masked(frame: pl.DataFrame, rows: Collection[int]) -> pl.DataFrame:
    """Takes everything out of the hidden rows, and out of rows that would tell them by the plan."""
    numbered = frame.with_row_index("n").with_columns(hide=pl.col("n").is_in(list(rows)))
    about = numbered.filter(pl.col("hide") & COUNTS_PEOPLE).select(PERIOD).unique()
    told = numbered.join(about, on=PERIOD, how="semi").filter(pl.col("role").is_in(TOLD_BY))["n"]
    hide = pl.col("hide") | pl.col("n").is_in(told.to_list())
    return numbered.with_columns(
        value=pl.when(hide).then(None).otherwise("value"),
        state=pl.when(hide).then(pl.lit(State.SUPPRESSED.value)).otherwise("state"),
        text=pl.when(hide).then(pl.lit("")).otherwise("text"),
        printed=pl.when(hide).then(pl.lit(MARK)).otherwise("printed"),
    ).drop("n", "hide")


def rounded_to_base(frame: pl.DataFrame, policies: Mapping[str, SuppressionPolicy]) -> pl.DataFrame:
    """Shown counts to the nearest multiple of the base, half away from zero; what was printed goes with them."""
    for indicator, policy in policies.items():
        if policy.base <= 1:
            continue
        its = (pl.col("indicator") == indicator) & COUNTS_PEOPLE & pl.col("value").is_not_null()
        values = frame.filter(its)["value"].to_list()
        near = {value: float(rounded(value / policy.base)) * policy.base for value in values}
        words = {value: show(to, Unit.COUNT) for value, to in near.items()}
        frame = frame.with_columns(
            printed=pl.when(its)
            .then(pl.col("value").replace_strict(words, default="", return_dtype=pl.String))
            .otherwise("printed"),
            value=pl.when(its)
            .then(pl.col("value").replace_strict(near, default=None, return_dtype=pl.Float64))
            .otherwise("value"),
        )
    return frame
