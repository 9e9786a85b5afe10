"""Which pieces of a page stand on which slide. Nothing is cut: what does not fit goes on to the next slide."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from outturn.core.report.document import Document, Facts, Page, Paragraph, Run, Table
from outturn.core.report.pictures import Picture
from outturn.render.arrange import Arranged, Panels, Split, arrange_blocks
from outturn.render.lettering import lines
from outturn.render.native.slides.geometry import BOTTOM, GAP, POINT, ROOM, TALL, TITLE_TOP, line_height
from outturn.render.pictures import KINDS, kind_of
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.facts import FactsPiece
from outturn.render.pptx.panels import PanelsPiece
from outturn.render.pptx.pictures import PicturePiece, RowsPiece, SplitPiece
from outturn.render.pptx.prose import ProsePiece
from outturn.render.pptx.table import TablePiece

TITLE_SIZES = (24.0, 20.0, 16.0, 12.0)


class Piece(Protocol):
    @property
    def height(self) -> float: ...
    @property
    def anchors(self) -> list[str]: ...
    def split(self, room: float) -> tuple["Piece | None", "Piece | None"]: ...
    def draw(self, canvas: Canvas, y: float) -> None: ...


@dataclass
class SlidePlan:
    page: Page
    number: int = 1
    of: int = 1
    placed: list[tuple[float, Piece]] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.page.title if self.number == 1 else f"{self.page.title} ({self.number} of {self.of})"

    @property
    def anchors(self) -> list[str]:
        own = [self.page.anchor] if self.number == 1 else []
        return own + [anchor for _, piece in self.placed for anchor in piece.anchors]


def plans(document: Document) -> list[SlidePlan]:
    return [plan for page in document.pages for plan in slides_of(page)]


def slides_of(page: Page) -> list[SlidePlan]:
    """Pieces from the top down; a new slide when the next does not fit and cannot be divided."""
    found = [SlidePlan(page)]
    y = start = below_title(page.title)
    waiting: list[Piece] = pieces(page)
    while waiting:
        piece = waiting.pop(0)
        room = BOTTOM - y
        fits: Piece | None = piece
        rest: Piece | None = None
        if piece.height > room and not (y == start and room < TALL * 0.5):
            fits, rest = piece.split(room)
            if fits is None and y == start:
                fits, rest = piece, None
        if fits is not None:
            found[-1].placed.append((y, fits))
            y += fits.height + GAP
        if rest is not None:
            waiting.insert(0, rest)
            found.append(SlidePlan(page))
            y = start = below_title(f"{page.title} (2 of 9)")
    for number, plan in enumerate(found, 1):
        plan.number, plan.of = number, len(found)
        stretch(plan)
    return found


def below_title(title: str) -> float:
    """Where the pieces begin under a title of one or more lines."""
    size = title_size(title)
    return TITLE_TOP + title_lines(title, size) * line_height(size) + 0.2


def title_size(title: str) -> float:
    """Titles are large; one that needs more than two lines is set smaller."""
    return next((size for size in TITLE_SIZES if title_lines(title, size) <= 2), TITLE_SIZES[-1])


def title_lines(title: str, size: float) -> int:
    return lines(title, size, ROOM * 0.97 / POINT, bold=True)


def stretch(plan: SlidePlan) -> None:
    """The first picture takes the room that is left below, and what follows it moves down."""
    grown, found = 0.0, []
    for y, piece in plan.placed:
        found.append((y + grown, piece))
        if isinstance(piece, PicturePiece | SplitPiece) and not grown:
            last_y, last = plan.placed[-1]
            grown = piece.grow(BOTTOM - last_y - last.height)
    plan.placed = found


def pieces(page: Page) -> list[Piece]:
    """A measure shows chart, facts, risks and mitigation first; its wording and reasons go to the notes."""
    blocks = arrange_blocks(page)
    split = any(isinstance(block, Split) for block in blocks)
    if split:
        blocks = [block for block in blocks if not isinstance(block, Paragraph)]
        blocks.sort(key=lambda block: FIRST.get(type(block), len(FIRST)))
    return [piece_of(block, split) for block in blocks]


FIRST: dict[type, int] = {Split: 0, Panels: 1, Facts: 2}
"""What comes first on the slide of a measure."""


def piece_of(block: Arranged, split: bool) -> Piece:
    """`split`: facts stand beside a chart already, so that more of them are small."""
    return PIECES[type(block)](block, split)


def picture_piece(picture: Picture) -> Piece:
    """The sentence that stands for a picture of nothing needs little room."""
    kind = kind_of(picture)
    sentence = kind.say_instead(picture)
    if kind.rows is not None:
        words = Paragraph((Run(f"{picture.title}. ", strong=True), Run(sentence)))
        return ProsePiece(words) if sentence else RowsPiece(picture, kind.rows)
    return PicturePiece(picture, 1.0) if sentence else PicturePiece(picture)


def empty_table(table: Table) -> Piece:
    return ProsePiece(Paragraph((Run(f"{table.caption}. ", strong=True), Run(table.empty or "Nothing to show yet."))))


PIECES: dict[type, Callable[[Any, bool], Piece]] = {
    Split: lambda block, split: SplitPiece(block.chart, block.facts),
    Panels: lambda block, split: PanelsPiece(block.items),
    Facts: lambda block, split: FactsPiece(block.items, 16.0 if split else 24.0),
    Table: lambda block, split: TablePiece(block, block.rows) if block.rows else empty_table(block),
    Paragraph: lambda block, split: ProsePiece(block),
    **dict.fromkeys(KINDS, lambda block, split: picture_piece(block)),
}
"""What draws each kind of block."""
