"""What people say of a measure or of a section, by kind, with the live figures filled in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from outturn.core.access import ALL
from outturn.core.catalogue import Framework
from outturn.core.commentary import HEADINGS, Note
from outturn.core.live import Figures, Home, find_indicators, resolve
from outturn.core.report.say.headline import name_inside
from outturn.records.assessments.queries import of_indicators
from outturn.records.catalogue.models import Entry
from outturn.web.listing.showing import Listed
from outturn.web.seen import Seen


@dataclass(frozen=True)
class Words:
    """Commentary of one kind."""

    kind: str
    title: str
    notes: tuple[tuple[Note, str, str], ...]  # with title and text, live figures filled in


@dataclass(frozen=True)
class OfSection:
    """`section`: its name as it stands inside a sentence."""

    section: str
    words: tuple[Words, ...]


def commentary(seen: Seen, notes: Sequence[Note], home: Home, live: Figures | None = None) -> tuple[Words, ...]:
    """`home`: the framework and the area of the page; figures that a text does not place are those of the page."""
    figures = live or load_figures(seen, notes)

    def fill(note: Note) -> tuple[Note, str, str]:
        at = home._replace(area=note.area or home.area)
        return note, resolve(note.title, figures, at), resolve(note.text, figures, at)

    by_kind = {kind: tuple(fill(note) for note in notes if note.kind is kind) for kind in HEADINGS}
    return tuple(Words(kind.value, HEADINGS[kind], filled) for kind, filled in by_kind.items() if filled)


def load_figures(seen: Seen, notes: Iterable[Note]) -> Figures:
    """The results that these notes speak of, seen or not: which is meant does not hang on who reads. One query."""
    spoken_of = find_indicators(text for note in notes for text in (note.title, note.text))
    results = of_indicators(replace(seen.moment, sight=ALL), spoken_of)
    return Figures.of(seen.everything, results, seen.moment.sight)


def of_sections(
    seen: Seen, framework: Framework, notes: Sequence[Note], listed: Listed[Entry]
) -> tuple[OfSection, ...]:
    """What stands on the page of no measure, section by section; what names none that there is comes last.

    Where a list is filtered, only of the sections whose rows it shows.
    """
    others = [note for note in notes if not is_of_a_measure(seen, note)]
    names = {each.slug: each.name for each in framework.sections}
    only = {row.section for row in listed.rows} if listed.asked.filtered else names.keys()
    groups = [(name, [note for note in others if note.section == slug]) for slug, name in names.items() if slug in only]
    if not listed.asked.filtered:
        groups.append((framework.title, [note for note in others if note.section not in names]))
    chosen = [group for group in groups if group[1]]
    live = load_figures(seen, others) if chosen else None
    return tuple(
        OfSection(name_inside(name), commentary(seen, mine, Home(framework.slug), live)) for name, mine in chosen
    )


def is_of_a_measure(seen: Seen, note: Note) -> bool:
    return any(note.about(entry) for indicator in note.indicators for entry in seen.definitions.find_uses(indicator))
