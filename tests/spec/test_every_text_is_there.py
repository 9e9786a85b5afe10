"""All 89 texts of the sample stand in its paper, and can be read in every format."""

import re

import pytest
from spec import reading

from outturn.core.report.document import Document, Rich
from outturn.sample import build


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text)


def texts(document: Document) -> list[tuple[str, Rich]]:
    return [(page.anchor, runs) for page, runs in document.texts() if any(run.note for run in runs)]


def test_all_89_are_placed(document):
    assert document.notes == {note.ident for note in build.notes_of_delivery("2025-01")}
    assert len(document.notes) == 89


@pytest.mark.parametrize("name", reading.READERS)
def test_each_can_be_read_on_its_page_in_every_format(edition, document, name):
    _, pages = reading.READERS[name](edition / name, document)
    plain = {anchor: squeezed(words) for anchor, words in pages.items()}
    missing = [
        (anchor, words)
        for anchor, runs in texts(document)
        if squeezed(words := "".join(run.text for run in runs)) not in plain[anchor]
    ]
    assert not missing
