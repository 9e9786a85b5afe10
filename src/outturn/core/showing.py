"""What may be shown of what is known: suppression by the policies and the area tree of the catalogue."""

import polars as pl

from outturn.core.catalogue import Area, Catalogue
from outturn.core.suppress import Total, hidden_range, suppress
from outturn.core.units import State


def shown(known: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    """Values as known, with small counts and whatever would tell them hidden: below every output.

    A figure that was restated keeps what it was (column `was`) only where both may be shown.
    """
    policies = {slug: found.suppression for slug, found in catalogue.indicators.items() if found.suppression}
    present = set(known["indicator"].unique()) & set(policies)
    if not present:
        return known
    counted = pl.col("indicator").is_in(sorted(present))
    levels = {area.slug: area.kind for area in catalogue.areas.values()}
    hidden = suppress(
        known.filter(counted), {slug: policies[slug] for slug in present}, totals(catalogue), levels=levels
    )
    for slug in present:
        low, high = hidden_range(policies[slug])
        small = (pl.col("indicator") == slug) & pl.col("was").is_between(low, high)
        hidden = hidden.with_columns(
            pl.when(small | (pl.col("state") == State.SUPPRESSED)).then(None).otherwise(pl.col("was")).alias("was")
        )
    return pl.concat([known.filter(~counted), hidden.select(known.columns)])


def totals(catalogue: Catalogue) -> list[Total]:
    """Every area that is the sum of areas of one kind below it: a region of its boards, a county of its districts."""
    children: dict[tuple[str, str], list[Area]] = {}
    for area in catalogue.areas.values():
        if area.parent:
            children.setdefault((area.parent, area.kind), []).append(area)
    return [
        Total("area", parent, tuple(area.slug for area in parts))
        for (parent, _), parts in children.items()
        if len(parts) > 1
    ]
