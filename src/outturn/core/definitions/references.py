"""Names that stand for other definitions: each must be known, and each thing may be named once."""

from collections.abc import Iterator

from outturn.core.definitions.collected import Collected, Found, follow
from outturn.core.definitions.problems import DefinitionProblem, suggest_nearest
from outturn.core.definitions.schema.framework import EntryDefinition, FrameworkFile
from outturn.core.definitions.schema.indicator import IndicatorDefinition
from outturn.core.definitions.source import Path, Source


def check_references(all_: Collected) -> Iterator[DefinitionProblem]:
    """Unknown names, and things named twice, over all files."""
    yield from _check_areas(all_)
    for found in all_.indicators.values():
        if found.given.period_kind is None and found.defaults.period_kind is None:
            cure = "Add 'period_kind: month', or say it once under 'defaults'."
            yield found.source.problem(found.path, "'period_kind' is missing.", cure)
        yield from _check_ties(all_, found)
    for framework in all_.frameworks.values():
        yield from _check_framework(all_, framework)
    for pack in all_.packs.values():
        for index, part in enumerate(pack.given.parts):
            if part.framework:
                path = ("parts", index, "framework")
                yield from find_unknown(all_, pack.source, path, "framework", part.framework)


def _check_ties(all_: Collected, found: Found[IndicatorDefinition]) -> Iterator[DefinitionProblem]:
    """The indicators that another one is tied to."""
    given, source, path = found.given, found.source, found.path
    if given.adds_up_to:
        yield from find_unknown(all_, source, (*path, "adds_up_to"), "indicator", given.adds_up_to)
    for name in ("numerator", "denominator"):
        if given.rate_of and (slug := getattr(given.rate_of, name)):
            yield from find_unknown(all_, source, (*path, "rate_of", name), "indicator", slug)


def _check_areas(all_: Collected) -> Iterator[DefinitionProblem]:
    parents = {slug: found.given.parent for slug, found in all_.areas.items()}
    for slug, found in all_.areas.items():
        given, source, path = found.given, found.source, found.path
        if given.parent:
            yield from find_unknown(all_, source, (*path, "parent"), "area", given.parent)
            if slug in follow(slug, parents):
                yield source.problem((*path, "parent"), f"'{slug}' lies in itself.", "Follow the parents upward.")
        for index, successor in enumerate(given.successors):
            yield from find_unknown(all_, source, (*path, "successors", index), "area", successor)
        if given.valid_from and given.valid_to and given.valid_to < given.valid_from:
            yield source.problem((*path, "valid_to"), "It ends before it begins.", "Change one of the two dates.")


def _check_framework(all_: Collected, found: Found[FrameworkFile]) -> Iterator[DefinitionProblem]:
    source, given = found.source, found.given
    yield from find_repeated(
        source, [(("sections", i, "slug"), part.slug) for i, part in enumerate(given.sections)], "section"
    )
    numbers: list[tuple[Path, str]] = []
    keys: list[tuple[Path, str]] = []
    for path, item in iterate_entries(given):
        area = item.area or given.defaults.area
        yield from find_unknown(all_, source, (*path, "indicator"), "indicator", item.indicator)
        if item.beside:
            yield from find_unknown(all_, source, (*path, "beside"), "indicator", item.beside)
        yield from _check_needed(all_, source, path, "area", area)
        yield from _check_needed(all_, source, path, "scheme", item.scheme or given.defaults.scheme)
        if item.number and not item.sub_label:  # one indicator may stand for several areas under one number
            name = item.number if area == given.defaults.area else f"{item.number} for {area}"
            numbers.append(((*path, "number"), name))
        keys.append((path, f"{item.indicator} for {area}"))
    yield from find_repeated(source, numbers, "number")
    yield from find_repeated(source, keys, "entry")


def iterate_entries(given: FrameworkFile) -> Iterator[tuple[Path, EntryDefinition]]:
    for at, part in enumerate(given.sections):
        for index, item in enumerate(part.entries):
            yield ("sections", at, "entries", index), item


def _check_needed(all_: Collected, source: Source, path: Path, kind: str, name: str | None) -> list[DefinitionProblem]:
    if not name:
        return [source.problem(path, f"'{kind}' is missing.", f"Add '{kind}: ...', or say it once under 'defaults'.")]
    return find_unknown(all_, source, (*path, kind), kind, name)


def find_unknown(all_: Collected, source: Source, path: Path, kind: str, name: str) -> list[DefinitionProblem]:
    folder = f"{kind}s"
    if all_.knows(folder, name):
        return []
    return [source.problem(path, f"There is no {kind} '{name}'.", suggest_nearest(name, all_.names.get(folder, ())))]


def find_repeated(source: Source, named: list[tuple[Path, str]], kind: str) -> Iterator[DefinitionProblem]:
    first: dict[str, Path] = {}
    for path, name in named:
        if name in first:
            yield source.problem(
                path, f"The {kind} '{name}' stands here and on line {source.line(first[name])}.", "Keep one."
            )
        first.setdefault(name, path)
