"""From checked definition files to the nouns of `core.catalogue`."""

from collections.abc import Callable
from typing import Any

from outturn.core import catalogue as noun
from outturn.core.catalogue import Direction, TargetKind
from outturn.core.definitions.schema.area import AreaDefinition
from outturn.core.definitions.schema.framework import (
    EntryDefinition,
    FrameworkDefaults,
    FrameworkFile,
    TargetDefinition,
)
from outturn.core.definitions.schema.indicator import IndicatorDefinition, Shared
from outturn.core.definitions.schema.pack import PackFile
from outturn.core.definitions.schema.scheme import SchemeFile
from outturn.core.units import Unit

SHARED = tuple(Shared.model_fields)

DERIVED = {
    TargetKind.REDUCE: {Direction.HIGHER: "<", Direction.LOWER: "<", Direction.NONE: "<"},
    TargetKind.INCREASE: {Direction.HIGHER: ">", Direction.LOWER: ">", Direction.NONE: ">"},
}
BY_DIRECTION = {Direction.HIGHER: ">=", Direction.LOWER: "<=", Direction.NONE: ""}
WITHOUT_OPERATOR = (TargetKind.MILESTONE, TargetKind.TBC, TargetKind.NONE)


def operator_of(target: TargetDefinition, direction: Direction) -> tuple[str, bool]:
    """The operator, and whether it was inferred: "higher is better" asks for at least the plan."""
    if target.operator is not None:
        return target.operator, False
    if target.kind in WITHOUT_OPERATOR:
        return "", False
    operator = DERIVED.get(target.kind, BY_DIRECTION)[direction]
    return operator, bool(operator)


def area(slug: str, given: AreaDefinition) -> noun.Area:
    return noun.Area(
        slug=slug,
        name=given.name,
        short=given.short,
        kind=given.kind,
        ons=given.ons,
        ods=given.ods,
        parent=given.parent or "",
        valid_from=given.valid_from,
        valid_to=given.valid_to,
        successors=tuple(given.successors),
    )


def indicator(slug: str, given: IndicatorDefinition, defaults: Shared) -> noun.Indicator:
    """The indicator with its family's defaults filled in. `period_kind` is there: `references` saw to it."""
    made: dict[str, Any] = {name: getattr(given, name) for name in IndicatorDefinition.model_fields}
    for name in SHARED:
        value = made[name] if made[name] is not None else getattr(defaults, name)
        made[name] = value
    hidden = made["suppression"]
    made["suppression"] = (
        noun.SuppressionPolicy(hidden.low, hidden.high, hidden.base, hidden.show_zero, tuple(hidden.exempt_levels))
        if hidden
        else None
    )
    made["adds_up_to"] = given.adds_up_to or ""
    made["rate_of"] = rate_of(given)
    made["rebases"] = tuple((rebase.day, rebase.reason) for rebase in given.rebases)
    return noun.Indicator(slug=slug, **{name: value for name, value in made.items() if value is not None})


TIMES = {Unit.PERCENT: 100.0, Unit.RATIO: 1.0}
"""How many times one over the other a figure is, where the definition does not say; a rate has its own multiplier."""


def rate_of(given: IndicatorDefinition) -> noun.RateOf | None:
    said = given.rate_of
    if said is None:
        return None
    times = said.multiplier or TIMES.get(given.unit) or given.multiplier or 1.0
    return noun.RateOf(said.numerator or "", said.denominator or "", float(times))


def entry(
    given: EntryDefinition, section: str, framework: str, defaults: FrameworkDefaults, measured: noun.Indicator
) -> noun.Entry:
    """The entry with what it takes over from its framework and its indicator."""
    direction = given.direction or measured.direction
    return noun.Entry(
        framework=framework,
        section=section,
        indicator=given.indicator,
        area=given.area or defaults.area or "",
        number=given.number,
        wording=given.wording,
        short=given.short or measured.short,
        direction=direction,
        direction_reason=given.direction_reason,
        target=target(given.target, direction, defaults),
        scheme=given.scheme or defaults.scheme or "",
        kind=given.kind,
        ambitions=tuple(noun.Ambition(goal.value, goal.by, goal.text) for goal in given.ambitions),
        text=given.text,
        workstream=measured.workstream if given.workstream is None else given.workstream,
        note=given.note,
        group=given.group,
        page=given.page,
        beside=given.beside or "",
        sub_label=given.sub_label,
        good_is_printed=given.good_is_printed,
    )


def target(given: TargetDefinition, direction: Direction, defaults: FrameworkDefaults) -> noun.Target:
    operator, inferred = operator_of(given, direction)
    return noun.Target(
        kind=given.kind,
        operator=operator,
        inferred=inferred,
        value=given.value,
        value_state=given.value_state,
        baseline=given.baseline,
        text=given.text,
        set_by=given.set_by or defaults.set_by,
        valid_from=given.valid_from,
        valid_to=given.valid_to,
    )


def framework(given: FrameworkFile, indicator_of: Callable[[str], noun.Indicator]) -> noun.Framework:
    return noun.Framework(
        slug=given.slug,
        title=given.title,
        kind=given.kind,
        sections=tuple(noun.Section(part.slug, part.name, part.colour, part.quarter) for part in given.sections),
        entries=tuple(
            entry(item, part.slug, given.slug, given.defaults, indicator_of(item.indicator))
            for part in given.sections
            for item in part.entries
        ),
        source=given.source,
        year=given.year,
        figures_from=given.figures_from,
        figures_to=given.figures_to,
        rows_by=given.rows_by,
    )


def scheme(given: SchemeFile) -> noun.Scheme:
    return noun.Scheme(
        slug=given.slug,
        title=given.title,
        version=given.version,
        bands=tuple(
            noun.Band(
                band.key,
                band.word,
                band.letter,
                band.shape,
                band.when,
                band.meaning,
                band.at_most,
                band.means or "",
                tuple(band.also),
            )
            for band in given.bands
        ),
        note=given.note,
    )


def pack(given: PackFile) -> noun.Pack:
    return noun.Pack(
        slug=given.slug,
        title=given.title,
        subtitle=given.subtitle,
        organisation=given.organisation,
        parts=tuple(noun.PackPart(part.kind, part.framework or "", part.title, part.sheet) for part in given.parts),
        audience=given.audience,
        period=given.period,
        sources=tuple(given.sources),
        sample=given.sample,
        report_id=given.report_id,
        client=given.client,
        version=given.version,
        contact=given.contact,
    )
