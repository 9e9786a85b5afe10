"""The frame that long and wide files become before anything is read: one row for each figure in its place."""

import polars as pl

CELLS = pl.Schema(
    {
        "row": pl.Int64,
        "column": pl.String,
        "printed": pl.String,
        "exact": pl.String,
        "role": pl.String,
        "spec": pl.Int64,
        "indicator": pl.String,
        "area": pl.String,
        "kind": pl.String,
        "label": pl.String,
        "start": pl.String,
        "end": pl.String,
        "within": pl.String,
        "state": pl.String,
    }
)
"""`column` is the heading, `spec` the layout's value column, `state` what a flag of the row says ("" for none);
`kind` to `within` are the words that name the period."""
