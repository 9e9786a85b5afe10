"""Between what figures an indicator's own lie: by its unit, unless the indicator says otherwise."""

from math import inf

import polars as pl

from outturn.core.catalogue import Catalogue, Indicator, Limit
from outturn.core.units import Unit

ANY = (-inf, inf)
NOT_BELOW_NOUGHT = (0.0, inf)
USUAL = {
    Unit.PERCENT: (0.0, 100.0),
    Unit.COUNT: NOT_BELOW_NOUGHT,
    Unit.RATE: NOT_BELOW_NOUGHT,
    Unit.RATIO: NOT_BELOW_NOUGHT,
    Unit.DURATION: NOT_BELOW_NOUGHT,
    Unit.DAYS: NOT_BELOW_NOUGHT,
    Unit.BED_DAYS: NOT_BELOW_NOUGHT,
    Unit.FTE: NOT_BELOW_NOUGHT,
    Unit.YEARS: NOT_BELOW_NOUGHT,
}
"""Money and scores may be anything."""

LIMITS = {
    "indicator": pl.String,
    "unit": pl.String,
    "decimals": pl.Int64,
    "lowest": pl.Float64,
    "highest": pl.Float64,
    "usual_range": pl.Boolean,
}


def limits(known: Catalogue) -> pl.DataFrame:
    """Columns LIMITS. `usual_range` is true where the indicator itself allows nothing more."""
    rows = [
        (slug, each.unit.value, each.decimals, *range_of(each), each.lowest is None and each.highest is None)
        for slug, each in known.indicators.items()
    ]
    return pl.DataFrame(rows, schema=LIMITS, orient="row")


def range_of(indicator: Indicator) -> tuple[float, float]:
    low, high = USUAL.get(indicator.unit, ANY)
    return choose_limit(indicator.lowest, low, -inf), choose_limit(indicator.highest, high, inf)


def choose_limit(own: Limit | None, usual: float, endless: float) -> float:
    if own is None:
        return usual
    return endless if own == "any" else own
