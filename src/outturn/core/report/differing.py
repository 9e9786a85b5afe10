"""Which figures two Documents of one edition do not share: one as it was kept, one as it is made again."""

from collections import Counter

from outturn.core.report.document import Document

Figure = tuple[str, str, str, float | None]
"""Anchor of the page, key, text, value."""


def compare_figures(kept: Document, made: Document) -> tuple[str, ...]:
    """A sentence for each figure that only one of them shows; empty where both show the same.

    Documents of any version can be compared: neither how a cell is held beside its figure matters, nor how a page is
    called.
    """
    before, now = list_figures(kept), list_figures(made)
    gone = [f"{name_figure(kept, figure)} was published, and is not made again." for figure in before - now]
    new = [f"{name_figure(made, figure)} is made, and was not published." for figure in now - before]
    return tuple(gone + new)


def list_figures(document: Document) -> Counter[Figure]:
    return Counter((page.anchor, cell.key, cell.text, cell.value) for page, _, cell in document.figures())


def name_figure(document: Document, figure: Figure) -> str:
    """`Executive summary: 56.7% (ae-4h/llr-icb/actual/month:2024-10-31)`."""
    anchor, key, text, _ = figure
    title = next(page.title for page in document.pages if page.anchor == anchor)
    return f"{title}: {text} ({key})"
