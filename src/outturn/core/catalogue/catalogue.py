"""Everything loaded from one folder of definitions."""

from dataclasses import dataclass, field
from functools import cached_property

from outturn.core.catalogue.areas import Area
from outturn.core.catalogue.frameworks import Entry, Framework
from outturn.core.catalogue.indicators import Indicator
from outturn.core.catalogue.packs import Pack
from outturn.core.catalogue.schemes import Band, Scheme, Shape, When
from outturn.core.layouts import Layout

SHAPES = {"green": Shape.CIRCLE, "amber": Shape.TRIANGLE, "yellow": Shape.TRIANGLE, "red": Shape.SQUARE}


@dataclass(frozen=True)
class Catalogue:
    """Everything loaded from one folder of definitions. `version` is the content hash."""

    version: str
    areas: dict[str, Area] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    schemes: dict[str, Scheme] = field(default_factory=dict)
    packs: dict[str, Pack] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)

    def entries(self) -> tuple[Entry, ...]:
        return self._entries

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(entry for framework in self.frameworks.values() for entry in framework.entries)

    def entry(self, key: tuple[str, str, str]) -> Entry | None:
        """By framework, indicator and area."""
        place = self._places.get(key)
        return None if place is None else self.entries()[place]

    def name(self, entry: Entry) -> str:
        """Its short name; with the area, where the framework holds the name for several: no two lines read the same."""
        short = self.short(entry)
        several = len(self._areas_of_names.get((entry.framework, short), ())) > 1
        return f"{short}, {self.areas[entry.area].short}" if several else short

    def short(self, entry: Entry) -> str:
        """Its name where the area stands beside it."""
        return entry.short or self.indicators[entry.indicator].short

    @cached_property
    def _areas_of_names(self) -> dict[tuple[str, str], set[str]]:
        areas: dict[tuple[str, str], set[str]] = {}
        for entry in self.entries():
            areas.setdefault((entry.framework, self.short(entry)), set()).add(entry.area)
        return areas

    def neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The entries before and after one in its framework."""
        place, entries = self._places[entry.key], self.entries()
        beside = (entries[near] if 0 <= near < len(entries) else None for near in (place - 1, place + 1))
        before, after = (near if near and near.framework == entry.framework else None for near in beside)
        return before, after

    @cached_property
    def _places(self) -> dict[tuple[str, str, str], int]:
        return {entry.key: place for place, entry in enumerate(self.entries())}

    def band(self, scheme: str, key: str) -> Band:
        """The band of that key; one that these definitions do not have, of an earlier rating, by its colour alone."""
        bands = self.schemes[scheme].bands if scheme in self.schemes else ()
        there = next((band for band in bands if band.key == key), None)
        return there or Band(key, key.capitalize(), key[:1].upper(), SHAPES.get(key, Shape.DASH), When.ALWAYS)

    def find_uses(self, indicator: str) -> tuple[Entry, ...]:
        """Frameworks whose years are over come last: without a word, an indicator means what it says now."""
        return self._uses.get(indicator, ())

    @cached_property
    def _uses(self) -> dict[str, tuple[Entry, ...]]:
        uses: dict[str, list[Entry]] = {}
        for entry in sorted(self.entries(), key=lambda entry: self.over(entry.framework)):
            uses.setdefault(entry.indicator, []).append(entry)
        return {indicator: tuple(entries) for indicator, entries in uses.items()}

    def over(self, framework: str) -> bool:
        own = self.frameworks.get(framework)
        return own is not None and own.figures_to is not None
