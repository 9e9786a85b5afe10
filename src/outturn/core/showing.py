"""What may be shown of what is known: suppression by the policies and the area tree of the catalogue."""

import polars as pl

from outturn.core.catalogue import Area, Catalogue, SuppressionPolicy
from outturn.core.suppress import Total, hidden_range, suppress
from outturn.core.units import State

DIVIDING = {"region", "icb", "sub_icb", "place", "district"}
"""Kinds of area that divide the one above them without overlap; trusts and practices serve people of many."""


def shown(known: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    """Values as known, with small counts and whatever would tell them hidden: below every output.

    A figure that was restated keeps what it was (column `was`) only where both may be shown.
    """
    hiding = policies(catalogue, known)
    if not hiding:
        return known
    counted = pl.col("indicator").is_in(sorted(hiding))
    levels = {area.slug: area.kind for area in catalogue.areas.values()}
    hidden = suppress(known.filter(counted), hiding, totals(catalogue), levels=levels)
    for slug, policy in hiding.items():
        low, high = hidden_range(policy)
        small = (pl.col("indicator") == slug) & pl.col("was").is_between(low, high)
        hidden = hidden.with_columns(
            pl.when(small | (pl.col("state") == State.SUPPRESSED)).then(None).otherwise(pl.col("was")).alias("was")
        )
    return pl.concat([known.filter(~counted), hidden.select(known.columns)])


def policies(catalogue: Catalogue, values: pl.DataFrame) -> dict[str, SuppressionPolicy]:
    """The policy of each indicator that has one and has values in the frame."""
    present = set(values["indicator"].unique())
    return {
        slug: found.suppression for slug, found in catalogue.indicators.items() if found.suppression and slug in present
    }


def totals(catalogue: Catalogue) -> list[Total]:
    """Every area that is the sum of areas of one kind below it: a region of its boards, a county of its districts."""
    children: dict[tuple[str, str], list[Area]] = {}
    for area in catalogue.areas.values():
        if area.parent and area.kind in DIVIDING:
            children.setdefault((area.parent, area.kind), []).append(area)
    return [
        Total("area", parent, tuple(area.slug for area in parts))
        for (parent, _), parts in children.items()
        if len(parts) > 1
    ]
