"""The form for a piece of commentary: what was typed, and what is wrong with it."""

from dataclasses import dataclass

from django.http import QueryDict

from outturn.core.commentary import Note, NoteKind

WORDS = {
    NoteKind.RISK: "Risk: what stands in the way",
    NoteKind.MITIGATION: "Mitigation: what is being done, by whom, by when",
    NoteKind.GOOD_NEWS: "Good news",
    NoteKind.OUTCOME: "What it means for patients",
}
LONGEST = 4000


@dataclass(frozen=True)
class Said:
    kind: str
    title: str
    text: str
    version: int  # the version the writer saw

    @staticmethod
    def of(note: Note) -> "Said":
        return Said(note.kind.value, note.title, note.text, note.version)

    def wrong(self) -> list[str]:
        """Sentences; empty when it can be saved."""
        found = []
        if self.kind not in set(NoteKind):
            found.append("Choose what kind of text it is.")
        if not self.title:
            found.append("Give it a title of a few words.")
        if len(self.title) > 300:
            found.append("Shorten the title to at most 300 characters.")
        if len(self.text) > LONGEST:
            found.append(f"Shorten the text to at most {LONGEST:,d} characters; it has {len(self.text):,d}.")
        return found


def said(posted: QueryDict) -> Said:
    version = posted.get("version", "0")
    return Said(
        kind=posted.get("kind", ""),
        title=" ".join(posted.get("title", "").split()),
        text=posted.get("text", "").strip().replace("\r\n", "\n"),
        version=int(version) if version.isdecimal() and len(version) < 9 else 0,
    )


def kinds() -> list[tuple[str, str]]:
    return [(kind.value, words) for kind, words in WORDS.items()]
