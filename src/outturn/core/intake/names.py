"""From what a file calls an indicator or an area to their slugs."""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

import polars as pl

from outturn.core.intake.causes import Cause
from outturn.core.intake.layout import Layout


def slug(printed: str) -> str:
    """`ae_4h_type1` and `AE 4h type1` are `ae-4h-type1`."""
    return re.sub(r"[^a-z0-9]+", "-", printed.casefold()).strip("-")


def named(
    cells: pl.DataFrame, layout: Layout, indicators: Collection[str] | None, areas: Collection[str] | None
) -> tuple[pl.DataFrame, list[Cause]]:
    """Replaces what is printed under `indicator` and `area` by slugs; cells without one are left out and said."""
    cells, unknown = mapped(cells, "indicator", layout.indicator, layout.slugs, indicators)
    if layout.fixed_area:
        return cells.with_columns(area=pl.lit(layout.fixed_area)), unknown
    cells, strange = mapped(cells, "area", layout.area, layout.areas, areas)
    return cells, unknown + strange


def mapped(
    cells: pl.DataFrame, name: str, column: str, given: Mapping[str, str], known: Collection[str] | None
) -> tuple[pl.DataFrame, list[Cause]]:
    table = {key.casefold(): value for key, value in given.items()}
    causes, slugs = [], {}
    for printed in cells[name].unique(maintain_order=True):
        found = table.get(printed.casefold()) or slug(printed)
        if found and (known is None or found in known):
            slugs[printed] = found
        else:
            causes.append(unknown(cells, name, column, printed, known or ()))
    kept = cells.filter(pl.col(name).is_in(list(slugs)))
    return kept.with_columns(pl.col(name).replace_strict(slugs, return_dtype=pl.String)), causes


def unknown(cells: pl.DataFrame, name: str, column: str, printed: str, known: Collection[str]) -> Cause:
    rows = cells.filter(pl.col(name) == printed)["row"].unique(maintain_order=True).to_list()
    if not printed:
        return Cause(rows, column, "", f"The row names no {name}.", "Fill the cell.")
    near = get_close_matches(slug(printed), known, 1, 0.75)
    cure = f"Did you mean '{near[0]}'?" if near else f"Add it to the definitions, or map the {name} in the layout."
    return Cause(rows, column, printed, f"'{printed[:60]}' is not a known {name}.", cure)
