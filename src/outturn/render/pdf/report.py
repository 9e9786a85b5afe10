"""Runs Typst over a template. The document goes in as JSON: no text of a user ever becomes markup."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from outturn.core.report.document import Document, Layout, Page
from outturn.render.pdf.annex import build_annex
from outturn.render.pdf.content import content
from outturn.render.pdf.glyphs import drawable
from outturn.render.pdf.sheet import sheet

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def pdf(document: Document) -> bytes:
    """The whole paper; of a one-page framework, the one page. Equal documents give equal bytes: the date inside is
    the edition's."""
    page = one_page(document)
    if page is None:
        return compile_pdf("report.typ", content(document), document)
    return compile_pdf("sheet.typ", sheet(document, page), document)


def annex(document: Document) -> bytes:
    """What stands behind a one-page framework: what changed, and a page for each measure."""
    return compile_pdf("report.typ", build_annex(document), document)


def one_page(document: Document) -> Page | None:
    return next((page for page in document.pages if page.layout is Layout.ONE_PAGE_A3), None)


def compile_pdf(template: str, data: dict[str, Any], document: Document) -> bytes:
    made = typst.compile(
        str(HERE / template),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"document": drawable(json.dumps(data, ensure_ascii=False))},
        pdf_standards="ua-1",
        timestamp=read_day(document.edition),
        format="pdf",
    )
    return bytes(made)


def read_day(edition: str) -> datetime:
    """The day of the edition; a fixed day when its name is not a date."""
    try:
        return datetime.fromisoformat(edition[:10]).replace(tzinfo=UTC)
    except ValueError:
        return EPOCH
