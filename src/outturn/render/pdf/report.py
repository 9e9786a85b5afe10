"""Runs Typst over the template. The document goes in as JSON: no text of a user ever becomes markup."""

import json
from datetime import UTC, datetime
from pathlib import Path

import typst

from outturn.core.report.document import Document
from outturn.render.pdf.content import content
from outturn.render.pdf.glyphs import drawable

HERE = Path(__file__).parent
FONTS = HERE.parent / "fonts"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def pdf(document: Document) -> bytes:
    """The whole paper. Equal documents give equal bytes: the date inside is the edition's."""
    drawn = typst.compile(
        str(HERE / "report.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"document": drawable(json.dumps(content(document), ensure_ascii=False))},
        pdf_standards="ua-1",
        timestamp=dated(document.edition),
        format="pdf",
    )
    return bytes(drawn)


def dated(edition: str) -> datetime:
    """The day of the edition; a fixed day when its name is not a date."""
    try:
        return datetime.fromisoformat(edition[:10]).replace(tzinfo=UTC)
    except ValueError:
        return EPOCH
