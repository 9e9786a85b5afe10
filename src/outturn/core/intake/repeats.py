"""The same place filled twice: agreement is a repeat, disagreement a problem that names both rows."""

import polars as pl

from outturn.core.frames import PLACE
from outturn.core.intake.causes import Cause
from outturn.core.units import rounded


def settled(cells: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame, list[Cause]]:
    """(one cell for each place, the cells that only repeat one, disagreements).

    Of two figures that agree to the digits printed (67.5 and 67.48), the finer is kept. Needs `value`, `state`,
    `text`, `places`, `printed`, `row` and the PLACE columns.
    """
    order = cells.with_row_index("n").sort(["places", "n"], descending=[True, False], maintain_order=True)
    firsts = order.unique(PLACE, keep="first", maintain_order=True).sort("n")
    repeats = order.join(firsts.select("n"), on="n", how="anti").sort("n")
    pairs = repeats.join(firsts, on=list(PLACE), how="inner", suffix="_kept", maintain_order="left")
    causes = [contradiction(pair) for pair in pairs.iter_rows(named=True) if not agree(pair)]
    return firsts.drop("n"), repeats.drop("n"), causes


def agree(pair: dict[str, object]) -> bool:
    """Whether two cells say the same: equal states, and figures equal to the digits that the coarser one prints."""
    if pair["state"] != pair["state_kept"]:
        return False
    coarse, fine = pair["value"], pair["value_kept"]
    if isinstance(coarse, float) and isinstance(fine, float):
        places = pair["places"]
        return isinstance(places, int) and rounded(fine, places) == rounded(coarse, places)
    return coarse is fine is None and str(pair["text"]).casefold() == str(pair["text_kept"]).casefold()


def contradiction(pair: dict[str, object]) -> Cause:
    first, second = sorted(
        [(int(str(pair["row"])), str(pair["printed"])), (int(str(pair["row_kept"])), str(pair["printed_kept"]))]
    )
    message = (
        f"'{second[1]}' and '{first[1]}' in row {first[0]} stand for the same "
        f"{str(pair['role']).replace('_', ' ')} of {pair['indicator']} to {pair['end']:%d %b %Y}."
    )
    return Cause([second[0]], str(pair["column"]), second[1], message, "Correct or delete one of them.")
