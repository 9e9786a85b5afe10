"""Primary and secondary suppression: which figures of all that was ever said are hidden from now on."""

from collections.abc import Collection, Mapping, Sequence

import polars as pl

from outturn.core.catalogue import SuppressionPolicy
from outturn.core.suppress.cells import Cell, cells_of, say_in_one_release
from outturn.core.suppress.found import flows_of, newest_cells, totals_of
from outturn.core.suppress.model import Part, parts_of
from outturn.core.suppress.policy import ECHOES, NOBODY, TOLD_BY, Ratio, Ties, Total
from outturn.core.suppress.secondary import protect
from outturn.core.units import State, Unit, round_half_away, show

COUNTS_PEOPLE = ~pl.col("role").is_in([*NOBODY, *TOLD_BY])
SAYS_ACTUAL = pl.col("role").is_in(["actual", "numerator", "repeat"])
SAYS_LESS = ~pl.col("role").is_in([*NOBODY, *ECHOES, "actual", "numerator"])
"""Roles that follow from the actual or say it in another way: rounded, as a variance, as a gap."""
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
    ties = Ties(tuple(totals), tuple(ratios), None if flows is None else frozenset(flows), levels or {})
    hidden = newly_hidden(say_in_one_release(frame), policies, ties)
    return round_to_base(mask_rows(frame, hidden), policies)


def newly_hidden(
    said: pl.DataFrame, policies: Mapping[str, SuppressionPolicy], ties: Ties, *, since: int = 0
) -> list[int]:
    """The rows of `said` that are hidden from now on and were not before.

    `said` has every version of every figure: the columns of a frame of values, `release` (which said it), `hidden`
    (it is hidden already) and `known` (it was shown before; so it is no hiding place). What has had no word later than
    release `since` was decided before and is left as it is.
    """
    cells = cells_of(said, policies, ties)
    for part in tie_cells(cells, ties):
        if any(cell.first > since for cell in part.cells):
            protect(part)
    rows = {cell.row for cell in cells if cell.hidden and cell.row >= 0}
    before = set(said.with_row_index("n").filter(pl.col("hidden"))["n"])
    return sorted((rows | set(find_telling_rows(said, rows | before))) - before)


def secret_rows(said: pl.DataFrame, policies: Mapping[str, SuppressionPolicy], ties: Ties) -> set[int]:
    """The rows that are hidden for their own sake, not to protect others."""
    return {cell.row for cell in cells_of(said, policies, ties) if cell.primary}


def tie_cells(cells: Sequence[Cell], ties: Ties) -> list[Part]:
    """The cells in parts that have nothing to do with each other."""
    now = newest_cells(cells)
    return parts_of(cells, totals_of(now, ties.totals), flows_of(now, ties.flows))


def find_telling_rows(said: pl.DataFrame, hidden: Collection[int]) -> list[int]:
    """The rows that would tell a hidden actual by its plan, or say it in another way."""
    numbered = said.with_row_index("n")
    about = numbered.filter(pl.col("n").is_in(list(hidden)) & SAYS_ACTUAL).select(PERIOD).unique()
    return numbered.filter(SAYS_LESS).join(about, on=PERIOD, how="semi")["n"].to_list()


def mask_rows(frame: pl.DataFrame, rows: Collection[int]) -> pl.DataFrame:
    """Takes everything out of the hidden rows."""
    marked = frame.with_row_index("n").with_columns(hidden=pl.col("n").is_in(list(rows)))
    return without_hidden(marked).drop("n", "hidden")


def without_hidden(frame: pl.DataFrame) -> pl.DataFrame:
    """Takes everything out of the rows where the column `hidden` holds."""
    hide = pl.col("hidden")
    return frame.with_columns(
        value=pl.when(hide).then(None).otherwise("value"),
        state=pl.when(hide).then(pl.lit(State.SUPPRESSED.value)).otherwise("state"),
        text=pl.when(hide).then(pl.lit("")).otherwise("text"),
        printed=pl.when(hide).then(pl.lit(MARK)).otherwise("printed"),
    )


def round_to_base(frame: pl.DataFrame, policies: Mapping[str, SuppressionPolicy]) -> pl.DataFrame:
    """Shown counts to the nearest multiple of the base, half away from zero; what was printed goes with them, and so
    does the figure that was replaced (`was`, where there is such a column)."""
    for indicator, policy in policies.items():
        if policy.base <= 1:
            continue
        its = (pl.col("indicator") == indicator) & COUNTS_PEOPLE
        for column in [name for name in ("value", "was") if name in frame.columns]:
            frame = round_column(frame, column, its & pl.col(column).is_not_null(), policy.base)
    return frame


def round_column(frame: pl.DataFrame, column: str, its: pl.Expr, base: int) -> pl.DataFrame:
    values = frame.filter(its)[column].to_list()
    near = {value: float(round_half_away(value / base)) * base for value in values}
    words = {value: show(to, Unit.COUNT) for value, to in near.items()}
    near_or_none = pl.col(column).replace_strict(near, default=None, return_dtype=pl.Float64)
    as_words = pl.col(column).replace_strict(words, default="", return_dtype=pl.String)
    made = {column: pl.when(its).then(near_or_none).otherwise(column)}
    if column == "value":
        made["printed"] = pl.when(its).then(as_words).otherwise("printed")
    return frame.with_columns(**made)
