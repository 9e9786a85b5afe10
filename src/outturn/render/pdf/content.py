"""What the template reads: the Document as plain lists, every drawing ready, every link known to lead somewhere."""

from collections.abc import Callable
from typing import Any

from outturn.core.report.document import (
    Cell,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Layout,
    Page,
    Panel,
    Paragraph,
    Rich,
    Table,
)
from outturn.core.report.pictures import Picture
from outturn.render import charts, look
from outturn.render.arrange import Arranged, Panels, Split, anchors, arrange_blocks, to_the_right
from outturn.render.manners import manner_of
from outturn.render.pdf.cells import Cells, Json, soft
from outturn.render.pdf.sheet import sheet
from outturn.render.pictures import KINDS, draw_svg, is_picture, kind_of

CHART = (660, 262)
ACROSS = 900
"""Pixels that a picture with a row for each thing takes: the whole width."""
CROWDED = 8
"""From so many columns on, only short notes stand under a cell; the wording is on the measure's own page."""


def content(document: Document, chart: tuple[int, int] = CHART) -> Json:
    writer = Content(document, chart)
    pages = [writer.page(page) for page in document.pages]
    return {
        "title": document.title, "subtitle": document.subtitle, "organisation": document.organisation,
        "period": document.period, "edition": document.edition, "as_known": document.as_known,
        "definitions": document.definitions[:12], "sources": document.sources, "sample": document.sample,
        "language": document.language, "groups": group_pages(pages), "drawings": writer.cells.drawings,
    }  # fmt: skip


def group_pages(pages: list[Json]) -> list[list[Json]]:
    """Neighbours that share a sheet together, all others alone."""
    found: list[list[Json]] = []
    for page in pages:
        joins = found and page["joined"] and found[-1][-1]["joined"]
        found[-1 if joins else len(found) :] = [[*(found[-1] if joins else []), page]]
    return found


def parts(block: Arranged) -> list[Arranged]:
    """A picture of many rows in pieces that a page can hold."""
    rows = kind_of(block).rows if is_picture(block) else None
    if rows is None or rows.count(block) <= rows.a_page:
        return [block]
    return [rows.cut(block, start, start + rows.a_page) for start in range(0, rows.count(block), rows.a_page)]


class Content:
    """Gives each anchor once, so that labels are unique, and keeps links that lead somewhere."""

    def __init__(self, document: Document, size: tuple[int, int] = CHART) -> None:
        self.size = size
        self.known = anchors(document)
        self.given: set[str] = set()
        self.cells = Cells(self.known)

    def anchor(self, name: str) -> str:
        if not name or name in self.given:
            return ""
        self.given.add(name)
        return name

    def page(self, page: Page) -> Json:
        return {
            "anchor": self.anchor(page.anchor),
            "close": manner_of(page).close,
            "joined": manner_of(page).joined,
            "title": soft(page.title),
            "head": page.section,
            "back": page.back if page.back in self.known else "",
            "back_words": page.back_words or "Back",
        } | LAYOUTS[page.layout](self, page)

    def blocks(self, page: Page) -> Json:
        return {"blocks": [self.block(page, part) for block in arrange_blocks(page) for part in parts(block)]}

    def sheet(self, page: Page) -> Json:
        return {"sheet": sheet(page, self.cells, self.anchor)}

    def block(self, page: Page, block: Arranged) -> Json:
        return DRAW[type(block)](self, page, block)

    def rich(self, runs: Rich) -> list[Json]:
        return [
            {"t": soft(run.text), "strong": run.strong, "link": run.link if run.link in self.known else ""}
            | ({"svg": charts.draw_shape(run.chip)} if run.chip else {})
            for run in runs
        ]

    def panel(self, panel: Panel) -> Json:
        return {
            "title": soft(panel.title),
            "colour": look.PANEL[panel.tone],
            "items": [self.rich(item) for item in panel.items],
            "empty": panel.empty or "Nothing to report.",
        }

    def facts(self, facts: Facts) -> Json:
        return {"kind": "facts", "items": [self.fact(fact) for fact in facts.items]}

    def fact(self, fact: Fact) -> Json:
        tone = look.status(fact.cell.chip.key).colour if fact.cell.chip else look.LINE
        return {"label": fact.label, "cell": self.cells.cell(fact.cell), "detail": fact.detail, "colour": tone}

    def chart(self, page: Page, chart: Picture) -> Json:
        kind = kind_of(chart)
        width = self.size[0] if kind.rows is None else ACROSS
        return {
            "anchor": self.anchor(chart.anchor),
            "title": "" if chart.anchor == page.finding else chart.title,
            "subtitle": chart.subtitle,
            "alt": chart.alt or chart.title,
            "strip": kind.rows is not None,
            "svg": draw_svg(chart, width=width, height=self.size[1]),
            "marks": [self.cells.mark(mark) for mark in kind.list_marks(chart)],
        }

    def place_cell(self, table: Table, place: int, cell: Cell) -> Json:
        """A cell, with the room it takes and the side it keeps to where they are not those of its column."""
        made = self.cells.cell(cell, len(table.columns) >= CROWDED)
        if cell.span > 1:
            made["span"] = cell.span
        if table.columns[place].kind is ColumnKind.NUMBER and not to_the_right(table.columns[place], cell):
            made["side"] = "left"
        return made

    def table(self, table: Table) -> Json:
        return {
            "kind": "table",
            "anchor": self.anchor(table.anchor),
            "caption": table.caption,
            "columns": [
                {"key": c.key, "t": c.title, "kind": c.kind, "width": c.width, "note": c.note} for c in table.columns
            ],
            "rows": [
                {
                    "anchor": self.anchor(row.anchor),
                    "heading": row.band.text if row.band else "",
                    "cells": [self.place_cell(table, place, cell) for place, cell in row.visible_cells()],
                }
                for row in table.rows
            ],
            "note": table.note,
            "empty": table.empty or "Nothing to show yet.",
        }


LAYOUTS: dict[Layout, Callable[[Content, Page], Json]] = {
    Layout.FLOW: Content.blocks,
    Layout.ONE_PAGE_A3: Content.sheet,
}

DRAW: dict[type, Callable[[Content, Page, Any], Json]] = {
    Split: lambda content, page, block: {
        "kind": "split",
        "chart": content.chart(page, block.chart),
        "facts": content.facts(block.facts)["items"],
    },
    Panels: lambda content, page, block: {"kind": "panels", "items": [content.panel(panel) for panel in block.items]},
    Facts: lambda content, page, block: content.facts(block),
    Table: lambda content, page, block: content.table(block),
    Paragraph: lambda content, page, block: {
        "kind": "paragraph",
        "lead": block.lead,
        "runs": content.rich(block.runs),
    },
    **dict.fromkeys(KINDS, lambda content, page, block: {"kind": "chart", "chart": content.chart(page, block)}),
}
"""What the template reads of each kind of block."""
