"""What each part of a pack draws from: a framework of another kind would give an empty page, or none."""

from collections.abc import Iterator
from dataclasses import dataclass

from outturn.core.catalogue import FrameworkKind, PartKind
from outturn.core.catalogue.frameworks import SHOWS
from outturn.core.definitions.collected import Collected, Found
from outturn.core.definitions.problems import DefinitionProblem, Severity
from outturn.core.definitions.schema.pack import PackFile, PartDefinition


@dataclass(frozen=True)
class Draws:
    """The kinds of framework that a part draws from; `needed`: it cannot be drawn without one."""

    kinds: tuple[FrameworkKind, ...] = ()
    needed: bool = True


EVERY = tuple(FrameworkKind)
IN_FULL = tuple(kind for kind in FrameworkKind if SHOWS[kind].in_full)
PARTS = {
    PartKind.SUMMARY: Draws((FrameworkKind.PRIORITIES,)),
    PartKind.SCORECARD: Draws((FrameworkKind.PRIORITIES,)),
    PartKind.SECTIONS: Draws((FrameworkKind.PRIORITIES,)),
    PartKind.FINANCE: Draws((FrameworkKind.FINANCE,)),
    PartKind.RANKS: Draws((FrameworkKind.RANKS,)),
    PartKind.CHANGES: Draws(EVERY, needed=False),
    PartKind.APPENDIX: Draws(IN_FULL, needed=False),
    PartKind.OUTCOMES: Draws((FrameworkKind.OUTCOMES,)),
    PartKind.MEASURES: Draws((FrameworkKind.OUTCOMES,)),
    PartKind.METHOD: Draws(needed=False),
}
"""By kind of part. `core.report.build` has a builder for each."""


def check_parts(all_: Collected) -> Iterator[DefinitionProblem]:
    """Parts without the framework that they need, or with one of a kind that they cannot draw."""
    for pack in all_.packs.values():
        for index, part in enumerate(pack.given.parts):
            yield from _check_part(all_, pack, index, part)


def _check_part(
    all_: Collected, pack: Found[PackFile], index: int, part: PartDefinition
) -> Iterator[DefinitionProblem]:
    draws, source, path = PARTS[part.kind], pack.source, ("parts", index)
    if not part.framework:
        if draws.needed:
            fits = sorted(slug for slug, found in all_.frameworks.items() if found.given.kind in draws.kinds)
            cure = f"Add 'framework: {fits[0] if len(fits) == 1 else '...'}', of the kind {' or '.join(draws.kinds)}."
            yield source.problem(path, f"The part '{part.kind}' needs a framework.", cure)
    elif not draws.kinds:
        wrong = f"The part '{part.kind}' draws from no framework."
        yield source.problem((*path, "framework"), wrong, "Take the line out.", Severity.WARNING)
    elif (found := all_.frameworks.get(part.framework)) and found.given.kind not in draws.kinds:
        kind = found.given.kind
        others = [f"'{name}'" for name, other in PARTS.items() if kind in other.kinds and other.needed]
        wrong = (
            f"The part '{part.kind}' draws {' or '.join(draws.kinds)}, but '{part.framework}' is of the kind {kind}."
        )
        cure = (
            f"For it there is {', '.join(others)}; or name another framework." if others else "Name another framework."
        )
        yield source.problem((*path, "framework"), wrong, cure)
