"""What people say about a measure, by kind, with the live figures filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.commentary import HEADINGS, Note
from outturn.core.live import Figures, Home, resolve
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Words:
    """Commentary of one kind."""

    kind: str
    title: str
    notes: tuple[tuple[Note, str, str], ...]  # with title and text, live figures filled in


def commentary(seen: Seen, notes: Sequence[Note], results: Sequence[Result], home: Home) -> tuple[Words, ...]:
    """`home`: the framework and the area of the page; figures that a text does not place are those of the page."""
    live = Figures.of(seen.definitions, list(results))

    def told(note: Note) -> tuple[Note, str, str]:
        return note, resolve(note.title, live, home), resolve(note.text, live, home)

    by_kind = {kind: tuple(told(note) for note in notes if note.kind is kind) for kind in HEADINGS}
    return tuple(Words(kind.value, HEADINGS[kind], told) for kind, told in by_kind.items() if told)
