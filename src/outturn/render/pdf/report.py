"""Runs Typst over a template. The document goes in as JSON: no text of a user ever becomes markup."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from outturn.core.report.document import Document
from outturn.render.arrange import is_one_page
from outturn.render.pdf.annex import build_annex
from outturn.render.pdf.content import content
from outturn.render.pdf.glyphs import drawable

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def pdf(document: Document) -> bytes:
    """The whole paper; of one that begins with a page on one sheet, that sheet. Equal documents give equal bytes: the
    date inside is the edition's."""
    if is_one_page(document):
        return compile_pdf("sheet.typ", content(replace(document, pages=document.pages[:1])), document)
    return compile_pdf("report.typ", content(document), document)


def annex(document: Document) -> bytes:
    """What stands behind a paper of one page: what changed, and a page for each measure."""
    return compile_pdf("report.typ", build_annex(document), document)


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
