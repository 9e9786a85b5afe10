"""What stands beside what on a page, said once for web and paper."""

from dataclasses import dataclass

from outturn.core.catalogue import GLYPH
from outturn.core.report.document import (
    Band,
    Block,
    Cell,
    Column,
    ColumnKind,
    Document,
    Facts,
    Layout,
    Page,
    Panel,
    Rich,
    Row,
    Table,
)
from outturn.core.report.pictures import Picture
from outturn.render.pictures import is_picture, stands_beside

BESIDE = 3
"""So many facts stand beside a chart."""

NAME = "name"
"""The key of the column that names a row."""


@dataclass(frozen=True)
class Split:
    """A chart in the left two thirds, up to three facts in the right third."""

    chart: Picture
    facts: Facts


@dataclass(frozen=True)
class Panels:
    """Panels that stand next to each other: side by side where there is room."""

    items: tuple[Panel, ...]


Arranged = Block | Split | Panels


def arrange_blocks(page: Page) -> list[Arranged]:
    """Blocks in order; the first chart takes the first facts to its side, and neighbouring panels are grouped."""
    chart = next((block for block in page.blocks if stands_beside(block)), None)
    facts = next((block for block in page.blocks if isinstance(block, Facts)), None)
    found: list[Arranged] = []
    for block in page.blocks:
        if chart and facts and (block is chart or block is facts):
            if not any(isinstance(other, Split) for other in found):
                found += beside(chart, facts)
        elif isinstance(block, Panel):
            found[-1:] = add_panel(found[-1] if found else None, block)
        else:
            found.append(block)
    return found


def beside(chart: Picture, facts: Facts) -> list[Arranged]:
    """The first facts beside the chart, the others in a row below."""
    others = facts.items[BESIDE:]
    return [Split(chart, Facts(facts.items[:BESIDE])), *([Facts(others)] if others else [])]


def add_panel(before: Arranged | None, panel: Panel) -> list[Arranged]:
    if isinstance(before, Panels):
        return [Panels((*before.items, panel))]
    return [*([before] if before else []), Panels((panel,))]


def to_the_right(column: Column, cell: Cell) -> bool:
    """Numbers, and what stands for one, keep to the right of their column; words among them stand where words do."""
    return column.kind is ColumnKind.NUMBER and not cell.words


def plain_text(runs: Rich) -> str:
    """A paragraph as one text, for formats and measures that know no shapes: they stand as characters."""
    return "".join((f"{GLYPH[run.chip.shape]} " if run.chip else "") + run.text for run in runs)


def small_print(cell: Cell) -> str:
    """What stands small beside or below the text of a cell: its unit, and its note."""
    return ", ".join(words for words in (cell.unit_words, cell.note) if words)


def is_one_page(document: Document) -> bool:
    """Whether the paper is its first page, on one sheet, and the others stand behind it."""
    return bool(document.pages) and document.pages[0].layout is Layout.ONE_PAGE_A3


def bands(table: Table) -> list[tuple[Band, list[Row]]]:
    """Rows under the band that they belong to; those before the first band under one without a name."""
    found: list[tuple[Band, list[Row]]] = []
    for row in table.rows:
        if row.band or not found:
            found.append((row.band or Band(""), []))
        found[-1][1].append(row)
    return found


def span_rows(table: Table, rows: list[Row]) -> list[list[int]]:
    """For each row and column, over how many rows the cell stands: 0 where the cell above stands for it, too."""
    tall = [[1] * len(table.columns) for _ in rows]
    for place in range(len(rows) - 1, 0, -1):
        for number, column in enumerate(table.columns):
            if column.group and says_the_same(table, rows[place - 1], rows[place], column.group):
                tall[place - 1][number] += tall[place][number]
                tall[place][number] = 0
    return tall


def says_the_same(table: Table, above: Row, below: Row, group: int) -> bool:
    """In all columns of the group, and of those before it."""
    columns = zip(table.columns, above.cells, below.cells, strict=True)
    return all(one.text == other.text for column, one, other in columns if 0 < column.group <= group)


def naming(table: Table) -> int:
    """The place of the column that names the row: a number or a code may stand before it."""
    keys = [column.key for column in table.columns]
    return keys.index(NAME) if NAME in keys else 0


def anchors(document: Document) -> frozenset[str]:
    """Every place a link can lead to."""
    found = set()
    for page in document.pages:
        found.add(page.anchor)
        for block in page.blocks:
            if isinstance(block, Table) or is_picture(block):
                found.add(block.anchor)
            if isinstance(block, Table):
                found.update(row.anchor for row in block.rows if row.anchor)
    return frozenset(found)


def by_section(pages: tuple[Page, ...]) -> list[tuple[str, list[Page]]]:
    """Contents: neighbouring pages of one running head under that head."""
    found: list[tuple[str, list[Page]]] = []
    for page in pages:
        head = page.section or page.title
        if not found or found[-1][0] != head:
            found.append((head, []))
        found[-1][1].append(page)
    return found
