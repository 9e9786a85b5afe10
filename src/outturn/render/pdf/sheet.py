"""A page that is to stand on one sheet, as the A3 template reads it: its table, with what stands above and below."""

from collections.abc import Callable, Iterator
from typing import Any

from outturn.core.report.document import Cell, ColumnKind, Facts, Page, Panel, Paragraph, Row, Run, Table
from outturn.render import charts, look
from outturn.render.arrange import bands, plain_text, span_rows
from outturn.render.pdf.cells import Cells, soft

Json = dict[str, Any]
QUIET_EDGE = "#9AA5AD"
"""Sixty red lines would shout over the markers, which say the same."""
SIDES = {ColumnKind.NUMBER: "right", ColumnKind.TICK: "center"}


def sheet(page: Page, cells: Cells, anchor: Callable[[str], str]) -> Json:
    """`anchor` gives the place that links lead to, once."""
    table = next(block for block in page.blocks if isinstance(block, Table))
    facts = [fact for block in page.blocks if isinstance(block, Facts) for fact in block.items]
    leads = [block for block in page.blocks if isinstance(block, Paragraph)]
    panels = [block for block in page.blocks if isinstance(block, Panel)]
    return {
        "sentence": soft(" ".join(plain_text(lead.runs) for lead in leads)),
        "facts": [{"label": fact.label, "words": soft(fact.cell.text)} for fact in facts],
        "columns": [heading(table, place) for place in range(len(table.columns))],
        "sections": [
            {"name": band.name, "total": band.total, "rows": list(lines(table, rows, cells, anchor))}
            for band, rows in bands(table)
        ],
        "legend": [legend_item(run) for panel in panels for item in panel.items for run in item],
    }


def heading(table: Table, place: int) -> Json:
    """`units`: some figure of the column has its unit beside it, and so all keep room for one."""
    column = table.columns[place]
    return {
        "t": column.title, "kind": column.kind, "side": SIDES.get(column.kind, "left"), "width": column.width,
        "strong": column.strong, "group": column.group, "units": any(row.cells[place].unit_words for row in table.rows),
    }  # fmt: skip


def legend_item(run: Run) -> Json:
    """The shape of a state is drawn in its colour."""
    tone = look.status(run.chip.key).colour if run.chip else ""
    return {"words": soft(run.text), "shape": run.chip.shape if run.chip else "", "colour": tone}


def lines(table: Table, rows: list[Row], cells: Cells, anchor: Callable[[str], str]) -> Iterator[list[Json]]:
    """The cells that begin in each row, each with the rows that it stands for, and the group that ends below it. The
    first of them is where links to the row lead.
    """
    tall = span_rows(table, rows)
    for place, row in enumerate(rows):
        made = []
        for number, cell in row.visible_cells():
            if rowspan := tall[place][number]:
                links = {below.cells[number].link for below in rows[place : place + rowspan]} & cells.known
                made.append(
                    figure(cell)
                    | {"column": number, "rows": rowspan, "across": cell.span, "anchor": ""}
                    | {"ends": ending(table, tall, place + rowspan), "link": cell.link if links == {cell.link} else ""}
                )
        made[0]["anchor"] = anchor(row.anchor)
        yield made


def ending(table: Table, tall: list[list[int]], below: int) -> int:
    """The first group that ends above the row: 1 for the widest; 0 where none does."""
    if below == len(tall):
        return 1
    begun = [column.group for column, span in zip(table.columns, tall[below], strict=True) if column.group and span]
    return min(begun, default=0)


def figure(cell: Cell) -> Json:
    """Only what is there: most cells are one text."""
    made: Json = {"t": soft(cell.text), "unit": cell.unit_words, "number": cell.value is not None}
    if cell.chip:
        made["chip"] = {"shape": cell.chip.shape, "colour": look.status(cell.chip.key).colour}
    elif cell.letters:
        made["letters"] = [
            {"letter": chip.letter, "colour": look.status(chip.key).colour, "ink": look.status(chip.key).ink}
            for chip in cell.letters
        ]
    elif any(value is not None for value in cell.trend):
        made["trend"] = charts.draw_sparkline(
            cell.trend, cell.trend_target, cell.trend_good, width=132, height=18, edge=QUIET_EDGE
        )
    elif cell.arrow or cell.tone:
        made["arrow"], made["colour"] = look.ARROW[cell.arrow], look.MOVEMENT[cell.tone]
    return made
