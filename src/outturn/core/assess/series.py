"""From values as known to Results: every entry of the frameworks assessed in one pass over frames."""

from collections.abc import Sequence

import polars as pl

from outturn.core.assess.charting import add_limits
from outturn.core.assess.compose import Assessed, compose
from outturn.core.assess.entries import frame_entries
from outturn.core.assess.figures import read_beside, read_judged
from outturn.core.assess.judge import judge
from outturn.core.assess.movement import move
from outturn.core.assess.outlook import forecast_entries
from outturn.core.assess.outturn import judge_outturns
from outturn.core.assess.result import Result
from outturn.core.assess.standing import COMPARATORS
from outturn.core.assess.targets import add_plans, in_own_years
from outturn.core.catalogue import Catalogue, Entry, FigureRole, TargetKind
from outturn.core.units import MEASURED

CELL = ["indicator", "area", "period_kind", "start", "end"]


def assess(values: pl.DataFrame, catalogue: Catalogue, entries: Sequence[Entry], release: int) -> list[Result]:
    """One Result per entry, in the order given.

    `values`: indicator, area, role, period_kind, start, end, value, state, text, printed, release, was (the figure
    before a restatement). `release` is the release assessed: figures that came with it are marked as updated.
    """
    if not entries:
        return []
    wanted = frame_entries(entries, catalogue)
    actual = values.filter(pl.col("role") == FigureRole.ACTUAL.value).join(
        wanted, on=["indicator", "area"], how="inner"
    )
    points = add_plans(actual.filter(in_own_years()), select_plans(values, wanted))
    schemes = tuple(catalogue.schemes.values())
    points, controls = add_limits(move(judge(points, schemes)), wanted)
    latest, outturns = select_latest(points), judge_outturns(values, wanted, schemes)
    assessed = Assessed(
        points={number: part for (number,), part in points.partition_by("entry", as_dict=True).items()},
        latest=read_judged(latest),
        outturns=read_judged(outturns),
        beside=read_beside(values, latest, outturns),
        controls=controls,
        forecasts=forecast_entries(points, entries, catalogue, values.filter(pl.col("role") == FigureRole.PLAN.value)),
        release=release,
    )
    return [compose(number, entry, catalogue, assessed) for number, entry in enumerate(entries)]


def select_latest(points: pl.DataFrame) -> pl.DataFrame:
    """The last point of each entry that has a figure, shown or hidden."""
    measured = points.filter(pl.col("state").is_in([state.value for state in MEASURED]))
    return measured.unique("entry", keep="last", maintain_order=True)


def select_plans(values: pl.DataFrame, wanted: pl.DataFrame) -> pl.DataFrame:
    """Plan values; for entries whose target is a published comparator, that comparator."""
    asking = wanted.filter(pl.col("target_kind") == TargetKind.COMPARATOR.value).select("indicator", "area").unique()
    published = values.filter(pl.col("role").is_in([role.value for role in COMPARATORS]))
    compared = published.join(asking, on=["indicator", "area"], how="semi")
    newest = compared.sort("release", maintain_order=True).unique(CELL, keep="last", maintain_order=True)
    return pl.concat([values.filter(pl.col("role") == FigureRole.PLAN.value), newest])
