"""How often the future fell inside a forecast's interval: from every past month, knowing only what was known then."""

from pathlib import Path

import polars as pl

from outturn.core.statistics.forecast import forecast

SAMPLE = Path(__file__).parents[3] / "src/outturn/sample/data/2025-01/series.csv"


def history() -> pl.DataFrame:
    """series, date, value: the monthly series of the sample."""
    table = pl.read_csv(SAMPLE, infer_schema=False).filter(pl.col("period_kind") == "month", pl.col("copy") == "1")
    return table.select(
        series=pl.col("block") + " " + pl.col("measure_id"),
        date=pl.col("period_end").str.to_date(),
        value=pl.col("value_num").cast(pl.Float64, strict=False),
    ).drop_nulls("value")


def rolling(frame: pl.DataFrame, known: int, ahead: int) -> pl.DataFrame:
    """series, step, inside: every forecast of 1 to `ahead` periods from each month with `known` values or more."""
    found = []
    ordered = frame.sort("series", "date").with_columns(place=pl.int_range(pl.len()).over("series"))
    for origin in range(known, int(ordered["place"].max()) + 1):
        past = ordered.filter(pl.col("place") < origin)
        long_enough = past.filter(pl.len().over("series") == origin)
        if long_enough.height:
            found.append(forecast(long_enough.select("series", "date", "value"), periods=ahead))
    made = pl.concat(found).drop_nulls("mean")
    both = made.join(frame.rename({"value": "actual"}), on=["series", "date"])
    return both.select("series", "step", inside=pl.col("actual").is_between("lower95", "upper95"))


def share(found: pl.DataFrame) -> str:
    """`94 % of 312`"""
    return f"{100 * found['inside'].mean():.0f} % of {found.height}"
