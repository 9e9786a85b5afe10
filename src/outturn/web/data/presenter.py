"""What a release said: new figures by measure, and every figure that it restated with what stood there before."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from outturn.core.catalogue import Indicator, name_role
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.cells import show_in_role
from outturn.core.report.say.releases import say_first, say_release, say_taken_back, say_unlisted, say_withdrawal
from outturn.records.observations.queries import ReleaseRow
from outturn.web.seen import Seen

MOST = 50
"""Rows of a table of the page; the download has all of them."""


@dataclass(frozen=True)
class Restated:
    name: str
    href: str
    period: str
    role: str
    was: str
    now: str


@dataclass(frozen=True)
class Touched:
    name: str
    href: str
    count: int


@dataclass(frozen=True)
class ReleasePage:
    release: ReleaseRow
    heading: str
    restated: tuple[Restated, ...]
    more_restated: str
    unlisted: str
    touched: tuple[Touched, ...]
    more_touched: str


def release_page(seen: Seen, release: ReleaseRow, known: pl.DataFrame) -> ReleasePage:
    """`known`: every value as known at the release, as it may be shown (columns of `observations.queries.KNOWN`)."""
    said, whole = of_release(known, release.number), seen.moment.sight.is_whole
    both = pl.col("was").is_not_null() & pl.col("value").is_not_null()
    changed = said.filter(both & (pl.col("was") != pl.col("value")))
    counts = said.group_by("indicator", "area").len().sort("indicator", "area")
    return ReleasePage(
        release=release,
        heading=say_heading(release, said.height, whole),
        unlisted=say_unlisted(release.n_restated - changed.height, release.n_restated, whole),
        restated=tuple(show_restated(seen, each) for each in changed.head(MOST).iter_rows(named=True)),
        more_restated=say_first(min(MOST, changed.height), changed.height, "figure"),
        touched=tuple(count_touched(seen, *each) for each in counts.head(MOST).iter_rows()),
        more_touched=say_first(min(MOST, counts.height), counts.height, "measure"),
    )


def say_heading(release: ReleaseRow, known: int, whole: bool) -> str:
    if not release.withdraws:
        return say_release(release.n_values, release.n_restated)
    return say_withdrawal(release.n_values, known) if whole else say_taken_back(release.n_values)


def find_name(seen: Seen, indicator: str, area: str) -> tuple[str, str, Indicator | None]:
    """Name, address and indicator; one that the definitions no longer hold keeps its slug."""
    unit = seen.definitions.indicators.get(indicator)
    used = any(use.area == area for use in seen.definitions.find_uses(indicator))
    return name_at(seen, indicator, area), (seen.to("indicator-area", indicator, area) if used else ""), unit


def name_at(seen: Seen, indicator: str, area: str) -> str:
    """Its short name, with the area unless the definitions hold it for this one alone; else its slug."""
    unit, known = seen.definitions.indicators.get(indicator), seen.definitions.areas.get(area)
    alone = {use.area for use in seen.definitions.find_uses(indicator)} == {area}
    return f"{unit.short if unit else indicator}{'' if alone else f', {known.short if known else area}'}"


def count_touched(seen: Seen, indicator: str, area: str, count: int) -> Touched:
    name, href, _ = find_name(seen, indicator, area)
    return Touched(name, href, count)


def show_restated(seen: Seen, row: dict) -> Restated:
    name, href, unit = find_name(seen, row["indicator"], row["area"])
    period = Period(PeriodKind(row["period_kind"]), row["start"], row["end"])
    role = name_role(row["role"])
    if unit is None:
        return Restated(name, href, period.label, role, "", row["printed"])
    return Restated(
        name,
        href,
        period.label,
        role,
        show_in_role(unit, row["role"], row["was"]),
        show_in_role(unit, row["role"], row["value"], row["state"], row["text"]),
    )


def of_release(known: pl.DataFrame, number: int) -> pl.DataFrame:
    return known.filter(pl.col("release") == number)


TITLES = ("Measure", "Indicator", "Area", "Period", "What", "Before", "Now")


def write_figures(seen: Seen, said: pl.DataFrame) -> Iterator[tuple[str, ...]]:
    """Every figure of a release for its download, under TITLES."""
    for row in said.sort("indicator", "area", "role", "start").iter_rows(named=True):
        shown = show_restated(seen, row)
        before = shown.was if row["was"] is not None else ""
        yield shown.name, row["indicator"], row["area"], shown.period, shown.role, before, shown.now
