"""The one model of a paper. Web page, PDF, slides, workbook and CSV of an edition are drawn from the same Document.

No format is known here: a Document says what a page holds, the renderers decide where it goes. Everything is frozen,
text is plain (renderers escape), and every shown figure carries its `key`, so that files can be read back and compared.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from outturn.core.report.pictures import Mark, Picture


@dataclass(frozen=True)
class Chip:
    """A status: shape and word always go together; colour is the renderer's."""

    key: str  # green, yellow, amber, red, grey, blue
    word: str
    letter: str
    shape: str  # circle, triangle, square, dash, diamond


@dataclass(frozen=True)
class Cell:
    """What stands in one place of a table or a fact. `text` is what is shown, in every format.

    `value` (in `unit`) is set when the text is a number, so that workbooks hold numbers. `key` names the figure:
    `indicator/area/role/period` ("ae-4h-type1/llr-icb/actual/month:2024-10-31").
    """

    text: str = ""
    value: float | None = None
    unit: str = ""  # core.units.Unit
    decimals: int = 0
    scale: str = ""
    state: str = "known"
    key: str = ""
    chip: Chip | None = None
    marks: tuple[Mark, ...] = ()
    trend: tuple[float | None, ...] = ()  # sparkline values; `text` is its text alternative
    trend_target: float | None = None
    letters: tuple[Chip, ...] = ()  # a trend of grades, oldest first; `text` says it
    arrow: str = ""  # up, down, same
    tone: str = ""  # improving, worsening, steady; with a word in `text`
    link: str = ""  # anchor inside the document
    note: str = ""  # shown on demand (tooltip, cell comment) or small below
    span: int = 1  # words that need the room of so many columns: the cells behind it in the row are empty

    @property
    def words(self) -> bool:
        """Whether it says in words what a number cannot; `*`, `–` and `n/a` are no words."""
        known = self.state in ("known", "provisional")
        return self.value is None and known and self.text != "n/a" and any(letter.isalpha() for letter in self.text)


@dataclass(frozen=True)
class Column:
    title: str
    kind: str = "text"  # text, number, chip, marks, trend, movement, link
    width: int = 10  # relative
    note: str = ""  # what the column means


@dataclass(frozen=True)
class Row:
    cells: tuple[Cell, ...]
    anchor: str = ""
    heading: str = ""  # a band across the table before this row ("Urgent and emergency care")

    def shown(self) -> Iterator[tuple[int, Cell]]:
        """(place, cell) of the cells that are drawn: those behind a cell that spans several columns are not."""
        place = 0
        while place < len(self.cells):
            yield place, self.cells[place]
            place += self.cells[place].span


@dataclass(frozen=True)
class Table:
    anchor: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    empty: str = ""  # the sentence shown when there are no rows


@dataclass(frozen=True)
class Run:
    """Words of a paragraph. `key` is set when the words are a figure; `note` when they begin a piece of commentary."""

    text: str
    strong: bool = False
    link: str = ""
    key: str = ""
    note: str = ""  # core.commentary.Note.ident


Rich = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    runs: Rich
    lead: bool = False


@dataclass(frozen=True)
class Panel:
    """Titled points: risks, mitigations, good news, outcomes, story, note, argue (two findings that disagree)."""

    tone: str
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
    """One message. kind: summary, scorecard, measure, section, finance, ranks, changes, appendix, method, outcomes."""

    anchor: str
    kind: str
    title: str
    blocks: tuple[Block, ...]
    section: str = ""  # running head
    sheet: str = ""  # short name for a worksheet or a bookmark
    back: str = ""  # anchor this page came from
    back_words: str = ""


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
    return _adapter.validate_json(data)


def content_hash(document: Document) -> str:
    """SHA-256 of the content: the same inputs give the same hash on any machine."""
    return hashlib.sha256(to_json(document)).hexdigest()


def anchor_of(*words: str) -> str:
    """'Urgent & emergency', 'page' -> 'urgent-emergency-page'. Safe as an HTML id, a bookmark and a file name."""
    return re.sub(r"[^a-z0-9]+", "-", "-".join(words).lower()).strip("-") or "x"
