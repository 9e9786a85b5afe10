"""Small frames of values for the examples, and what is shown of them."""

import polars as pl

from outturn.core.frames import VALUES
from outturn.core.periods import parse


def figures(*rows: tuple[str, str, str, str, float | None]) -> pl.DataFrame:
    """(indicator, area, role, period, value) to a frame of values; None arrives suppressed."""
    made = []
    for n, (indicator, area, role, label, value) in enumerate(rows):
        period = parse(label)
        state, printed = ("suppressed", "*") if value is None else ("known", f"{value:g}")
        made.append((indicator, area, role, period.kind.value, period.start, period.end, value, state, "", printed, n))
    return pl.DataFrame(made, schema=VALUES, orient="row")


def shown(frame: pl.DataFrame) -> list[float | str]:
    return ["*" if state == "suppressed" else value for state, value in frame.select("state", "value").iter_rows()]
