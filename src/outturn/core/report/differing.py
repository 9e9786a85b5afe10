"""Which figures two Documents of one edition do not share: one as it was kept, one as it is made again."""

from collections import Counter

from outturn.core.report.document import Document

Figure = tuple[str, str, str, float | None]
"""Title of the page, key, text, value."""


def list_figures(document: Document) -> Counter[Figure]:
    return Counter((page.title, cell.key, cell.text, cell.value) for page, _, cell in document.figures())


def compare_figures(kept: Document, made: Document) -> tuple[str, ...]:
    """A sentence for each figure that only one of them shows; empty where both show the same.

    Documents of any version can be compared: how a cell is held beside its figure does not matter.
    """
    before, now = list_figures(kept), list_figures(made)
    gone = [f"{page}: {text} ({key}) was published, and is not made again." for page, key, text, _ in before - now]
    new = [f"{page}: {text} ({key}) is made, and was not published." for page, key, text, _ in now - before]
    return tuple(gone + new)
