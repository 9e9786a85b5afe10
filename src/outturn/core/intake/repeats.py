"""The same place filled twice: agreement is a repeat, disagreement a problem that names both rows."""

import polars as pl

from outturn.core.intake.met import Met
from outturn.core.intake.wrong import Wrong
from outturn.core.units import round_half_away


def settle_repeats(cells: pl.DataFrame, met: Met, wrong: Wrong) -> tuple[pl.DataFrame, pl.Series]:
    """(one cell for each place, the rows of those that only repeat one). Disagreements are said.

    Of two figures that agree to the digits printed (67.5 and 67.48), the finer is kept.
    """
    place = pl.col("indicator").cast(pl.UInt64)
    for name, size in (("area", len(met.areas)), ("role", len(met.roles)), ("period", len(met.periods))):
        place = place * size + pl.col(name)
    places = cells.select(place).to_series()
    in_order = places.sort()
    if not (in_order.slice(1) == in_order.head(-1)).any():
        return cells, cells["row"].clear()
    order = (
        cells.with_columns(place=places)
        .with_row_index("n")
        .sort(["places", "n"], descending=[True, False], maintain_order=True)
    )
    firsts = order.unique("place", keep="first", maintain_order=True).sort("n")
    repeats = order.join(firsts.select("n"), on="n", how="anti").sort("n")
    pairs = repeats.join(firsts, on="place", how="inner", suffix="_kept", maintain_order="left")
    alike = (pl.col("state") == pl.col("state_kept")) & pl.col("value").eq_missing(pl.col("value_kept"))
    differing = []
    for pair in pairs.filter(~(alike & pl.col("value").is_not_null())).iter_rows(named=True):
        if not cells_agree(pair):
            differing.append(tell_contradiction(pair, met))
    wrong.add(differing)
    return firsts.drop("n", "place"), repeats["row"]


def cells_agree(pair: dict[str, object]) -> bool:
    """Whether two cells say the same: equal states, and figures equal to the digits that the coarser one prints."""
    if pair["state"] != pair["state_kept"]:
        return False
    coarse, fine = pair["value"], pair["value_kept"]
    if isinstance(coarse, float) and isinstance(fine, float):
        places = pair["places"]
        return isinstance(places, int) and round_half_away(fine, places) == round_half_away(coarse, places)
    return coarse is fine is None and str(pair["text"]).casefold() == str(pair["text_kept"]).casefold()


def tell_contradiction(pair: dict, met: Met) -> tuple[int, str, str, str, str]:
    """A problem as Wrong takes it."""
    (first, before), (second, after) = sorted(
        [(pair["row"], pair["printed"]), (pair["row_kept"], pair["printed_kept"])]
    )
    role = met.roles.things[pair["role"]].replace("_", " ")
    message = (
        f"'{after}' and '{before}' in row {first} stand for the same "
        f"{role} of {met.indicators.things[pair['indicator']]} to {met.periods.things[pair['period']].end:%d %b %Y}."
    )
    return second, met.columns.things[pair["column"]], after, message, "Correct or delete one of them."
