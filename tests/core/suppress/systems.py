"""Random systems that publish, restate and hide; and an attacker who has every page that was ever shown.

The attacker shares no code with the product: he sets up one equation for each figure shown, over the smallest counts
there are (a sex, a place, a month) on each day, and knows which figures were not restated.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

import numpy as np
from core.suppress.days import CELL, Days, Row
from scipy.optimize import linprog

from outturn.core.suppress import Ratio, Suppression, Ties, Total, find_hidden_range

MONTHS = ("Apr 2024", "May 2024", "Jun 2024", "Jul 2024")
SPANS = {
    **{label: {n} for n, label in enumerate(MONTHS)},
    **{f"M{n + 1} 24/25": set(range(n + 1)) for n in range(len(MONTHS))},
    "Q1 24/25": {0, 1, 2},
}
MONTHLY, TO_DATE, QUARTER = MONTHS, tuple(f"M{n + 1} 24/25" for n in range(4)), ("Q1 24/25",)
CLOSE = 1e-6
Atom = tuple[str, str, int]
Place = tuple[str, str, str]


@dataclass
class World:
    """What there is to count, by sex, place and month, and what of it is published as which indicator."""

    random: Random
    tree: dict[str, tuple[str, ...]]
    policy: Suppression
    places: list[Place] = field(default_factory=list)
    rates: dict[str, str] = field(default_factory=dict)
    people: dict[str, float] = field(default_factory=dict)
    counts: dict[Atom, int] = field(default_factory=dict)

    def leaves(self, area: str) -> list[str]:
        return [leaf for part in self.tree[area] for leaf in self.leaves(part)] if area in self.tree else [area]

    def atoms(self, place: Place) -> list[Atom]:
        indicator, area, label = place
        base = self.rates.get(indicator, indicator)
        sexes = {"men": ["men"], "women": ["women"]}.get(base, ["men", "women"])
        return [(sex, leaf, month) for sex in sexes for leaf in self.leaves(area) for month in SPANS[label]]

    def count(self, place: Place) -> float:
        return float(sum(self.counts[atom] for atom in self.atoms(place)))

    def row(self, place: Place) -> Row:
        indicator, area, label = place
        value = self.count(place)
        if indicator in self.rates:
            value = value / self.people[area] * 1000
        return indicator, area, "actual", label, value

    @property
    def areas(self) -> list[str]:
        return [*self.tree, *(leaf for leaf in self.leaves("llr-icb"))]


def world(random: Random) -> tuple[World, Days]:
    tree = {"llr-icb": ("leicester", "leicestershire", "rutland")[: random.choice((2, 3))]}
    if random.random() < 0.4:
        tree["leicester"] = ("city-east", "city-west")
    policy = Suppression(random.choice((1, 1, 2)), random.choice((4, 7)), show_zero=random.random() < 0.7)
    made = World(random, tree, policy)
    indicators = ["persons"]
    totals = [Total("area", whole, parts) for whole, parts in tree.items()]
    if random.random() < 0.5:
        indicators += ["men", "women"]
        totals.append(Total("indicator", "persons", ("men", "women")))
    if random.random() < 0.4:
        indicators.append("to-date")
        totals.append(Total("indicator", "to-date", ("persons",)))
    ratios = []
    if random.random() < 0.4:
        of = random.choice([name for name in indicators if name != "to-date"])
        made.rates["rate"] = of
        ratios.append(Ratio("rate", of, "people", 1000))
        indicators.append("rate")
    made.people = {area: float(random.randint(300, 900)) for area in made.areas}
    for sex in ("men", "women"):
        for leaf in made.leaves("llr-icb"):
            for month in range(len(MONTHS)):
                made.counts[sex, leaf, month] = small(random)
    made.places = list(published(made, indicators))
    policies = dict.fromkeys([name for name in indicators if name != "rate"], policy)
    ties = Ties(tuple(totals), tuple(ratios), frozenset(policies))
    return made, Days(policies, ties)


def small(random: Random) -> int:
    return random.choice((0, random.randint(0, 3), random.randint(1, 9), random.randint(5, 40)))


def published(made: World, indicators: list[str]) -> Iterator[Place]:
    """Some of all that could be: months, a quarter, years to date."""
    share = made.random.uniform(0.5, 1)
    for indicator in indicators:
        labels = (
            TO_DATE if indicator == "to-date" else made.random.choice((MONTHLY, MONTHLY + QUARTER, MONTHLY + TO_DATE))
        )
        for area in made.areas:
            for label in labels:
                if made.random.random() < share:
                    yield indicator, area, label


def history(seed: int) -> tuple[World, Days]:
    """Two to four releases: figures come bit by bit, and some of what was counted is counted anew."""
    random = Random(seed)
    made, days = world(random)
    waiting = list(made.places)
    random.shuffle(waiting)
    out: list[Place] = []
    n_releases = random.choice((1, 2, 2, 3, 4))
    for n in range(n_releases):
        if n and random.random() < 0.7:
            for atom in random.sample(sorted(made.counts), random.choice((1, 2, 3))):
                made.counts[atom] = small(random)
        cut = len(waiting) if n == n_releases - 1 else random.randint(0, len(waiting))
        out, waiting = [*out, *waiting[:cut]], waiting[cut:]
        rows = [made.row(place) for place in out]
        if n == 0:
            rows += [("people", area, "actual", label, made.people[area]) for area in made.areas for label in SPANS]
        if rows:
            days.release(*rows)
    return made, days


@dataclass
class Version:
    place: Place
    first: int
    last: int
    value: float  # the count that it tells
    hidden_at: int | None
    rate: bool

    def shown(self, day: int | None = None) -> bool:
        until = self.hidden_at is None or self.hidden_at > self.first
        return (
            until if day is None else self.first <= day < self.last and (self.hidden_at is None or self.hidden_at > day)
        )


class Attacker:
    """Knows every page of the days he looked at, and which figures were not restated between them."""

    def __init__(self, made: World, days: Days) -> None:
        self.made, self.days = made, days
        self.atoms = sorted(made.counts)
        self.versions = list(self.read())

    def read(self) -> Iterator[Version]:
        rows = self.days.said.filter(~self.days.said["indicator"].is_in(["people"])).sort("release").to_dicts()
        by_place: dict[tuple, list[dict]] = {}
        for row in rows:
            by_place.setdefault(tuple(row[name] for name in CELL), []).append(row)
        for versions in by_place.values():
            ends = [row["release"] for row in versions[1:]] + [self.days.last + 1]
            for row, last in zip(versions, ends, strict=True):
                rate = row["indicator"] in self.made.rates
                place = (row["indicator"], row["area"], label_of(row))
                value = round(row["value"] * self.made.people[row["area"]] / 1000) if rate else row["value"]
                yield Version(place, row["release"], last, value, row["hidden_at"], rate)

    def weights(self, version: Version, day: int) -> np.ndarray:
        row = np.zeros(len(self.atoms) * self.days.last)
        for atom in self.made.atoms(version.place):
            row[(day - 1) * len(self.atoms) + self.atoms.index(atom)] = 1
        return row

    def equations(self, shown: list[Version]) -> tuple[list[np.ndarray], list[float]]:
        """What he saw, and that what was not restated stayed as it was."""
        rows, right = [], []
        for version in shown:
            rows.append(self.weights(version, version.first))
            right.append(version.value)
        for version in self.versions:
            for day, after in pairwise(range(version.first, version.last)):
                rows.append(self.weights(version, day) - self.weights(version, after))
                right.append(0)
        return rows, right

    def learns(self, target: Version, day: int, mind_before: bool = False) -> Iterator[str]:
        """What the pages of a day tell of a small count that could have been kept from them: what had been shown on
        the days before, and the marks themselves, tell what they tell."""
        low, high = find_hidden_range(self.made.policy)
        shown = [each for each in self.versions if each.shown()]
        seen = [each for each in shown if each.first <= day]
        before = [each for each in shown if each.first < day]
        for marks in (self.marks(day), [each for each in self.marks(day) if each.value >= low]):
            told = self.range_of(target, seen, marks)
            if told is None or not told[0] - CLOSE <= target.value <= told[1] + CLOSE:
                continue  # a nought was hidden: whoever thinks that none is comes to nothing, or to what is not so
            helpless = (mind_before and self.range_of(target, before, marks)) or (0, np.inf)
            if told[0] > max(low, helpless[0]) + CLOSE or told[1] < min(high, helpless[1]) - CLOSE:
                yield f"{target} is {told}, before it {helpless}"

    def marks(self, day: int) -> list[Version]:
        return [each for each in self.versions if not each.shown() and each.first <= day]

    def range_of(self, target: Version, shown: list[Version], marks: list[Version]) -> tuple[float, float] | None:
        rows, right = self.equations(shown)
        least = find_hidden_range(self.made.policy)[0]
        below = [-self.weights(each, each.first) for each in marks]
        found = []
        for sign in (1, -1):
            answer = linprog(
                sign * self.weights(target, target.first), A_eq=np.array(rows) if rows else None, b_eq=right or None,
                A_ub=np.array(below) if below else None, b_ub=[-least] * len(below) if below else None, method="highs",
            )  # fmt: skip
            if answer.status == 2:
                return None
            found.append(sign * answer.fun if answer.status == 0 else sign * -np.inf)
        return found[0], found[1]


def label_of(row: dict) -> str:
    first, last = row["start"].month - 4, row["end"].month - 4
    if row["period_kind"] == "month":
        return MONTHS[first]
    return "Q1 24/25" if row["period_kind"] == "quarter" else TO_DATE[last]


def leaks(seed: int) -> list[str]:
    """Every small count of which the pages tell more than the policy, and more than was told before it was there."""
    made, days = history(seed)
    if days.last == 0:
        return []
    attacker = Attacker(made, days)
    low, high = find_hidden_range(made.policy)
    found = []
    for target in attacker.versions:
        if target.rate or not low <= target.value <= high:
            continue
        if target.shown():
            found.append(f"{target} is shown")
            continue
        if any(attacker.learns(target, days.last)):  # whoever has all pages knows no less than who has some of them
            every = range(target.first, days.last + 1)
            found += [f"day {day}: {one}" for day in every for one in attacker.learns(target, day, mind_before=True)]
    return found
