"""From what a file calls an indicator or an area to their slugs."""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

import polars as pl

from outturn.core.intake.causes import Cause, rows_where
from outturn.core.layouts import Layout

MOST_SUGGESTIONS = 50
"""Looking for a near name takes long; a file with more strangers than this is in the wrong layout."""


def slug(printed: str) -> str:
    """`ae_4h_type1` and `AE 4h type1` are `ae-4h-type1`."""
    return re.sub(r"[^a-z0-9]+", "-", printed.casefold()).strip("-")


def named(
    cells: pl.DataFrame, layout: Layout, indicators: Collection[str] | None, areas: Collection[str] | None
) -> tuple[pl.DataFrame, list[Cause]]:
    """Replaces what is printed under `indicator` and `area` by slugs, null where there is none, which is said."""
    cells, unknown = mapped(cells, "indicator", layout.indicator, layout.slugs, indicators)
    if layout.fixed_area:
        return cells.with_columns(area=pl.lit(layout.fixed_area)), unknown
    cells, strange = mapped(cells, "area", layout.area, layout.areas, areas)
    return cells, unknown + strange


def mapped(
    cells: pl.DataFrame, name: str, column: str, given: Mapping[str, str], known: Collection[str] | None
) -> tuple[pl.DataFrame, list[Cause]]:
    table = {key.casefold(): value for key, value in given.items()}
    slugs = {printed: table.get(printed.casefold()) or slug(printed) for printed in cells[name].unique().sort()}
    bad = [printed for printed, found in slugs.items() if not found or (known is not None and found not in known)]
    places = rows_where(cells, [name], [{name: printed} for printed in bad])
    causes = [
        unknown(name, column, printed, at.rows, (known or ()) if n < MOST_SUGGESTIONS else ())
        for n, (printed, at) in enumerate(zip(bad, places, strict=True))
    ]
    good = {printed: found for printed, found in slugs.items() if printed not in set(bad)}
    replaced = pl.col(name).replace_strict(good, default=None, return_dtype=pl.String)
    return cells.with_columns(replaced.alias(name)), causes


def unknown(name: str, column: str, printed: str, rows: list[int], known: Collection[str]) -> Cause:
    if not printed:
        return Cause(rows, column, "", f"The row names no {name}.", "Fill the cell.")
    near = get_close_matches(slug(printed), known, 1, 0.75)
    cure = f"Did you mean '{near[0]}'?" if near else f"Add it to the definitions, or map the {name} in the layout."
    return Cause(rows, column, printed, f"'{printed[:60]}' is not a known {name}.", cure)
