"""What the nouns of `core.catalogue` take over from elsewhere: families, frameworks, which way is good."""

from collections.abc import Callable

from outturn.core.catalogue import Direction, Entry, Framework, Indicator, RateOf, Target, usual_operator
from outturn.core.definitions.make import make
from outturn.core.definitions.schema.framework import (
    EntryDefinition,
    FrameworkDefaults,
    FrameworkFile,
    TargetDefinition,
)
from outturn.core.definitions.schema.indicator import IndicatorDefinition, Shared
from outturn.core.units import Unit

SHARED = tuple(Shared.model_fields)
TIMES = {Unit.PERCENT: 100.0, Unit.RATIO: 1.0}
"""How many times one over the other a figure is, where the definition does not say; a rate has its own multiplier."""


def make_indicator(slug: str, given: IndicatorDefinition, defaults: Shared) -> Indicator:
    """The indicator with its family's defaults filled in. `period_kind` is there: `references` saw to it."""
    family = {name: getattr(defaults, name) for name in SHARED if getattr(given, name) is None}
    whole = given.model_copy(update=family)
    rebases = tuple((rebase.day, rebase.reason) for rebase in given.rebases)
    return make(Indicator, whole, slug=slug, rate_of=make_rate(given), rebases=rebases)


def make_rate(given: IndicatorDefinition) -> RateOf | None:
    rate = given.rate_of
    if rate is None:
        return None
    times = rate.multiplier or TIMES.get(given.unit) or given.multiplier or 1.0
    return make(RateOf, rate, multiplier=float(times))


def make_framework(given: FrameworkFile, indicator_of: Callable[[str], Indicator]) -> Framework:
    entries = (
        make_entry(item, part.slug, given, indicator_of(item.indicator))
        for part in given.sections
        for item in part.entries
    )
    return make(Framework, given, entries=tuple(entries))


def make_entry(given: EntryDefinition, section: str, framework: FrameworkFile, measured: Indicator) -> Entry:
    """The entry with what it takes over from its framework and its indicator."""
    direction, defaults = given.direction or measured.direction, framework.defaults
    return make(
        Entry,
        given,
        framework=framework.slug,
        section=section,
        area=given.area or defaults.area or "",
        short=given.short or measured.short,
        direction=direction,
        target=make_target(given.target, direction, defaults),
        scheme=given.scheme or defaults.scheme or "",
        workstream=measured.workstream if given.workstream is None else given.workstream,
    )


def make_target(given: TargetDefinition, direction: Direction, defaults: FrameworkDefaults) -> Target:
    operator, inferred = choose_operator(given, direction)
    return make(Target, given, operator=operator, inferred=inferred, set_by=given.set_by or defaults.set_by)


def choose_operator(target: TargetDefinition, direction: Direction) -> tuple[str, bool]:
    """The operator, and whether it was inferred: "higher is better" asks for at least the plan."""
    if target.operator is not None:
        return target.operator.value, False
    usual = usual_operator(target.kind, direction)
    return (usual.value, True) if usual else ("", False)
