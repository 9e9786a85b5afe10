"""Plain numbers, which most cells are, read all at once. Whatever could be read in two ways, or not at all, is left to
the reader of single cells; both give the same for a plain number."""

import polars as pl

from outturn.core.intake.cells import STATES
from outturn.core.intake.met import NUMBER, Met
from outturn.core.layouts import Layout
from outturn.core.units import State, Unit
from outturn.core.units.numbers import LARGEST

DIGITS = r"^-?(?:[0-9]{1,16}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:\.[0-9]{1,20})?%?$"
NUMBERS = frozenset(
    {Unit.COUNT, Unit.RATE, Unit.RATIO, Unit.MONEY, Unit.DAYS, Unit.BED_DAYS, Unit.FTE, Unit.SCORE, Unit.YEARS}
)
"""Units in which a plain number is the value."""


def plain_figures(cells: pl.DataFrame, layout: Layout, met: Met) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(cells that are plain numbers, with the columns of FIGURES; the rest)."""
    specs = [n for n, value in enumerate(layout.values) if value.reads in ("figure", "target") and not value.words]
    usual = layout.values == ()
    words = cells["exact"]
    shaped = words.str.contains(DIGITS)
    numbers, percents = units_of(cells, layout, met)
    signed = words.str.ends_with("%")
    grouped = words.str.contains(",", literal=True)
    digits = words.str.replace_all("[,%]", "") if signed.any() or grouped.any() else words
    value = digits.cast(pl.Float64, strict=False)
    value = value.set((value == 0).fill_null(False), 0.0)  # -0 is nought, on every database
    size = value.abs()
    meant = (numbers & ~signed) | (percents & (signed | (size > 1) | (size == 0)))
    plain = (shaped & meant & (size <= float(LARGEST)) & (cells["state"] == "")).fill_null(False)
    if not usual:
        plain &= cells["spec"].is_in(specs)
    if "?" in met.roles.things:
        plain &= cells["role"] != met.roles.number("?")
    figures = cells.with_columns(
        value=value,
        given=pl.lit(State.KNOWN.value, STATES),
        text=pl.lit("", pl.String),
        as_role=pl.col("role").cast(NUMBER),
        places=count_decimals(digits),
    )
    if plain.all():
        return figures, cells.clear()
    return figures.filter(plain), cells.filter(~plain)


def units_of(cells: pl.DataFrame, layout: Layout, met: Met) -> tuple[pl.Series, pl.Series]:
    """Whether each cell's unit takes plain numbers; whether it is percent. A value column may have its own unit."""
    own = [Unit(value.unit) if value.unit else None for value in layout.values] or [None]
    measures = met.measures.things
    of_measure = cells["measure"]
    numbers = pl.Series([each.unit in NUMBERS for each in measures], dtype=pl.Boolean).gather(of_measure)
    percents = pl.Series([each.unit is Unit.PERCENT for each in measures], dtype=pl.Boolean).gather(of_measure)
    if any(own):
        special = pl.Series([unit in NUMBERS if unit else None for unit in own], dtype=pl.Boolean).gather(cells["spec"])
        numbers = pl.select(pl.coalesce(special, numbers)).to_series()
        special = pl.Series([unit is Unit.PERCENT if unit else None for unit in own], dtype=pl.Boolean)
        percents = pl.select(pl.coalesce(special.gather(cells["spec"]), percents)).to_series()
    return numbers, percents


def count_decimals(digits: pl.Series) -> pl.Series:
    """How many decimals were printed."""
    point = digits.str.find(".", literal=True)
    return (digits.str.len_bytes() - point - 1).fill_null(0).cast(pl.Int16, strict=False)
