"""Everything the files define, each thing with the place it was found in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel

from outturn.core.definitions.problems import DefinitionProblem
from outturn.core.definitions.schema.area import AreaDefinition, AreasFile
from outturn.core.definitions.schema.framework import FrameworkFile
from outturn.core.definitions.schema.indicator import IndicatorDefinition, IndicatorsFile, Shared
from outturn.core.definitions.schema.layout import LayoutFile
from outturn.core.definitions.schema.pack import PackFile
from outturn.core.definitions.schema.scheme import SchemeFile
from outturn.core.definitions.source import Path, Source

Given = TypeVar("Given")


@dataclass(frozen=True)
class Found(Generic[Given]):
    """One definition and where it stands."""

    source: Source
    path: Path
    given: Given
    defaults: Shared = Shared()


@dataclass
class Collected:
    """Definitions by slug. A slug that is taken stays with the first; the second becomes a problem.

    `names` holds every slug by folder, also of definitions that are wrong; `unread` holds the folders with a file that
    is not YAML.
    """

    areas: dict[str, Found[AreaDefinition]] = field(default_factory=dict)
    indicators: dict[str, Found[IndicatorDefinition]] = field(default_factory=dict)
    frameworks: dict[str, Found[FrameworkFile]] = field(default_factory=dict)
    schemes: dict[str, Found[SchemeFile]] = field(default_factory=dict)
    packs: dict[str, Found[PackFile]] = field(default_factory=dict)
    layouts: dict[str, Found[LayoutFile]] = field(default_factory=dict)
    problems: list[DefinitionProblem] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def name(self, source: Source) -> None:
        """Note what a file names even when the rest is wrong, so that one slip is not reported a hundred times."""
        data = source.data if isinstance(source.data, dict) else {}
        named = data.get(source.kind)
        slugs = named if isinstance(named, dict) else [data.get("slug")]
        self.names.setdefault(source.kind, set()).update(str(slug) for slug in slugs if slug)

    def knows(self, kind: str, slug: str) -> bool:
        """Whether the slug is defined; taken on trust while a file of that kind cannot be read."""
        return slug in self.names.get(kind, ()) or kind in self.unread

    def add(self, source: Source, file: BaseModel) -> None:
        match file:
            case AreasFile():
                for slug, area in file.areas.items():
                    self._put("area", self.areas, slug, Found(source, ("areas", slug), area))
            case IndicatorsFile():
                for slug, indicator in file.indicators.items():
                    found = Found(source, ("indicators", slug), indicator, file.defaults)
                    self._put("indicator", self.indicators, slug, found)
            case FrameworkFile():
                self._put("framework", self.frameworks, file.slug, Found(source, ("slug",), file))
            case SchemeFile():
                self._put("scheme", self.schemes, file.slug, Found(source, ("slug",), file))
            case PackFile():
                self._put("pack", self.packs, file.slug, Found(source, ("slug",), file))
            case LayoutFile():
                self._put("layout", self.layouts, file.slug, Found(source, ("slug",), file))

    def _put(self, kind: str, room: dict[str, Found[Given]], slug: str, found: Found[Given]) -> None:
        if slug not in room:
            room[slug] = found
            return
        first = room[slug]
        there = f"{first.source.file}, line {first.source.line(first.path)}"
        wrong = f"The {kind} '{slug}' is defined here and in {there}."
        self.problems.append(found.source.problem(found.path, wrong, "Give one of them another slug, or take one out."))


def follow(slug: str, links: Mapping[str, str | None]) -> list[str]:
    """What a definition leads to, link by link, until there is none or they go in a circle."""
    passed: list[str] = []
    here = links.get(slug)
    while here and here not in passed and here in links:
        passed.append(here)
        here = links[here]
    return passed
