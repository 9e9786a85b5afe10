"""What people say, as panels: on the page of a measure, or in the section or table where its measure stands."""

from collections.abc import Callable, Iterable, Sequence

from outturn.core.catalogue import Entry, Framework, PartKind
from outturn.core.commentary import HEADINGS, Note, NoteKind
from outturn.core.report.document import Panel, PanelTone, Rich
from outturn.core.report.paper import Paper
from outturn.core.report.wording import join_in_words

OF_MEASURE = (NoteKind.RISK, NoteKind.MITIGATION)
"""Kinds that a measure's own page has room for, where the section has a page too."""


def of_measure(paper: Paper, entry: Entry, kind: NoteKind) -> tuple[Rich, ...]:
    return tuple(paper.rich(note, area=entry.area) for note in paper.about(entry) if note.kind is kind)


def panels(items: Iterable[tuple[NoteKind, Rich]]) -> list[Panel]:
    """One for each kind that something is said of, in the order of reading."""
    by_kind: dict[NoteKind, list[Rich]] = {kind: [] for kind in HEADINGS}
    for kind, words in items:
        by_kind[kind].append(words)
    return [Panel(PanelTone(kind), HEADINGS[kind], tuple(found)) for kind, found in by_kind.items() if found]


def of_section(paper: Paper, framework: Framework, section: str, has_page: Callable[[Entry], bool]) -> list[Panel]:
    """All that is said in the section and stands on no page of a measure, nor among the highlights of a summary."""
    found = []
    for note in paper.in_section_said(framework, section):
        if is_highlight(paper, note):
            continue
        without = [entry for entry in paper.measures(note) if not has_page(entry)]
        if note.kind not in OF_MEASURE:
            found.append((note.kind, paper.rich(note, whose(paper, framework, note, ()))))
        elif without or not note.indicators:
            found.append((note.kind, paper.rich(note, whose(paper, framework, note, without))))
    return panels(found)


def is_highlight(paper: Paper, note: Note) -> bool:
    """Whether it stands among the highlights of a summary."""
    return note.kind is NoteKind.HIGHLIGHT and paper.prints(PartKind.SUMMARY, note.framework)


def of_table(paper: Paper, framework: Framework, section: str) -> list[Panel]:
    """All that is said of the rows of a table, each with its measure, and of its section."""
    notes = [note for note in paper.in_section_said(framework, section) if not is_highlight(paper, note)]
    named = ((note.kind, paper.rich(note, whose(paper, framework, note, paper.measures(note)))) for note in notes)
    return panels(named)


def whose(paper: Paper, framework: Framework, note: Note, entries: Sequence[Entry]) -> str:
    """`Out of area placements, LPT`: the measures, and the area where the framework holds several."""
    names = dict.fromkeys(paper.catalogue.short(entry) for entry in entries)
    several = len({entry.area for entry in framework.entries}) > 1
    area = paper.catalogue.areas.get(note.area) if several else None
    return ", ".join(filter(None, (join_in_words(list(names)), area.short if area else "")))
