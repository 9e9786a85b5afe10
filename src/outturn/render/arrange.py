"""What stands beside what on a page, said once for web and paper."""

from dataclasses import dataclass

from outturn.core.report.document import Block, Cell, Column, Document, Facts, Page, Panel, Table
from outturn.core.report.pictures import Picture
from outturn.render.pictures import is_picture, stands_beside

BESIDE = 3
"""So many facts stand beside a chart."""


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


def arranged(page: Page) -> list[Arranged]:
    """Blocks in order; the first chart takes the first facts to its side, and neighbouring panels are grouped."""
    chart = next((block for block in page.blocks if stands_beside(block)), None)
    facts = next((block for block in page.blocks if isinstance(block, Facts)), None)
    found: list[Arranged] = []
    for block in page.blocks:
        if chart and facts and (block is chart or block is facts):
            if not any(isinstance(other, Split) for other in found):
                found += beside(chart, facts)
        elif isinstance(block, Panel):
            found[-1:] = grouped(found[-1] if found else None, block)
        else:
            found.append(block)
    return found


def beside(chart: Picture, facts: Facts) -> list[Arranged]:
    """The first facts beside the chart, the others in a row below."""
    others = facts.items[BESIDE:]
    return [Split(chart, Facts(facts.items[:BESIDE])), *([Facts(others)] if others else [])]


def grouped(before: Arranged | None, panel: Panel) -> list[Arranged]:
    if isinstance(before, Panels):
        return [Panels((*before.items, panel))]
    return [*([before] if before else []), Panels((panel,))]


def to_the_right(column: Column, cell: Cell) -> bool:
    """Numbers, and what stands for one, keep to the right of their column; words among them stand where words do."""
    return column.kind == "number" and not cell.words


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
