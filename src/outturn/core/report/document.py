"""The one model of a paper. Web page, PDF, slides, workbook and CSV of an edition are drawn from the same Document.

No format is known here: a Document says what a page holds, the renderers decide where it goes. Everything is frozen,
text is plain (renderers escape), and every shown figure carries its `key`, so that files can be read back and compared.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from outturn.core.report.document_kinds import ColumnKind, Layout, PageKind, PanelTone
from outturn.core.report.document_table import Band, Cell, Chip, Column, Row, Table
from outturn.core.report.older import upgrade
from outturn.core.report.pictures import Picture

__all__ = [
    "Band", "Block", "Cell", "Chip", "Column", "ColumnKind", "Document", "Fact", "Facts", "Layout", "Page", "PageKind",
    "Panel", "PanelTone", "Paragraph", "Rich", "Row", "Run", "Table",
    "anchor_of", "content_hash", "from_json", "to_json",
]  # fmt: skip


@dataclass(frozen=True)
class Run:
    """Words of a paragraph. `key` is set when the words are a figure; `note` when they begin a piece of commentary;
    `chip` when the shape of a state stands before them.
    """

    text: str
    strong: bool = False
    link: str = ""
    key: str = ""
    note: str = ""  # core.commentary.Note.ident
    chip: Chip | None = None


Rich = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    runs: Rich
    lead: bool = False


@dataclass(frozen=True)
class Panel:
    """Titled points."""

    tone: PanelTone
    title: str
    items: tuple[Rich, ...]
    empty: str = ""


@dataclass(frozen=True)
class Fact:
    label: str
    cell: Cell
    detail: str = ""


@dataclass(frozen=True)
class Facts:
    items: tuple[Fact, ...]


Block = Table | Picture | Paragraph | Panel | Facts


@dataclass(frozen=True)
class Page:
    """One message."""

    anchor: str
    kind: PageKind
    title: str
    blocks: tuple[Block, ...]
    section: str = ""  # running head
    sheet: str = ""  # short name for a worksheet or a bookmark
    back: str = ""  # anchor this page came from
    back_words: str = ""
    layout: Layout = Layout.FLOW
    finding: str = ""  # anchor of the picture whose title stands in the title of the page


@dataclass(frozen=True)
class Document:
    pack: str
    title: str
    subtitle: str
    organisation: str
    period: str  # "Data to Oct 2024"
    edition: str  # "2025-01-14"
    as_known: str  # "2025-01-14 (release 3)"
    release: int
    definitions: str  # catalogue version
    pages: tuple[Page, ...]
    sources: tuple[str, ...] = ()
    sample: str = ""  # what was invented, said on the cover
    language: str = "en-GB"

    def cells(self) -> Iterator[tuple[Page, str, Cell]]:
        """Every cell that shows a figure: (page, where on the page, cell)."""
        for page in self.pages:
            for block in page.blocks:
                if isinstance(block, Table):
                    for row in block.rows:
                        for column, cell in zip(block.columns, row.cells, strict=True):
                            yield page, f"{block.anchor}: {column.title}", cell
                elif isinstance(block, Facts):
                    for fact in block.items:
                        yield page, fact.label, fact.cell

    def figures(self) -> Iterator[tuple[Page, str, Cell]]:
        return (found for found in self.cells() if found[2].key)

    def tables(self) -> Iterator[tuple[Page, Table]]:
        for page in self.pages:
            yield from ((page, block) for block in page.blocks if isinstance(block, Table))

    def texts(self) -> Iterator[tuple[Page, Rich]]:
        """Every paragraph and every point of a panel."""
        for page in self.pages:
            for block in page.blocks:
                if isinstance(block, Paragraph):
                    yield page, block.runs
                elif isinstance(block, Panel):
                    yield from ((page, item) for item in block.items)

    @property
    def notes(self) -> frozenset[str]:
        """Idents of the commentary that stands in it."""
        return frozenset(run.note for _, runs in self.texts() for run in runs if run.note)


_adapter: TypeAdapter[Document] = TypeAdapter(Document)


def to_json(document: Document) -> bytes:
    return _adapter.dump_json(document)


def from_json(data: bytes) -> Document:
    """A Document as it was kept, by this version or an earlier one. Raises ValueError for anything else."""
    try:
        document = upgrade(json.loads(data))
    except (AttributeError, KeyError, TypeError) as problem:
        raise ValueError("This is no Document of this version or an earlier one.") from problem
    return _adapter.validate_python(document, strict=False)


def content_hash(document: Document) -> str:
    """SHA-256 of the content: the same inputs give the same hash on any machine."""
    return hashlib.sha256(to_json(document)).hexdigest()


def anchor_of(*words: str) -> str:
    """'Urgent & emergency', 'page' -> 'urgent-emergency-page'. Safe as an HTML id, a bookmark and a file name."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(words).lower()).strip("-") or "x"
