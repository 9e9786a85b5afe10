"""Everything a paper is made from, and how to find it."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Entry, Framework, Indicator, Pack
from outturn.core.checks.finding import Finding
from outturn.core.commentary import Note, NoteKind
from outturn.core.live import Figures, pieces
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

    def in_section(self, framework: Framework, section: str) -> list[Entry]:
        return [entry for entry in framework.entries if entry.section == section]

    def said(self, kind: NoteKind, *, section: str = "", entry: Entry | None = None) -> tuple[Rich, ...]:
        """Texts of a kind about a section or an entry, with their live figures in place."""
        found = [note for note in self.notes if note.kind is kind]
        if entry is not None:
            found = [note for note in found if note.about(entry)]
        else:
            found = [note for note in found if note.section == section]
        return tuple(self.rich(note) for note in found)

    def rich(self, note: Note) -> Rich:
        title = (Run(f"{note.title}. " if note.text else note.title, strong=bool(note.text)),) if note.title else ()
        return title + self.runs(note.text)

    def runs(self, text: str) -> Rich:
        return tuple(Run(words, key=key) for words, key in pieces(text, self.figures)) if text else ()

    def anchor(self, entry: Entry) -> str:
        """Where the entry's own page stands."""
        return anchor_of("measure", entry.framework, entry.indicator, entry.area)

    def row_anchor(self, entry: Entry) -> str:
        return anchor_of("row", entry.framework, entry.indicator, entry.area)
