"""All definition files -> one catalogue, or every problem at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from outturn.core.catalogue import Area, Catalogue, Pack, Scheme
from outturn.core.definitions.collected import Collected, Found
from outturn.core.definitions.explain import explain
from outturn.core.definitions.make import make
from outturn.core.definitions.nouns import make_framework, make_indicator
from outturn.core.definitions.parts import check_parts
from outturn.core.definitions.problems import DefinitionProblem, Severity, suggest_nearest
from outturn.core.definitions.reading import read
from outturn.core.definitions.references import check_references
from outturn.core.definitions.schema import KINDS
from outturn.core.definitions.sense import check_sense
from outturn.core.definitions.source import Source
from outturn.core.definitions.version import version_of
from outturn.core.layouts import Layout

Given = TypeVar("Given")
Noun = TypeVar("Noun")


@dataclass(frozen=True)
class Loaded:
    """`catalogue` is None while there is an error; warnings leave it. Problems stand in file and line order."""

    catalogue: Catalogue | None
    problems: tuple[DefinitionProblem, ...]


def load(files: Mapping[str, bytes]) -> Loaded:
    """Relative path ("indicators/cancer.yaml") -> bytes. Files that are not YAML, such as a README, are passed over."""
    collected = Collected()
    for file in sorted(files):
        if PurePosixPath(file).suffix in (".yaml", ".yml"):
            _read_into(file, files[file], collected)
    if not collected.names and not collected.problems:
        collected.problems.append(DefinitionProblem("", 1, "", "There are no definition files.", "Name their folder."))
    collected.problems += [*check_references(collected), *check_parts(collected), *check_sense(collected)]
    problems = tuple(sorted(collected.problems))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Loaded(None, problems)
    return Loaded(_make_catalogue(collected), problems)


def _read_into(file: str, content: bytes, collected: Collected) -> None:
    source, problems = read(file, content)
    collected.problems += problems
    if source is None:
        collected.unread.add(Source(file, None).kind)
        return
    model = KINDS.get(source.kind) if "/" in file else None
    if model is None:
        wrong = f"No definitions are kept in '{source.kind}'." if "/" in file else "The file lies in no folder."
        collected.problems.append(source.problem((), wrong, suggest_nearest(source.kind, KINDS)))
        return
    if source.data is None:
        collected.problems.append(source.problem((), "The file is empty.", "Fill it or take it away."))
        return
    collected.name(source)
    try:
        collected.add(source, model.model_validate(source.data))
    except ValidationError as error:
        collected.problems += explain(source, model, error)


def _make_catalogue(all_: Collected) -> Catalogue:
    indicators = _make_each(all_.indicators, lambda slug, found: make_indicator(slug, found.given, found.defaults))
    catalogue = Catalogue(
        version="",
        areas=_make_each(all_.areas, lambda slug, found: make(Area, found.given, slug=slug)),
        indicators=indicators,
        frameworks=_make_each(all_.frameworks, lambda _, found: make_framework(found.given, indicators.__getitem__)),
        schemes=_make_each(all_.schemes, lambda _, found: make(Scheme, found.given)),
        packs=_make_each(all_.packs, lambda _, found: make(Pack, found.given)),
        layouts=_make_each(all_.layouts, lambda _, found: make(Layout, found.given)),
    )
    return replace(catalogue, version=version_of(catalogue))


def _make_each(found: dict[str, Found[Given]], make: Callable[[str, Found[Given]], Noun]) -> dict[str, Noun]:
    return {slug: make(slug, found[slug]) for slug in sorted(found)}
