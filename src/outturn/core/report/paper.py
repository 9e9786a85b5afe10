"""Everything a paper is made from, and how to find it."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Entry, Framework, Indicator, Pack, PartKind
from outturn.core.checks.finding import Finding
from outturn.core.commentary import Note
from outturn.core.live import Figures, Home, pieces
from outturn.core.report.document import Rich, Run, anchor_of


@dataclass(frozen=True)
class Said:
    """A restated figure: what the edition before printed, and what it is now. Where there is no number, the state or
    the words say what stands there."""

    indicator: str
    area: str
    period_label: str
    key: str
    was: float | None
    now: float | None
    why: str = ""
    was_state: str = "known"
    was_text: str = ""
    now_state: str = "known"
    now_text: str = ""


@dataclass(frozen=True)
class Paper:
    """`before`: results as they were in the edition before, if there was one, known on `before_date`."""

    pack: Pack
    catalogue: Catalogue
    results: tuple[Result, ...]
    notes: tuple[Note, ...]
    edition: str
    as_known: date
    release: int
    definitions: int
    before: tuple[Result, ...] = ()
    before_date: date | None = None
    before_catalogue: Catalogue | None = None
    restated: tuple[Said, ...] = ()
    findings: tuple[Finding, ...] = field(default=())

    @cached_property
    def by_key(self) -> dict[tuple[str, str, str], Result]:
        return {result.key: result for result in self.results}

    @cached_property
    def before_by_key(self) -> dict[tuple[str, str, str], Result]:
        return {result.key: result for result in self.before}

    @cached_property
    def figures(self) -> Figures:
        return Figures.of(self.catalogue, list(self.results))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What this paper is about: the entries of the frameworks that its parts show, each framework once."""
        shown = dict.fromkeys(part.framework for part in self.pack.parts if part.framework)
        return tuple(entry for slug in shown for entry in self.catalogue.frameworks[slug].entries)

    def framework(self, slug: str) -> Framework:
        return self.catalogue.frameworks[slug]

    def indicator(self, entry: Entry) -> Indicator:
        return self.catalogue.indicators[entry.indicator]

    def result(self, entry: Entry) -> Result:
        return self.by_key.get(entry.key) or Result(entry.framework, entry.indicator, entry.area)

    def list_measures(self, framework: Framework) -> list[tuple[str, Entry, Result]]:
        """Each entry of a framework, with its name and its result."""
        return [(self.name(entry), entry, self.result(entry)) for entry in framework.entries]

    def in_section(self, framework: Framework, section: str) -> list[Entry]:
        return [entry for entry in framework.entries if entry.section == section]

    def prints(self, kind: PartKind, framework: str) -> bool:
        """Whether the pack has a part of that kind for the framework."""
        return any(part.kind == kind and part.framework == framework for part in self.pack.parts)

    def about(self, entry: Entry) -> list[Note]:
        """Texts about the entry's measure, here."""
        return [note for note in self.notes if note.about(entry)]

    def measures(self, note: Note) -> list[Entry]:
        """Entries that the text is about."""
        framework = self.catalogue.frameworks.get(note.framework)
        return [entry for entry in framework.entries if note.about(entry)] if framework else []

    def section_of(self, note: Note) -> str:
        """The section it names; where the framework has no such section any more, that of its first measure."""
        framework = self.catalogue.frameworks.get(note.framework)
        if framework and note.section in {section.slug for section in framework.sections}:
            return note.section
        return next((entry.section for entry in self.measures(note)), "")

    def in_section_said(self, framework: Framework, section: str) -> list[Note]:
        """Texts of the framework that belong to the section, whatever they are about."""
        return [note for note in self.notes if note.framework == framework.slug and self.section_of(note) == section]

    def rich(self, note: Note, whose: str = "", area: str = "") -> Rich:
        """`whose`: the name of what it is about, where its place does not say it; `area`: that of its place. The first
        words carry the ident of the text, by which it is found in the Document."""
        home = Home(note.framework, note.area or area)
        before = (Run(f"{whose}: ", strong=True),) if whose else ()
        stop = ". " if note.title and note.text else ""
        title = self.runs(f"{note.title}{stop}", home, strong=bool(note.text))
        first, *others = (*before, *title, *self.runs(note.text, home)) or (Run(""),)
        return (replace(first, note=note.ident), *others)

    def runs(self, text: str, home: Home, strong: bool = False) -> Rich:
        return (
            tuple(Run(words, strong=strong, key=key) for words, key in pieces(text, self.figures, home)) if text else ()
        )

    def anchor(self, entry: Entry) -> str:
        """Where the entry's own page stands."""
        return anchor_of("measure", entry.framework, entry.indicator, entry.area)

    def name(self, entry: Entry) -> str:
        return self.catalogue.name(entry)

    def part_anchor(self, kind: PartKind, name: str, framework: str) -> str:
        """Where the part of that kind for the framework stands: the first of a kind has the plain name."""
        first = next((part.framework for part in self.pack.parts if part.kind == kind), framework)
        return name if first == framework else anchor_of(name, framework)

    def row_anchor(self, entry: Entry) -> str:
        return anchor_of_row(entry)


def anchor_of_row(entry: Entry) -> str:
    """Where the row of an entry stands, in a paper and on the page of its framework."""
    return anchor_of("row", entry.framework, entry.indicator, entry.area)
