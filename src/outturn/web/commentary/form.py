"""The form for a piece of commentary: what was typed, and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from outturn.core import limits
from outturn.core.catalogue import Catalogue
from outturn.core.commentary import Note, NoteKind

WORDS = {
    NoteKind.RISK: "Risk: what stands in the way",
    NoteKind.MITIGATION: "Mitigation: what is being done, by whom, by when",
    NoteKind.GOOD_NEWS: "Good news",
    NoteKind.OUTCOME: "What it means for patients",
}
Choice = tuple[str, str]  # the value, and its words


@dataclass(frozen=True)
class Said:
    kind: str
    title: str
    text: str
    version: int  # the version the writer saw
    area: str = ""  # blank: all areas

    @staticmethod
    def of(note: Note) -> "Said":
        return Said(note.kind.value, note.title, note.text, note.version, note.area)

    def note(self, before: Note) -> Note:
        """The text with these words."""
        return replace(before, kind=NoteKind(self.kind), area=self.area, title=self.title, text=self.text)

    def wrong(self, areas: Sequence[Choice]) -> list[str]:
        """Sentences; empty when it can be saved. `areas`: those that the form offered."""
        found = []
        if self.kind not in set(NoteKind):
            found.append("Choose what kind of text it is.")
        if self.area not in dict(areas):
            found.append("Choose one of the areas of this measure, or all of them.")
        if not self.title:
            found.append("Give it a title of a few words.")
        return [*found, *limits.wrong(limits.TITLE, self.title), *limits.wrong(limits.TEXT, self.text)]


def said(posted: QueryDict) -> Said:
    version = posted.get("version", "0")
    return Said(
        kind=posted.get("kind", ""),
        title=" ".join(posted.get("title", "").split()),
        text=posted.get("text", "").strip().replace("\r\n", "\n"),
        version=int(version) if version.isdecimal() and len(version) < 9 else 0,
        area=posted.get("area", ""),
    )


def areas(known: Catalogue, note: Note) -> list[Choice]:
    """All areas, or one of those that its measures (without any: its section) are held for in the framework."""
    framework = known.frameworks.get(note.framework)
    mine = [
        entry.area
        for entry in (framework.entries if framework else ())
        if (entry.indicator in note.indicators if note.indicators else entry.section == note.section)
    ]
    slugs = dict.fromkeys([*mine, note.area])
    names = [(slug, known.areas[slug].name if slug in known.areas else slug) for slug in slugs if slug]
    return [("", "All areas"), *names]


def kinds() -> list[Choice]:
    return [(kind.value, words) for kind, words in WORDS.items()]
