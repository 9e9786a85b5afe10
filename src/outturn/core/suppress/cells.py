"""Figures as somebody sees them who wants to work out what is hidden: what each counts, where, over which days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import polars as pl

from outturn.core.catalogue import SuppressionPolicy
from outturn.core.periods import Period, PeriodKind
from outturn.core.suppress.policy import ECHOES, Ratio, Ties, counts_people, is_hidden

Stretch = tuple[date, date]
Unknown = tuple[str, str, Stretch]
FOREVER = 1 << 60
ABOUT = 0.02
"""By how much of a count a rate, rounded as it is printed, may be off."""
PLACE = ("indicator", "area", "role", "period_kind", "start", "end")
SEEN = ("release", "hidden", "known")


@dataclass(eq=False)
class Cell:
    """What a figure says of a count: its row in the frame, what it is the sum of, and its value (None: not known).

    It stood from release `first` until before `last`. `known`: it was shown before, so it can no longer be hidden from
    anybody. `primary`: hidden for its own sake. A row may say two things, and then has two cells.
    """

    row: int
    indicator: str
    area: str
    stretch: Stretch
    value: float | None
    policy: SuppressionPolicy | None = None
    exempt: bool = False
    hidden: bool = False
    known: bool = False
    first: int = 1
    last: int = FOREVER
    primary: bool = False
    unknowns: tuple[Unknown, ...] = ()
    odd: bool = False

    @property
    def place(self) -> Unknown:
        return self.indicator, self.area, self.stretch


def say_in_one_release(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame of values of one moment, as said in one release, nothing of it hidden or known before."""
    return frame.with_columns(release=pl.lit(1), hidden=pl.lit(False), known=pl.lit(False))


def cells_of(said: pl.DataFrame, policies: Mapping[str, SuppressionPolicy], ties: Ties) -> list[Cell]:
    """Every figure that counts people, and every rate that tells such a figure. `said`: every version of every
    figure, with the columns PLACE, value, state and SEEN."""
    numbered = said.with_row_index("n").select("n", *PLACE, "value", "state", *SEEN).sort(*PLACE, "release", "n")
    rows = list(numbered.iter_rows(named=True))
    by_rate = {ratio.rate: ratio for ratio in ties.ratios}
    own = {row["indicator"] for row in rows if row["role"] == "numerator"}
    plain = [row for row in rows if counts_people(row["role"]) and not tells(row, by_rate, own)]
    cells = [cell for versions in group_by_place(plain) for cell in make_standing_cells(versions)]
    counts = Counts(cells)
    rates = [row for row in rows if row["role"] == "actual" and tells(row, by_rate, own)]
    for versions in group_by_place(rates):
        for row, last in lasting(versions):
            cells += counts.find_cells_told(row, last, by_rate.get(row["indicator"]))
    for cell in cells:
        cell.policy = policies.get(cell.indicator.split("~")[0]) or policies.get(cell.indicator)
        cell.exempt = cell.policy is not None and ties.levels.get(cell.area) in cell.policy.exempt_levels
        if cell.policy is not None:
            small = cell.value is not None and not cell.exempt and is_hidden(cell.value, cell.policy)
            cell.primary = small or (cell.value is None and cell.hidden)
            cell.hidden = cell.hidden or cell.primary
    return cells


def tells(row: Mapping[str, Any], by_rate: Mapping[str, Ratio], own: set[str]) -> bool:
    """Whether the row is a rate: it says something of the count above its line, and counts nobody itself."""
    return row["role"] in ("actual", *ECHOES) and (row["indicator"] in by_rate or row["indicator"] in own)


def group_by_place(rows: Sequence[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    for _, versions in groupby(rows, key=lambda row: tuple(row[name] for name in PLACE)):
        yield list(versions)


def make_standing_cells(versions: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
    """A cell for each version that says something, with the releases from and until which it stood.

    An echo says what was so at its own release; nobody restates it when the figure itself is restated.
    """
    for row, last in lasting(versions):
        suppressed = row["state"] == "suppressed"
        if row["value"] is None and not suppressed:
            continue
        last = row["release"] + 1 if row["role"] in ECHOES else last
        yield Cell(
            row["n"], name_count(row), row["area"], stretch_of(row), row["value"],
            hidden=suppressed or row["hidden"], known=row["known"] and not suppressed, first=row["release"], last=last,
        )  # fmt: skip


def lasting(versions: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Each version with the release that said something else."""
    ends = [*(row["release"] for row in versions[1:]), FOREVER]
    yield from zip(versions, ends, strict=True)


def name_count(row: Mapping[str, Any]) -> str:
    """The count that a figure is of. An outturn and an actual of one period are two counts."""
    indicator, role = row["indicator"], row["role"]
    return indicator if role in ("actual", "numerator", *ECHOES) else f"{indicator}~{role}"


def stretch_of(row: Mapping[str, Any]) -> Stretch:
    """First day and day after the last; `previous` is about the period before."""
    start, end = row["start"], row["end"]
    assert isinstance(start, date) and isinstance(end, date)
    if row["role"] == "previous":
        before = Period(PeriodKind(str(row["period_kind"])), start, end).previous()
        start, end = before.start, before.end
    return start, end + timedelta(days=1)


class Counts:
    """The counts by their place, to find what a rate tells."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.by_place: dict[Unknown, list[Cell]] = {}
        for cell in cells:
            self.by_place.setdefault(cell.place, []).append(cell)

    def find_cells_told(self, row: Mapping[str, Any], last: int, ratio: Ratio | None) -> Iterator[Cell]:
        """What a rate says of its numerator while it stands: the numerator itself where that is known, so that nobody
        can be more exact; else what it comes to with its denominator. A rate that was not restated with its count
        says nothing of the new one."""
        counted = ratio.counted if ratio else row["indicator"]
        stretch, first, value = stretch_of(row), row["release"], row["value"]
        suppressed = row["state"] == "suppressed"
        place = (counted, row["area"], stretch)
        above = self.at(place, first)
        if value is not None:
            below = self.at((ratio.denominator, row["area"], stretch), first) if ratio else None
            value = work_out_numerator(value, below, ratio)
            if above and (above.first <= first or agrees_with_rate(value, above.value)):
                value = above.value
        later = (cell for cell in self.by_place.get(place, ()) if cell.first > first)
        after = [cell.first for cell in later if cell.value not in (None, value)]
        if value is not None or suppressed:
            yield Cell(
                row["n"], counted, row["area"], stretch, value, hidden=suppressed or row["hidden"],
                known=row["known"] and not suppressed, first=first, last=min([last, *after]),
            )  # fmt: skip

    def at(self, place: Unknown, release: int) -> Cell | None:
        """The figure that stood at a release; the first that came later, where none had come yet."""
        standing = [cell for cell in self.by_place.get(place, ()) if cell.last > release]
        return min(standing, key=lambda cell: cell.first, default=None)


def agrees_with_rate(told: float | None, count: float | None) -> bool:
    """Whether a count that came later is the one that the rate told, and was not counted anew in between."""
    return told is None or count is None or abs(told - count) <= max(0.5, ABOUT * count)


def work_out_numerator(rate: float, below: Cell | None, ratio: Ratio | None) -> float | None:
    """The numerator that a rate and its denominator give away."""
    if ratio is None or below is None or below.value is None:
        return None
    return float(round(rate * below.value / ratio.multiplier))
