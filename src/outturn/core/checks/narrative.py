"""Checks 10, 16 and 20: what is written, against what is so."""

import re
from collections.abc import Iterator

from outturn.core.checks.evidence import Evidence
from outturn.core.checks.finding import Finding, Severity
from outturn.core.commentary import ANSWERS, Note
from outturn.core.live import Figures, Home, problems

FEWEST_WORDS = 3
DRAFT = re.compile(r"\b(TBC|TBA|to be confirmed|xx+)\b|\?\?", re.IGNORECASE)


def find_unanswered(evidence: Evidence) -> Iterator[Finding]:
    """An adverse rating with no risk or no mitigation written."""
    for entry, result in evidence.pairs:
        if not result.rating.off or not evidence.catalogue.frameworks[entry.framework].shows.answered:
            continue
        about = [note for note in evidence.notes if note.about(entry)]
        if lacking := name_lacking(about):
            word = evidence.catalogue.band(result.rating.scheme, result.rating.key).word
            sentence = f"Rated {word}, with {lacking}. Ask the owner for it."
            yield evidence.about(
                entry, "adverse-unanswered", "Off plan with nothing said about it", Severity.WARNING, sentence
            )


def name_lacking(notes: list[Note]) -> str:
    """`no risk and no mitigation written`; a text that says nothing is called that. Empty when all is answered."""
    answered = {note.kind for note in notes if says_something(note)}
    there = {note.kind for note in notes}
    none = [f"no {word}" for kind, word in ANSWERS.items() if kind not in there]
    thin = [f"a {word} that says nothing" for kind, word in ANSWERS.items() if kind in there - answered]
    written = [f"{' and '.join(none)} written"] if none else []
    too_little = [f"{' and '.join(thin)} (fewer than three different words)"] if thin else []
    return " and ".join(written + too_little)


def says_something(note: Note) -> bool:
    """Whether a text says anything: a title such as "x", or the title again, answers nobody."""
    words = {*f"{note.title} {note.text}".casefold().split()}
    return len(words) >= FEWEST_WORDS


def find_draft_words(evidence: Evidence) -> Iterator[Finding]:
    """Words that say the text is not finished."""
    for entry, _ in evidence.pairs:
        words = " ".join((entry.text, entry.target.text))
        if found := DRAFT.search(words):
            sentence = f"'{found[0]}' stands where a figure or a text belongs. Fill it in, or say when it will come."
            yield evidence.about(entry, "draft-words", "Unfinished entry", Severity.NOTE, sentence)
    for note in evidence.notes:
        if found := DRAFT.search(f"{note.title} {note.text}"):
            yield Finding(
                "draft-words",
                "Unfinished text",
                Severity.WARNING,
                f"Commentary: {note.title}",
                f"'{found[0]}' stands in the text. Finish it before it is published.",
                note.subject,
            )


def find_broken_figures(evidence: Evidence) -> Iterator[Finding]:
    """A live figure in a text that does not resolve: publishing it would print the placeholder."""
    figures = Figures.of(evidence.catalogue, list(evidence.results))
    for note in evidence.notes:
        for sentence in problems(f"{note.title} {note.text}", figures, Home(note.framework, note.area)):
            yield Finding(
                "live-figure",
                "Live figure that does not resolve",
                Severity.BLOCKING,
                f"Commentary: {note.title}",
                sentence,
                note.subject,
            )
