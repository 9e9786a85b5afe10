"""The frame of values: what intake makes, records keep, and assess reads."""

import polars as pl

VALUES = pl.Schema(
    {
        "indicator": pl.String,
        "area": pl.String,
        "role": pl.String,
        "period_kind": pl.String,
        "start": pl.Date,
        "end": pl.Date,
        "value": pl.Float64,
        "state": pl.String,
        "text": pl.String,
        "printed": pl.String,
        "row": pl.Int64,
    }
)
"""One row for each figure. `role`: see `core.catalogue.FigureRole`; `state`: `core.units.State`; `printed` is exactly
what the cell said, `row` where it stood."""

SERIES = ("indicator", "area")
"""What to group by to go along time."""

PEERS = ("indicator", "period_kind", "start", "end")
"""What to group by to go across areas."""

PLACE = ("indicator", "area", "role", "period_kind", "start", "end")
"""One figure stands in each place."""
