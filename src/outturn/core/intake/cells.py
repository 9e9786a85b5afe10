"""The frame that long and wide files become before anything is read: one row for each figure in its place."""

import polars as pl

from outturn.core.intake.met import NUMBER
from outturn.core.units import State

STATES = pl.Enum(["", *State])

CELLS = pl.Schema(
    {
        "row": pl.Int64(),
        "spec": NUMBER,
        "column": NUMBER,
        "role": NUMBER,
        "indicator": NUMBER,
        "area": NUMBER,
        "measure": NUMBER,
        "said": NUMBER,
        "state": STATES,
        "printed": pl.String(),
        "exact": pl.String(),
    }
)
"""`spec` is the layout's value column, `column` its heading, `said` the words that name the period, `measure` what the
indicator is measured in (null for one that is not known), `state` what a flag of the row says ("" for none).
Numbers are those of Met."""


def assemble_cells(columns: dict[str, pl.Series | int | str], height: int) -> pl.DataFrame:
    """A frame of cells from columns and values that are the same for all."""
    whole = {
        name: pl.repeat(given, height, dtype=CELLS[name], eager=True) if isinstance(given, (int, str)) else given
        for name, given in columns.items()
    }
    return pl.DataFrame({name: whole[name].cast(dtype) for name, dtype in CELLS.items()})
