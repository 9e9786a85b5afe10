"""A series of grades, month by month from January 2019."""

from datetime import date

import polars as pl

SCHEMA = {"value": pl.Float64, "text": pl.String, "period_kind": pl.String, "start": pl.Date, "end": pl.Date}
LAST = (31, 28, 31)


def frame(words: list[str]) -> pl.DataFrame:
    rows = [
        (None, word, "month", date(2019, month, 1), date(2019, month, LAST[month - 1]))
        for month, word in enumerate(words, 1)
    ]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")
