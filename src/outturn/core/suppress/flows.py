"""Whether the periods of an indicator add up: found in the figures, as an attacker would find it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from outturn.core.suppress.model import Cell, Stretch


def found_flows(cells: Sequence[Cell]) -> set[str]:
    """Indicators for which, mostly, two neighbouring periods make up the period that they fill.

    A waiting list at a quarter's end is not the sum of three month ends; referrals in a quarter are.
    """
    series: dict[tuple[str, str], dict[Stretch, float]] = {}
    for cell in cells:
        if cell.value is not None:
            series.setdefault((cell.indicator, cell.area), {})[cell.stretch] = cell.value
    agrees: dict[str, list[bool]] = {}
    for (indicator, _), values in series.items():
        agrees.setdefault(indicator, []).extend(adds_up(values))
    return {indicator for indicator, found in agrees.items() if found and sum(found) * 2 > len(found)}


def adds_up(values: Mapping[Stretch, float]) -> Iterator[bool]:
    """For any two periods that share a first or a last day: is the rest of the longer one what it should be?"""
    for one, other in combinations(values, 2):
        shorter, longer = sorted((one, other), key=lambda stretch: stretch[1] - stretch[0])
        if longer[0] == shorter[0]:
            rest = (shorter[1], longer[1])
        elif longer[1] == shorter[1]:
            rest = (longer[0], shorter[0])
        else:
            continue
        if rest in values:
            yield abs(values[longer] - values[shorter] - values[rest]) < 0.5
