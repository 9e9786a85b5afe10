"""What lies in what: areas below areas, items of a plan below items, entries in sections and frameworks, packs of
frameworks. By it a scope covers a subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from outturn.core.catalogue import Catalogue, Entry
from outturn.core.subject import EVERYTHING, NameOf, Subject


@dataclass(frozen=True)
class Tree:
    """`above`: ("area", slug) -> the one above it, and so for items; `entries`: what is measured; `packs`: the
    frameworks that each prints; `names`: what things are called."""

    above: Mapping[tuple[str, str], str] = field(default_factory=dict)
    entries: Mapping[tuple[str, str], tuple[Subject, ...]] = field(default_factory=dict)
    packs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: NameOf = field(default_factory=dict)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Tree":
        entries: dict[tuple[str, str], list[Subject]] = {}
        for entry in catalogue.entries():
            entries.setdefault((entry.indicator, entry.area), []).append(subject_of(entry))
        return cls(
            {("area", area.slug): area.parent for area in catalogue.areas.values() if area.parent},
            {series: tuple(subjects) for series, subjects in entries.items()},
            {
                pack.slug: frozenset(part.framework for part in pack.parts if part.framework)
                for pack in catalogue.packs.values()
            },
            dict(_names(catalogue)),
        )

    def covers(self, scope: Subject, subject: Subject) -> bool:
        """Whether all of the subject lies in the scope. What it leaves blank is all there is of that: a measure without
        an area is covered where each of its entries is."""
        return self._lies_in(scope, subject) or (bool(subject.indicator) and self._each_lies_in(scope, subject))

    def contains(self, scope: Subject, inner: Subject) -> bool:
        """Whether whatever the inner scope covers, now or by other definitions, the outer one covers too: it names each
        part that the outer one names. What lies in it by its entries alone lies in other scopes as well."""
        return all(
            (mine := getattr(inner, name)) and value in self._line(name, mine) for name, value in scope.named.items()
        )

    def _lies_in(self, scope: Subject, subject: Subject) -> bool:
        return all(self._holds(scope, name, value, subject) for name, value in scope.named.items())

    def _each_lies_in(self, scope: Subject, subject: Subject) -> bool:
        if subject.area:
            return False
        entries = [entry for entry in self.all_entries() if _fits(entry, subject)]
        return bool(entries) and all(self._lies_in(scope, entry) for entry in entries)

    def meets(self, scope: Subject, subject: Subject) -> bool:
        """Whether some of the subject lies in the scope: an entry lies in both. Lists of figures begin from this; what
        is kept under a number or a name of its own is seen whole or not at all."""
        if self.covers(scope, subject) or subject == EVERYTHING:
            return True
        return subject.is_of_figures and any(
            self._lies_in(scope, entry) and _fits(entry, subject) for entry in self.all_entries()
        )

    def all_entries(self) -> Iterator[Subject]:
        for subjects in self.entries.values():
            yield from subjects

    def below(self, name: str, slug: str) -> frozenset[str]:
        """An area, or an item, with all that lie below it."""
        return frozenset({slug, *(one for kind, one in self.above if kind == name and slug in self._line(name, one))})

    def list_unknown(self, subject: Subject) -> list[str]:
        """Sentences about what the subject names and the definitions do not have."""
        slugs = subject.named | ({"section": f"{subject.framework}/{subject.section}"} if subject.section else {})
        return [
            f"There is no {name} '{subject.named[name]}'{self._near(name, slug)}."
            for name, slug in slugs.items()
            if (name, slug) not in self.names
        ]

    def _near(self, name: str, slug: str) -> str:
        near = get_close_matches(slug, [other for kind, other in self.names if kind == name], n=1)
        return f" (the nearest is '{near[0].rsplit('/', 1)[-1]}')" if near else ""

    def _holds(self, scope: Subject, name: str, value: str, subject: Subject) -> bool:
        mine = getattr(subject, name)
        if mine:
            return value in self._line(name, mine)
        if name == "framework" and subject.pack:
            return self.packs.get(subject.pack) == frozenset({value})
        if name in ("framework", "section") and subject.indicator and subject.area:
            return any(
                entry.framework == scope.framework
                and (not scope.section or entry.section == scope.section)
                and subject.framework in ("", entry.framework)
                for entry in self.entries.get((subject.indicator, subject.area), ())
            )
        return False

    def _line(self, name: str, slug: str) -> Iterator[str]:
        """The slug and all above it, nearest first; a circle ends where it closes."""
        seen: set[str] = set()
        while slug and slug not in seen:
            seen.add(slug)
            yield slug
            slug = self.above.get((name, slug), "")


def _fits(entry: Subject, subject: Subject) -> bool:
    """Whether the entry is one that the subject speaks of: what is said of an area is not said of its parts."""
    return all(getattr(entry, name) == slug for name, slug in subject.named.items())


def subject_of(entry: Entry) -> Subject:
    return Subject(framework=entry.framework, section=entry.section, indicator=entry.indicator, area=entry.area)


def _names(catalogue: Catalogue) -> Iterator[tuple[tuple[str, str], str]]:
    for area in catalogue.areas.values():
        yield ("area", area.slug), area.short
    for indicator in catalogue.indicators.values():
        yield ("indicator", indicator.slug), indicator.short
    for framework in catalogue.frameworks.values():
        yield ("framework", framework.slug), framework.title
        for section in framework.sections:
            yield ("section", f"{framework.slug}/{section.slug}"), section.name
    for pack in catalogue.packs.values():
        yield ("pack", pack.slug), pack.title


NO_TREE = Tree()
