"""Commentary that a paper does not print, and why: read from the Document, so that nothing vanishes without a word."""

from outturn.core.catalogue import Framework
from outturn.core.commentary import HEADINGS, Note
from outturn.core.report.document import Document
from outturn.core.report.paper import Paper
from outturn.core.report.wording import join_in_words


def list_unplaced(paper: Paper, document: Document) -> tuple[str, ...]:
    """Sentences with the titles of the texts about the pack's frameworks that stand nowhere in it, one a reason."""
    frameworks = {part.framework for part in paper.pack.parts if part.framework}
    titles: dict[str, list[str]] = {}
    for note in paper.notes:
        if note.framework in frameworks and note.ident not in document.notes:
            titles.setdefault(reason(paper, note), []).append(f"'{note.title or note.text[:60]}'")
    return tuple(f"Not printed: {join_in_words(found)}. {why}" for why, found in titles.items())


def reason(paper: Paper, note: Note) -> str:
    """Why it has no place, and what to do."""
    framework = paper.framework(note.framework)
    if gone := _say_gone(paper, framework, note):
        return f"{gone}. Withdraw what is out of date, or move it to where it belongs."
    kind = framework.shows.texts_in
    if paper.prints(kind, framework.slug):
        return f"The part '{kind}' prints what is said of measures, and this names none. Name its measures."
    return (
        f"No part of the pack prints '{HEADINGS[note.kind]}' of {framework.title}. "
        f"Give the pack a part '{kind}' for '{framework.slug}', or leave it so."
    )


def _say_gone(paper: Paper, framework: Framework, note: Note) -> str:
    """What it speaks of and the framework does not hold."""
    area = paper.catalogue.areas.get(note.area)
    where = f" for {area.name if area else note.area}" if note.area else ""
    if note.indicators and not paper.measures(note):
        known = paper.catalogue.indicators
        names = [known[slug].short if slug in known else f"'{slug}'" for slug in note.indicators]
        return f"{framework.title} does not hold {join_in_words(names)}{where}"
    if not paper.in_section(framework, paper.section_of(note)):
        return f"{framework.title} has no measure in a section '{note.section}'"
    return ""
