"""What people say about a measure, by kind, with the live figures filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.commentary import Note, NoteKind
from outturn.core.live import Figures, resolve
from outturn.web.seen import Seen

KINDS = {
    NoteKind.HIGHLIGHT: "In short",
    NoteKind.RISK: "Risks",
    NoteKind.MITIGATION: "What is being done",
    NoteKind.GOOD_NEWS: "Good news",
    NoteKind.OUTCOME: "What it means for patients",
    NoteKind.STORY: "Story",
}


@dataclass(frozen=True)
class Words:
    """Commentary of one kind."""

    kind: str
    title: str
    notes: tuple[tuple[Note, str], ...]  # with the text, live figures filled in


def commentary(seen: Seen, notes: Sequence[Note], results: Sequence[Result]) -> tuple[Words, ...]:
    live = Figures.of(seen.definitions, list(results))
    kinds = [kind for kind in KINDS if any(note.kind == kind for note in notes)]
    return tuple(
        Words(kind.value, KINDS[kind], tuple((note, resolve(note.text, live)) for note in notes if note.kind == kind))
        for kind in kinds
    )
