"""From values as known to Results: every entry of the frameworks assessed in one pass over frames."""

from collections.abc import Sequence

import polars as pl

from outturn.core.assess import entries as entry_frames
from outturn.core.assess.charting import control
from outturn.core.assess.compose import Found, compose
from outturn.core.assess.movement import move
from outturn.core.assess.outlook import outlooks
from outturn.core.assess.rating import rate
from outturn.core.assess.result import Result
from outturn.core.assess.targets import with_plan
from outturn.core.catalogue import Catalogue, Entry

PLANS = {"plan", "comparator"}
SHOWN = {"known", "suppressed", "provisional"}


def assess(values: pl.DataFrame, catalogue: Catalogue, entries: Sequence[Entry], release: int) -> list[Result]:
    """One Result per entry, in the order given.

    `values`: indicator, area, role, period_kind, start, end, value, state, text, printed, release, was (the figure
    before a restatement). `release` is the release assessed: figures that came with it are marked as updated.
    """
    if not entries:
        return []
    wanted = entry_frames.frame(entries, catalogue)
    actual = values.filter(pl.col("role") == "actual").join(wanted, on=["indicator", "area"], how="inner")
    points = with_plan(actual.filter(_own()), _plans(values, wanted))
    points = move(rate(points, catalogue.schemes.values()))
    points, variations = control(points, wanted)
    found = Found(
        points=_by_entry(points),
        others=_by_series(values.filter(pl.col("role") != "actual")),
        variations=variations,
        forecasts=outlooks(points, entries, catalogue, values.filter(pl.col("role") == "plan")),
        release=release,
    )
    return [compose(number, entry, catalogue, found) for number, entry in enumerate(entries)]


def _own() -> pl.Expr:
    """The figures of the framework's own years: an indicator may stand in papers that lie years apart."""
    since, until = pl.col("figures_from"), pl.col("figures_to")
    return (since.is_null() | (pl.col("end") >= since)) & (until.is_null() | (pl.col("end") <= until))


def _plans(values: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """Plan values; for entries whose target is a published comparator, that comparator."""
    comparators = wanted.filter(pl.col("target_kind") == "comparator").select("indicator", "area").unique()
    national = values.filter(pl.col("role") == "comparator").join(comparators, on=["indicator", "area"], how="semi")
    return pl.concat([values.filter(pl.col("role") == "plan"), national])


def _by_entry(points: pl.DataFrame) -> dict[int, pl.DataFrame]:
    return {key[0]: part for key, part in points.partition_by("entry", as_dict=True).items()}


def _by_series(values: pl.DataFrame) -> dict[tuple[str, str], list[dict]]:
    rows: dict[tuple[str, str], list[dict]] = {}
    for row in values.filter(pl.col("role") != "plan").iter_rows(named=True):
        rows.setdefault((row["indicator"], row["area"]), []).append(row)
    full_year = values.filter((pl.col("role") == "plan") & (pl.col("period_kind") == "financial_year"))
    for row in full_year.iter_rows(named=True):
        rows.setdefault((row["indicator"], row["area"]), []).append(row)
    return rows
