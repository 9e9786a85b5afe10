"""What people say of a measure or of a section, by kind, with the live figures filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from outturn.core.assess.result import Result
from outturn.core.catalogue import Framework
from outturn.core.commentary import HEADINGS, Note
from outturn.core.live import Figures, Home, resolve
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Words:
    """Commentary of one kind."""

    kind: str
    title: str
    notes: tuple[tuple[Note, str, str], ...]  # with title and text, live figures filled in


@dataclass(frozen=True)
class OfSection:
    section: str
    words: tuple[Words, ...]


def commentary(seen: Seen, notes: Sequence[Note], results: Sequence[Result], home: Home) -> tuple[Words, ...]:
    """`home`: the framework and the area of the page; figures that a text does not place are those of the page."""
    live = Figures.of(seen.definitions, list(results))

    def told(note: Note) -> tuple[Note, str, str]:
        at = home._replace(area=note.area or home.area)
        return note, resolve(note.title, live, at), resolve(note.text, live, at)

    by_kind = {kind: tuple(told(note) for note in notes if note.kind is kind) for kind in HEADINGS}
    return tuple(Words(kind.value, HEADINGS[kind], found) for kind, found in by_kind.items() if found)


def of_sections(
    seen: Seen, framework: Framework, notes: Sequence[Note], results: Sequence[Result], section: str = ""
) -> tuple[OfSection, ...]:
    """What stands on the page of no measure, section by section; what names none that there is comes last.

    `section`: only this one, when it is given.
    """
    others = [note for note in notes if not any(note.about(entry) for entry in framework.entries)]
    names = {each.slug: each.name for each in framework.sections}
    groups = [(name, [note for note in others if note.section == slug]) for slug, name in names.items()]
    groups.append((framework.title, [note for note in others if note.section not in names]))
    shown = [group for group in groups if not section or group[0] == names.get(section)]
    return tuple(
        OfSection(name, commentary(seen, found, results, Home(framework.slug))) for name, found in shown if found
    )
