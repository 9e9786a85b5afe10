"""Document -> bytes, in every format. Each renderer is loaded when it is first used."""

from collections.abc import Callable
from importlib import import_module

from outturn.core.report.document import Document, to_json

Renderer = Callable[[Document], bytes]


def drawn_by(room: str, name: str = "") -> Renderer:
    """The function of the same name in `outturn.render.<room>`; slides need packages that pages do not."""

    def draw(document: Document) -> bytes:
        drawn: bytes = getattr(import_module(f"outturn.render.{room}"), name or room)(document)
        return drawn

    return draw


ALL: dict[str, Renderer] = {
    "report.html": drawn_by("html"),
    "report.pdf": drawn_by("pdf"),
    "report.pptx": drawn_by("pptx"),
    "report.xlsx": drawn_by("xlsx"),
    "figures.csv": drawn_by("csv"),
    "document.json": to_json,
}

ANNEX = {"annex.pdf": drawn_by("pdf", "annex")}
"""What stands behind a one-page framework, whose paper is that one page."""


def of(document: Document) -> dict[str, Renderer]:
    """The files of an edition, by name."""
    return ALL | (ANNEX if any(page.kind == "outcomes" for page in document.pages) else {})
