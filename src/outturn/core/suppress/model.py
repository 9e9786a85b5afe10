"""The figures as sums of small unknowns, as somebody would set them up who wants to work out what is hidden.

An unknown is a count of one indicator in one area over one stretch of time. Where periods add up, the stretches
lie between neighbouring period ends, so that months, quarters, years, rolling windows and years to date are all
sums of the same unknowns. Where they do not (a waiting list), each period is an unknown of its own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import polars as pl

from outturn.core.catalogue import SuppressionPolicy
from outturn.core.periods import Period, PeriodKind
from outturn.core.suppress.policy import Ratio, Total, counts_people

Stretch = tuple[date, date]
Unknown = tuple[str, str, Stretch]


@dataclass
class Cell:
    """A published or hidden figure: its row in the frame, what it is the sum of, and what it says (None: not known)."""

    row: int
    indicator: str
    area: str
    stretch: Stretch
    value: float | None
    policy: SuppressionPolicy | None
    exempt: bool
    hidden: bool
    primary: bool = False
    unknowns: tuple[Unknown, ...] = ()


@dataclass(frozen=True)
class Model:
    """Figures that hang together, and the sums (whole unknown, part unknowns) that tie them."""

    cells: list[Cell] = field(default_factory=list)
    sums: list[tuple[Unknown, tuple[Unknown, ...]]] = field(default_factory=list)


def cells_of(
    frame: pl.DataFrame, policies: Mapping[str, SuppressionPolicy], ratios: Sequence[Ratio], levels: Mapping[str, str]
) -> list[Cell]:
    """Every figure of the frame that counts people, and every rate that tells such a figure."""
    columns = ("indicator", "area", "role", "period_kind", "start", "end", "value", "state")
    rows = list(frame.select(columns).iter_rows(named=True))
    places = {(r["indicator"], r["area"], r["role"], r["start"], r["end"]): r["value"] for r in rows}
    own = {r["indicator"] for r in rows if r["role"] == "numerator"}
    by_rate = {ratio.rate: ratio for ratio in ratios}
    cells = []
    for n, row in enumerate(rows):
        indicator, value = row["indicator"], row["value"]
        if indicator in by_rate and row["role"] == "actual":
            ratio = by_rate[indicator]
            below = places.get((ratio.denominator, row["area"], "actual", row["start"], row["end"]))
            indicator, value = ratio.numerator, told(value, below, ratio.multiplier)
        elif indicator in own and row["role"] == "actual":
            value = places.get((indicator, row["area"], "numerator", row["start"], row["end"]))
        elif not counts_people(row["role"]):
            continue
        suppressed = row["state"] == "suppressed"
        if value is not None or suppressed:
            policy = policies.get(indicator)
            exempt = policy is not None and levels.get(row["area"]) in policy.exempt_levels
            cells.append(Cell(n, indicator, row["area"], stretch_of(row), value, policy, exempt, suppressed))
    return cells


def told(rate: float | None, below: float | None, multiplier: float) -> float | None:
    """The numerator that a rate and its denominator give away."""
    return None if rate is None or below is None else float(round(rate * below / multiplier))


def stretch_of(row: Mapping[str, object]) -> Stretch:
    """First day and day after the last; `previous` is about the period before."""
    start, end = row["start"], row["end"]
    assert isinstance(start, date) and isinstance(end, date)
    if row["role"] == "previous":
        before = Period(PeriodKind(str(row["period_kind"])), start, end).previous()
        start, end = before.start, before.end
    return start, end + timedelta(days=1)


def models_of(cells: Sequence[Cell], totals: Sequence[Total], flows: Collection[str]) -> list[Model]:
    """The cells in groups that have nothing to do with each other, with their unknowns and sums."""
    families = grouped({cell.indicator for cell in cells}, [t for t in totals if t.along == "indicator"])
    regions = grouped({cell.area for cell in cells}, [t for t in totals if t.along == "area"])
    groups: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        groups.setdefault((families[cell.indicator], regions[cell.area]), []).append(cell)
    return [model for group in groups.values() for model in apart(in_unknowns(group, totals, flows))]


def in_unknowns(cells: list[Cell], totals: Sequence[Total], flows: Collection[str]) -> Model:
    """The cells of a group, each as the sum of its unknowns."""
    flowing = any(cell.indicator in flows for cell in cells)
    ends = sorted({day for cell in cells for day in cell.stretch})
    for cell in cells:
        inside = [day for day in ends if cell.stretch[0] <= day <= cell.stretch[1]]
        stretches = list(zip(inside, inside[1:], strict=False)) if flowing else [cell.stretch]
        cell.unknowns = tuple((cell.indicator, cell.area, stretch) for stretch in stretches)
    known = {unknown for cell in cells for unknown in cell.unknowns}
    return Model(cells, [one for total in totals for one in sums_of(total, known)])


def apart(model: Model) -> list[Model]:
    """The parts of a model that share no unknown and no sum: each can be worked on alone."""
    ties = [cell.unknowns for cell in model.cells] + [(whole, *parts) for whole, parts in model.sums]
    leader = connected(ties)
    found: dict[Unknown, Model] = {}
    for cell in model.cells:
        found.setdefault(leader[cell.unknowns[0]], Model()).cells.append(cell)
    for one in model.sums:
        found.setdefault(leader[one[0]], Model()).sums.append(one)
    return list(found.values())


def connected(ties: Sequence[Sequence[Unknown]]) -> dict[Unknown, Unknown]:
    """Each unknown with the representative of all that it is tied to (union and find)."""
    parent: dict[Unknown, Unknown] = {}

    def find(unknown: Unknown) -> Unknown:
        while parent.setdefault(unknown, unknown) != unknown:
            parent[unknown] = unknown = parent[parent[unknown]]
        return unknown

    for tie in ties:
        for unknown in tie:
            parent[find(unknown)] = find(tie[0])
    return {unknown: find(unknown) for unknown in list(parent)}


def sums_of(total: Total, known: set[Unknown]) -> list[tuple[Unknown, tuple[Unknown, ...]]]:
    """The total for every unknown of its whole whose parts are all spoken of."""
    place = 1 if total.along == "area" else 0
    found = []
    for unknown in known:
        if unknown[place] == total.whole:
            parts = tuple(replaced(unknown, place, part) for part in total.parts)
            if all(part in known for part in parts):
                found.append((unknown, parts))
    return found


def replaced(unknown: Unknown, place: int, name: str) -> Unknown:
    indicator, area, stretch = unknown
    return (indicator, name, stretch) if place else (name, area, stretch)


def grouped(names: Collection[str], totals: Sequence[Total]) -> dict[str, str]:
    """Each name with the first name of its group: names that stand in one total belong together."""
    leader = {name: name for name in names}
    for total in totals:
        members = [name for name in (total.whole, *total.parts) if name in leader]
        joined = {leader[name] for name in members}
        for name in leader:
            if leader[name] in joined:
                leader[name] = leader[members[0]]
    return leader
