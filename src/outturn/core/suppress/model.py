"""The figures as sums of small unknowns, in every state that was ever shown.

An unknown is a count of one indicator in one area over one stretch of time. Where periods add up, the stretches lie
between neighbouring period ends, so that months, quarters, years, rolling windows and years to date are all sums of
the same unknowns. Where they do not (a waiting list), each period is an unknown of its own.

A restatement begins a new epoch: the sums hold in each of them, and what was not restated is the same in both. So
48 - 25 of one day and 20 of the next are one system.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from outturn.core.suppress.cells import Cell, Unknown
from outturn.core.suppress.policy import Total, is_hidden

Name = TypeVar("Name")
Sum = tuple[Unknown, tuple[Unknown, ...]]
Node = tuple[Unknown, int]


@dataclass
class Part:
    """Figures that hang together, the sums that tie them (whole unknown, part unknowns), and the releases at which
    one of them was restated."""

    cells: list[Cell] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    restated: list[int] = field(default_factory=list)

    def epochs(self, cell: Cell) -> range:
        return range(bisect_right(self.restated, cell.first), bisect_left(self.restated, cell.last) + 1)

    @property
    def all_epochs(self) -> range:
        return range(len(self.restated) + 1)


def parts_of(cells: Sequence[Cell], totals: Sequence[Total], flows: Collection[str]) -> list[Part]:
    """The cells in parts that have nothing to do with each other, each with its sums."""
    in_unknowns(cells, totals, flows)
    spoken_of = dict.fromkeys(unknown for cell in cells for unknown in cell.unknowns)
    extra = [cell for total in totals if total.rest for cell in rests(total, cells)]
    return apart([*cells, *extra], telling(spoken_of, close_sums(spoken_of, totals)))


def in_unknowns(cells: Sequence[Cell], totals: Sequence[Total], flows: Collection[str]) -> None:
    """Each cell as the sum of its unknowns. Stretches are cut at the ends of periods of whatever it is tied to."""
    series = {(cell.indicator, cell.area) for cell in cells}
    leader = connect_names([*([series_alone] for series_alone in series), *join_series(series, totals)])
    ends: dict[tuple[str, str], set] = defaultdict(set)
    for cell in cells:
        if cell.indicator in flows:
            ends[leader[cell.indicator, cell.area]].update(cell.stretch)
    cuts = {group: sorted(days) for group, days in ends.items()}
    for cell in cells:
        if cell.indicator not in flows:
            cell.unknowns = (cell.place,)
            continue
        days = cuts[leader[cell.indicator, cell.area]]
        inside = days[bisect_left(days, cell.stretch[0]) : bisect_right(days, cell.stretch[1])]
        pairs = zip(inside, inside[1:], strict=False)
        cell.unknowns = tuple((cell.indicator, cell.area, stretch) for stretch in pairs)


def join_series(series: Collection[tuple[str, str]], totals: Sequence[Total]) -> Iterator[list[tuple[str, str]]]:
    """The series (indicator, area) that each total ties together, also by one that nobody prints."""
    by_name: dict[str, set[str]] = defaultdict(set)
    by_area: dict[str, set[str]] = defaultdict(set)
    for name, area in series:
        by_name[name].add(area)
        by_area[area].add(name)
    for total in totals:
        members = (total.whole, *total.parts)
        if total.along == "area":
            names = {total.of} if total.of else set().union(*(by_area[area] for area in members))
            yield from ([(name, area) for area in members] for name in sorted(names))
        else:
            areas = set().union(*(by_name[name] for name in members))
            yield from ([(name, area) for name in members] for area in sorted(areas))


def close_sums(spoken_of: Iterable[Unknown], totals: Sequence[Total]) -> list[Sum]:
    """Every sum in which something stands that is spoken of, or that another sum speaks of. A count that nobody
    prints is one all the same: a part is no more than the whole, and the parts of a part are parts."""
    by_member: dict[tuple[int, str], list[Total]] = defaultdict(list)
    for total in totals:
        for member in (total.whole, *total.parts):
            by_member[axis(total), member].append(total)
    sums: dict[Sum, None] = {}
    ahead = list(spoken_of)
    seen = set(ahead)
    while ahead:
        unknown = ahead.pop()
        for place in (0, 1):
            for total in by_member[place, str(unknown[place])]:
                if not total.of or unknown[0] == total.of:
                    whole, parts = made = sum_at(total, unknown)
                    sums[made] = None
                    new = [one for one in (whole, *parts) if one not in seen]
                    seen.update(new)
                    ahead += new
    return list(sums)


def sum_at(total: Total, unknown: Unknown) -> Sum:
    """The total in the place of one of its members."""
    whole, *parts = (rename_unknown(unknown, axis(total), name) for name in (total.whole, *total.parts))
    rest = [rename_unknown(unknown, 0, rest_name(total))] if total.rest else []
    return whole, (*parts, *rest)


def axis(total: Total) -> int:
    """Where the name of a member stands in an unknown."""
    return 1 if total.along == "area" else 0


def telling(spoken_of: Iterable[Unknown], sums: Sequence[Sum]) -> list[Sum]:
    """Without the sums whose whole nobody speaks of: they say nothing of their parts."""
    cells = set(spoken_of)
    while True:
        parts = {part for _, each in sums for part in each}
        wholes = Counter(whole for whole, _ in sums)
        left = [one for one in sums if one[0] in cells or one[0] in parts or wholes[one[0]] > 1]
        if len(left) == len(sums):
            return left
        sums = left


def rename_unknown(unknown: Unknown, place: int, name: str) -> Unknown:
    indicator, area, stretch = unknown
    return (indicator, name, stretch) if place else (name, area, stretch)


def rest_name(total: Total) -> str:
    return f"{total.whole}~less {' and '.join(total.parts)}"


def rests(total: Total, cells: Sequence[Cell]) -> Iterator[Cell]:
    """The counts that nobody prints and a reader can work out: persons less men. They are hidden where they are small,
    as if they stood in a row of their own (row -1)."""
    by_unknown: dict[Unknown, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.indicator in total.parts:
            by_unknown[cell.place].append(cell)
    for whole in [cell for cell in cells if cell.indicator == total.whole]:
        parts = [
            part
            for name in total.parts
            if (part := beside_whole(by_unknown[rename_unknown(whole.place, 0, name)], whole))
        ]
        if whole.value is None or len(parts) < len(total.parts) or any(part.value is None for part in parts):
            continue
        left = whole.value - sum(part.value or 0 for part in parts)
        small = whole.policy is not None and not whole.exempt and left > 0 and is_hidden(left, whole.policy)
        if small:
            name = rest_name(total)
            made = Cell(-1, name, whole.area, whole.stretch, left, whole.policy, hidden=True, primary=True)
            made.first, made.last = max(each.first for each in (whole, *parts)), whole.last
            made.unknowns = tuple(rename_unknown(unknown, 0, name) for unknown in whole.unknowns)
            yield made


def beside_whole(cells: Sequence[Cell], whole: Cell) -> Cell | None:
    """The one that stood beside the whole."""
    return next((cell for cell in cells if cell.first < whole.last and whole.first < cell.last), None)


def apart(cells: Sequence[Cell], sums: Sequence[Sum]) -> list[Part]:
    """The parts that share no unknown and no sum: each can be worked on alone."""
    leader = connect_names([*(cell.unknowns for cell in cells), *((whole, *parts) for whole, parts in sums)])
    found: dict[Unknown, Part] = defaultdict(Part)
    for cell in cells:
        found[leader[cell.unknowns[0]]].cells.append(cell)
    for each in sums:
        found[leader[each[0]]].sums.append(each)
    for part in found.values():
        part.restated = sorted(restatements(part.cells))
    return list(found.values())


def restatements(cells: Iterable[Cell]) -> set[int]:
    """The releases at which a figure was followed by another."""
    begun = {(cell.place, cell.first): cell.value for cell in cells}
    ended = ((cell, (cell.place, cell.last)) for cell in cells if cell.value is not None)
    return {cell.last for cell, after in ended if after in begun and begun[after] != cell.value}


def connect_names(ties: Iterable[Sequence[Name]]) -> dict[Name, Name]:
    """Each name with the representative of all that it is tied to (union and find)."""
    parent: dict[Name, Name] = {}

    def find(name: Name) -> Name:
        while parent.setdefault(name, name) != name:
            parent[name] = name = parent[parent[name]]
        return name

    for tie in ties:
        for name in tie:
            parent[find(name)] = find(tie[0])
    return {name: find(name) for name in list(parent)}
