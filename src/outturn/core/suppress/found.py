"""Which figures add up: found in the figures, as an attacker would find it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from outturn.core.suppress.cells import Cell, Stretch, Unknown
from outturn.core.suppress.policy import Total, find_hidden_range

NEAR = 0.5
Standing = Mapping[Unknown, Cell]


def newest_cells(cells: Sequence[Cell]) -> dict[Unknown, Cell]:
    """The newest figure of each place."""
    return {cell.place: cell for cell in sorted(cells, key=lambda cell: cell.first)}


def flows_of(now: Standing, assumed: frozenset[str] | None) -> set[str]:
    """Indicators for which, mostly, two neighbouring periods make up the period that they fill; and those of which it
    is assumed and mostly not contradicted.

    A waiting list at a quarter's end is not the sum of three month ends; referrals in a quarter are.
    """
    series: dict[tuple[str, str], dict[Stretch, float]] = defaultdict(dict)
    for (indicator, area, stretch), cell in now.items():
        if cell.value is not None:
            series[indicator, area][stretch] = cell.value
    agrees: dict[str, list[bool]] = defaultdict(list)
    for (indicator, _), values in series.items():
        agrees[indicator].extend(periods_agree(values))
    flows = {name for name, answers in agrees.items() if answers and sum(answers) * 2 > len(answers)}
    return flows | {name for name in assumed or () if not agrees.get(name)}


def periods_agree(values: Mapping[Stretch, float]) -> Iterator[bool]:
    """For any two periods that share a first or a last day: is the rest of the longer one what it should be?"""
    for side in (0, 1):
        sharing: dict[object, list[Stretch]] = defaultdict(list)
        for stretch in values:
            sharing[stretch[side]].append(stretch)
        for stretches in sharing.values():
            for first, other in combinations(stretches, 2):
                shorter, longer = sorted((first, other), key=lambda stretch: stretch[1] - stretch[0])
                rest = (shorter[1], longer[1]) if side == 0 else (longer[0], shorter[0])
                if rest in values:
                    yield abs(values[longer] - values[shorter] - values[rest]) < NEAR


def totals_of(now: Standing, totals: Sequence[Total]) -> list[Total]:
    """The totals that hold. Those that depend on the figures are settled for each indicator by itself: trusts may
    share out the admissions of a system and not its waiting list."""
    by_series: dict[tuple[str, str], list[Stretch]] = defaultdict(list)
    for indicator, area, stretch in now:
        by_series[indicator, area].append(stretch)
    named: dict[str, list[str]] = defaultdict(list)
    for name, area in by_series:
        named[area].append(name)
    holding = [total for total in totals if total.holds == "always"]
    for total in totals:
        if total.holds != "always":
            ones = (
                [total]
                if total.along == "indicator"
                else [keep_those_present(by_series, total, name) for name in named[total.whole]]
            )
            holding += [
                held for candidate in ones if candidate.parts and (held := settle_total(now, by_series, candidate))
            ]
    return holding


def keep_those_present(by_series: Mapping[tuple[str, str], Sequence[Stretch]], total: Total, name: str) -> Total:
    """The total of areas for one indicator. Where some of them never have a figure, the others may still be all that
    was counted; that must show in the figures."""
    parts = tuple(part for part in total.parts if (name, part) in by_series)
    whole = len(parts) == len(total.parts)
    return replace(total, of=name, parts=parts, holds=total.holds if whole else "found")


def settle_total(now: Standing, by_series: Mapping[tuple[str, str], Sequence[Stretch]], total: Total) -> Total | None:
    """The total when the figures mostly say so, or when they say nothing and it is taken to hold."""
    answers = list(agreements(now, by_series, total))
    if answers:
        holds = sum(answers) * 2 > len(answers)
        return total if holds else remainder(total)
    return None if total.holds == "found" else total


def remainder(total: Total) -> Total | None:
    """Indicators that were declared to be parts and are not all: what is left is a count of its own."""
    return replace(total, rest=True) if total.along == "indicator" else None


def agreements(now: Standing, by_series: Mapping[tuple[str, str], Sequence[Stretch]], total: Total) -> Iterator[bool]:
    """Each place where the total and all its parts are spoken of, and it can be told whether they add up."""
    for (indicator, area), stretches in by_series.items():
        if total.along == "area" and (indicator, area) != (total.of, total.whole):
            continue
        if total.along == "indicator" and indicator != total.whole:
            continue
        for stretch in stretches:
            parts = [now.get(place_part(total, part, (indicator, area, stretch))) for part in total.parts]
            whole = now[indicator, area, stretch].value
            if whole is None or not all(parts):
                continue
            answer = adds_up(whole, [part for part in parts if part], total)
            if answer is not None:
                yield answer


def place_part(total: Total, part: str, place: Unknown) -> Unknown:
    indicator, area, stretch = place
    return (indicator, part, stretch) if total.along == "area" else (part, area, stretch)


def adds_up(whole: float, parts: Sequence[Cell], total: Total) -> bool | None:
    """None when hidden parts leave it open. What is left for them must not be less than nothing; and where nobody
    says that these parts make up the whole, not so much that they would not be small."""
    values = [part.value for part in parts if part.value is not None]
    left, unknown = whole - sum(values), [part for part in parts if part.value is None]
    if not unknown:
        return abs(left) < NEAR
    most = sum(find_hidden_range(part.policy)[1] for part in unknown if part.policy)
    if left < -NEAR or (total.holds != "mostly" and left > most):
        return False
    return None
