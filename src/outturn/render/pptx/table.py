"""Native tables. A long one goes on over slides, its headings repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from outturn.core.report.document import Cell, Column, ColumnKind, Row, Table
from outturn.render import look
from outturn.render.arrange import to_the_right
from outturn.render.lettering import lines
from outturn.render.native.slides.geometry import LEFT, POINT, ROOM, emu, line_height
from outturn.render.native.slides.xml import NAMESPACES, name_shape, paragraph, place, run, text_box
from outturn.render.pptx import overlay
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.columns import PAD, is_drawing, note, pad, row_height, widths
from outturn.render.pptx.columns import SMALLER as SMALLER_NOTE
from outturn.render.pptx.words import cell_runs

SIZE = 10.0
SMALLER = (9.5, 9.0, 8.5, 8.0)
BAND = 0.27
CAPTION_SIZE, NOTE_SIZE = 11.5, 9.0
WORDS = ROOM / POINT / 1.05
LEAST_ROWS = 3


@dataclass
class TablePiece:
    """Rows of a table that stand on one slide. `band` is the band that the first row goes on with.

    `tall` holds the height of each row. What is left of a table keeps it: measured anew for every slide, a long table
    would take the square of its length.
    """

    table: Table
    rows: tuple[Row, ...]
    continued: bool = False
    band: str = ""
    size: float = SIZE
    across: list[float] = field(default_factory=list)
    tall: list[float] = field(default_factory=list)
    ends: bool = True  # its note stands under the last rows

    def __post_init__(self) -> None:
        if not self.across:
            self.size = min(self.size, 9.0) if len(self.table.columns) > 8 else self.size
            self.across = widths(self.table, self.rows, self.size, ROOM)
        if not self.tall:
            self.tall = [row_height(self.table, row, self.across, self.size) for row in self.rows]

    @property
    def head(self) -> Row:
        return Row(tuple(Cell(column.title) for column in self.table.columns))

    @cached_property
    def heights(self) -> list[tuple[str, Row | None, float]]:
        """(band text, row, height) for each line of the table, bands included."""
        found: list[tuple[str, Row | None, float]] = [
            ("", None, row_height(self.table, self.head, self.across, self.size + 0.6))
        ]
        for number, row in enumerate(self.rows):
            heading = row.band.text if row.band else self.band if number == 0 else ""
            if heading:
                found.append((heading, None, BAND))
            found.append(("", row, self.tall[number]))
        return found

    @property
    def caption(self) -> str:
        return self.table.caption + (" (continued)" if self.continued else "")

    @property
    def over(self) -> float:
        """Inches of the caption."""
        return lines(self.caption, CAPTION_SIZE, WORDS, bold=True) * line_height(CAPTION_SIZE) + 0.09

    @property
    def under(self) -> float:
        """Inches of the note."""
        note = self.table.note if self.ends else ""
        return lines(note, NOTE_SIZE, WORDS) * line_height(NOTE_SIZE) + 0.06 if note else 0.0

    @property
    def height(self) -> float:
        return self.over + sum(line[2] for line in self.heights) + self.under

    @property
    def anchors(self) -> list[str]:
        return [*([] if self.continued else [self.table.anchor]), *(row.anchor for row in self.rows if row.anchor)]

    def split(self, room: float) -> tuple[TablePiece | None, TablePiece | None]:
        """The whole in smaller type; or what fits in `room` inches, and the rest, but never fewer than three rows."""
        for size in SMALLER if self.height * 0.7 < room else ():
            tried = TablePiece(self.table, self.rows, self.continued, self.band, size, ends=self.ends)
            if tried.height <= room:
                return tried, None
        used, count = self.over, 0
        for _, row, height in self.heights:
            used += height
            if used > room:
                break
            count += row is not None
        if count < min(LEAST_ROWS, len(self.rows)):
            return None, self
        if count >= len(self.rows):
            count = len(self.rows) - 1 or 1
        band = next((row.band.text for row in reversed(self.rows[: count + 1]) if row.band), self.band)
        rest = self.rows[count:]
        first = TablePiece(
            self.table,
            self.rows[:count],
            self.continued,
            self.band,
            self.size,
            self.across,
            self.tall[:count],
            not rest,
        )
        if not rest:
            return first, None
        goes_on = "" if rest[0].band else band
        return first, TablePiece(self.table, rest, True, goes_on, self.size, self.across, self.tall[count:])

    def draw(self, canvas: Canvas, y: float) -> None:
        words = paragraph(run(self.caption, CAPTION_SIZE, True, look.INK))
        canvas.add(text_box(canvas.next_ident(), "Table caption", self.caption, (LEFT, y, ROOM, self.over), words))
        canvas.add(self.frame(canvas, y + self.over, self.caption))
        self.drawings(canvas, y + self.over)
        if self.under:
            note = paragraph(run(self.table.note, NOTE_SIZE, False, look.QUIET))
            box = (LEFT, y + self.height - self.under + 0.04, ROOM, self.under - 0.04)
            canvas.add(text_box(canvas.next_ident(), "Table note", self.table.note, box, note))

    def frame(self, canvas: Canvas, y: float, caption: str) -> str:
        grid = "".join(f'<a:gridCol w="{emu(wide)}"/>' for wide in self.across)
        body = "".join(self.line(canvas, *line) for line in self.heights)
        box = (LEFT, y, ROOM, self.height - self.over - self.under)
        return (
            f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr>{name_shape(canvas.next_ident(), 'Table', caption)}"
            f'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
            f"{place(*box).replace('a:xfrm', 'p:xfrm')}<a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
            '<a:tblPr firstRow="1"/>'
            f"<a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def line(self, canvas: Canvas, band: str, row: Row | None, height: float) -> str:
        if band:
            count = len(self.table.columns)
            cell = table_cell(
                paragraph(run(band, self.size, True, look.ACCENT)), look.LINE, 0.75, f' gridSpan="{count}"', "b"
            )
            merged = "".join(table_cell(paragraph(""), look.LINE, 0.75, ' hMerge="1"') for _ in range(count - 1))
            return f'<a:tr h="{emu(height)}">{cell}{merged}</a:tr>'
        cells = self.head_cells() if row is None else self.row_cells(canvas, row)
        return f'<a:tr h="{emu(height)}">{cells}</a:tr>'

    def head_cells(self) -> str:
        return "".join(
            table_cell(
                paragraph(run(column.title, self.size, True, look.INK), side_of(column)),
                look.QUIET,
                1.25,
                anchor="b",
                right=pad(column),
            )
            for column in self.table.columns
        )

    def row_cells(self, canvas: Canvas, row: Row) -> str:
        return "".join(self.spanning(canvas, self.table.columns[place], cell) for place, cell in row.visible_cells())

    def spanning(self, canvas: Canvas, column: Column, cell: Cell) -> str:
        wide = f' gridSpan="{cell.span}"' if cell.span > 1 else ""
        behind = table_cell(paragraph(""), look.LINE, 0.5, ' hMerge="1"') * (cell.span - 1)
        return table_cell(self.words(canvas, column, cell), look.LINE, 0.5, wide, right=pad(column)) + behind

    def words(self, canvas: Canvas, column: Column, cell: Cell) -> str:
        """The cell's words, its short note below."""
        found = paragraph("" if is_drawing(column, cell) else cell_runs(canvas, cell, self.size), side_of(column, cell))
        if small := note(cell):
            found += paragraph(run(small, self.size - SMALLER_NOTE, False, look.QUIET), side_of(column, cell))
        return found

    def drawings(self, canvas: Canvas, y: float) -> None:
        """Icons and sparklines, each over its cell."""
        for _, row, height in self.heights:
            if row is not None:
                self.row_drawings(canvas, row, y, height)
            y += height

    def row_drawings(self, canvas: Canvas, row: Row, y: float, height: float) -> None:
        x = LEFT
        for column, cell, wide in zip(self.table.columns, row.cells, self.across, strict=True):
            if is_drawing(column, cell) and cell.marks:
                overlay.icons(canvas, cell.marks, x, y + (height - overlay.ICON) / 2)
            elif is_drawing(column, cell):
                overlay.sparkline(canvas, cell, x, y + 0.06, wide - PAD - 0.08, height - 0.12)
            x += wide


def side_of(column: Column, cell: Cell | None = None) -> str:
    """The side of a heading, or of a cell."""
    right = column.kind is ColumnKind.NUMBER if cell is None else to_the_right(column, cell)
    return "r" if right else "l"


def table_cell(words: str, colour: str, width: float, extra: str = "", anchor: str = "ctr", right: float = PAD) -> str:
    """A cell with nothing but a line below."""
    bare = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    line = (
        f'<a:lnB w="{round(width * 12700)}"><a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill></a:lnB>'
    )
    return (
        f"<a:tc{extra}><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f'<a:tcPr marL="0" marR="{emu(right)}" marT="18288" marB="18288" anchor="{anchor}">{bare}{line}<a:noFill/>'
        "</a:tcPr></a:tc>"
    )
