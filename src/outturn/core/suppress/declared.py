"""By what the catalogue says figures hang together: the area tree, and what is declared on the indicators."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from outturn.core.catalogue import Area, AreaKind, Catalogue, Indicator, SuppressionPolicy
from outturn.core.suppress.model import connect_names
from outturn.core.suppress.policy import Ratio, Ties, Total
from outturn.core.units import Unit

DIVIDING = {AreaKind.REGION, AreaKind.ICB, AreaKind.SUB_ICB, AreaKind.PLACE}
"""Kinds of area that divide the one above them without overlap; trusts and practices may serve people of many."""

SUMS_OF_PERIODS = {"in_period", "year_to_date", "rolling_3", "rolling_12", "pooled_years"}
"""What a longer period adds up; a waiting list at the end of one does not."""

ADD_UP = (Unit.COUNT, Unit.DAYS, Unit.BED_DAYS, Unit.FTE, Unit.MONEY)


def policies_of(catalogue: Catalogue) -> dict[str, SuppressionPolicy]:
    """The policy of each indicator that has one. The count that a rate tells is hidden by the rate's own, if it has
    none."""
    policies = {
        slug: indicator.suppression for slug, indicator in catalogue.indicators.items() if indicator.suppression
    }
    for indicator in catalogue.indicators.values():
        if indicator.suppression and indicator.rate_of and indicator.rate_of.numerator:
            policies.setdefault(indicator.rate_of.numerator, indicator.suppression)
    return policies


def ties_of(catalogue: Catalogue) -> Ties:
    indicators = catalogue.indicators.values()
    return Ties(
        totals=(*area_totals(catalogue.areas), *indicator_totals(catalogue)),
        ratios=tuple(
            Ratio(
                indicator.slug, indicator.rate_of.numerator, indicator.rate_of.denominator, indicator.rate_of.multiplier
            )
            for indicator in indicators
            if indicator.rate_of
        ),
        flows=frozenset(
            indicator.slug
            for indicator in indicators
            if indicator.accumulation in SUMS_OF_PERIODS and indicator.unit in ADD_UP
        ),
        levels={area.slug: area.kind for area in catalogue.areas.values()},
    )


def list_covered(catalogue: Catalogue) -> frozenset[str]:
    """The indicators with a policy, and those that are tied to one."""
    return frozenset(families(catalogue))


def families(catalogue: Catalogue) -> dict[str, str]:
    """Each indicator on which small counts hang, with the one that stands for all that hang together."""
    hiding = policies_of(catalogue)
    if not hiding:
        return {}
    leader = connect_names([*([slug] for slug in hiding), *(sorted(names) for names in find_declared_ties(catalogue))])
    led = {leader[slug] for slug in hiding}
    return {slug: first for slug, first in leader.items() if first in led}


def find_declared_ties(catalogue: Catalogue) -> Iterator[set[str]]:
    for indicator in catalogue.indicators.values():
        if indicator.adds_up_to:
            yield {indicator.slug, indicator.adds_up_to}
        if indicator.rate_of:
            yield {indicator.slug, indicator.rate_of.numerator, indicator.rate_of.denominator} - {""}


def area_totals(areas: Mapping[str, Area]) -> Iterator[Total]:
    """Every sum of areas that the tree allows: of one kind below an area, beside a total, before a successor."""
    below: dict[tuple[str, str], list[Area]] = defaultdict(list)
    into: dict[str, list[Area]] = defaultdict(list)
    for area in areas.values():
        for above in ancestors(areas, area) if area.kind is not AreaKind.TOTAL else ():
            below[above, area.kind].append(area)
        for successor in area.successors:
            into[successor].append(area)
    for (above, kind), parts in below.items():
        yield from one_total(above, parts, sure=kind in DIVIDING and all(part.parent == above for part in parts))
        for area in areas.values():
            if area.kind is AreaKind.TOTAL and area.parent == above:
                yield from one_total(area.slug, parts, sure=True)
    for successor, parts in into.items():
        yield from one_total(successor, parts, sure=False)


def ancestors(areas: Mapping[str, Area], area: Area) -> Iterator[str]:
    seen: set[str] = set()
    here = area.parent
    while here in areas and here not in seen:
        seen.add(here)
        yield here
        here = areas[here].parent


def one_total(whole: str, parts: list[Area], *, sure: bool) -> Iterator[Total]:
    """Areas that ended and those that took their place are two ways to divide the whole. A single one is the whole
    only where the figures say so: a tree seldom names all of its neighbours."""
    for ended in (False, True):
        slugs = tuple(area.slug for area in parts if (area.valid_to is not None) is ended and area.slug != whole)
        if slugs:
            yield Total("area", whole, slugs, holds="found" if len(slugs) == 1 else "mostly" if sure else "perhaps")


def indicator_totals(catalogue: Catalogue) -> Iterator[Total]:
    """The parts that were declared for each whole. A part in other periods (a month of a year to date) is the
    same count over another time. One part alone leaves a rest: persons less men."""
    parts: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in catalogue.indicators.values():
        if indicator.adds_up_to in catalogue.indicators:
            parts[indicator.adds_up_to].append(indicator)
    for whole, all_ in parts.items():
        own = timing(catalogue.indicators[whole])
        same = tuple(indicator.slug for indicator in all_ if timing(indicator) == own)
        if same:
            yield Total("indicator", whole, same, holds="mostly", rest=len(same) == 1)
        others: dict[tuple[object, str], list[str]] = defaultdict(list)
        for indicator in all_:
            if timing(indicator) != own:
                others[timing(indicator)].append(indicator.slug)
        for slugs in others.values():
            yield Total("indicator", whole, tuple(slugs))


def timing(indicator: Indicator) -> tuple[object, str]:
    return indicator.period_kind, indicator.accumulation
