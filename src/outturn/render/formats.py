"""The one table of formats: the file's name in an edition, what it is called, what it is, and who draws it."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from outturn.core.report.document import Document, to_json
from outturn.render.arrange import is_one_page

Renderer = Callable[[Document], bytes]


@dataclass(frozen=True)
class Format:
    """`behind`: it holds what stands behind a paper of one page, and other papers have none."""

    name: str
    title: str
    what: str
    content_type: str
    draw: Renderer
    behind: bool = False


def load_renderer(room: str, name: str = "") -> Renderer:
    """The function of the same name in `outturn.render.<room>`, loaded when first used: slides need packages that
    pages do not."""

    def draw(document: Document) -> bytes:
        drawn: bytes = getattr(import_module(f"outturn.render.{room}"), name or room)(document)
        return drawn

    return draw


OFFICE = "application/vnd.openxmlformats-officedocument"
HTML, PDF, CSV, JSON = "text/html; charset=utf-8", "application/pdf", "text/csv; charset=utf-8", "application/json"

FORMATS = {
    each.name: each
    for each in (
        Format(
            "report.html", "Report, to read here", "Everything on one page, with its links", HTML, load_renderer("html")
        ),
        Format(
            "annex.pdf",
            "Annex (PDF)",
            "What changed, and a page for each measure",
            PDF,
            load_renderer("pdf", "annex"),
            behind=True,
        ),
        Format(
            "report.pdf",
            "Paper (PDF)",
            "For printing and for committees; tagged for screen readers",
            PDF,
            load_renderer("pdf"),
        ),
        Format(
            "report.pptx",
            "Slides (PowerPoint)",
            "With charts that can be edited",
            f"{OFFICE}.presentationml.presentation",
            load_renderer("pptx"),
        ),
        Format(
            "report.xlsx",
            "Workbook (Excel)",
            "Every figure and chart, with filters",
            f"{OFFICE}.spreadsheetml.sheet",
            load_renderer("xlsx"),
        ),
        Format("figures.csv", "Figures (CSV)", "Every figure, one row each", CSV, load_renderer("csv")),
        Format("document.json", "Document (JSON)", "The one model that all of these were drawn from", JSON, to_json),
    )
}
"""By file name, in the order in which an edition offers them."""

CONTENT_TYPES = {name.rsplit(".", 1)[-1]: each.content_type for name, each in FORMATS.items()}
"""Of any kept file, by its ending."""


def of(document: Document) -> dict[str, Renderer]:
    """The files of an edition, by name."""
    return {name: each.draw for name, each in FORMATS.items() if is_one_page(document) or not each.behind}
