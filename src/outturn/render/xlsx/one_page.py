"""A page that prints on one A3 sheet: a table that filters, with icons and sparklines; what it comes to below it."""

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Column, Document, Facts, Page, Panel, Paragraph, Table
from outturn.render import look
from outturn.render.arrange import naming, plain_text
from outturn.render.numbers import format_of, to_stored
from outturn.render.xlsx.cells import Pen, say_cell
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import Styles
from outturn.render.xlsx.table import letters, with_bands, write_table

TOP = 5
"""The row of the table's caption: its headings are in the next."""
LETTERS = 0.8
"""Letters that a column has for each part of its width in the Document."""
BAND_WIDE = 27.0
A3 = 8


def write_one_page(
    book: xlsxwriter.Workbook, paper: Worksheet, styles: Styles, places: Places, document: Document, page: Page
) -> None:
    table, *others = [block for block in page.blocks if isinstance(block, Table)]
    columns, _ = with_bands(table)
    widths = widths_of(columns, table)
    for column, wide in widths.items():
        paper.set_column(column, column, wide)
    write_opening(paper, styles, page, widths)
    last = write_table(book, Pen(paper, styles, places, icons=True), table, TOP, widths)
    quieten(paper, styles, columns, TOP + 2, last - 1)
    for other in others:
        last = write_below(paper, styles, other, last + 1, widths)
    last = write_words(paper, styles, page, document, last + 1)
    paper.freeze_panes(TOP + 2, len(columns) - len(table.columns) + naming(table) + 1)
    print_on_one_page(paper, last, len(columns))


def widths_of(columns: tuple[Column, ...], table: Table) -> dict[int, float]:
    """As wide as in print; a band that takes a column has what its words need."""
    given = [column.width * LETTERS for column in table.columns]
    return dict(enumerate([BAND_WIDE] * (len(columns) - len(given)) + given))


def write_opening(paper: Worksheet, styles: Styles, page: Page, widths: dict[int, float]) -> None:
    """First cell: the guide; then title, sentence, and the facts beside each other."""
    paper.write_url(0, 0, "internal:'Guide'!A1", styles.get("link"), string="Guide")
    paper.set_row(1, 30)
    paper.write_string(1, 0, page.title, styles.get("title", font_size=22))
    leads = [plain_text(block.runs) for block in page.blocks if isinstance(block, Paragraph)]
    paper.write_string(2, 0, " ".join(leads), styles.get("quiet", font_size=13))
    facts = [fact for block in page.blocks if isinstance(block, Facts) for fact in block.items]
    needs = [max(letters(fact.label), letters(say_cell(fact.cell), bold=True)) for fact in facts]
    for fact, column in zip(facts, places_below(needs, widths), strict=False):
        paper.write_string(3, column, fact.label, styles.get("quiet"))
        paper.write_string(4, column, say_cell(fact.cell), styles.get("bold"))


def places_below(needs: list[float], widths: dict[int, float]) -> list[int]:
    """Under which columns of the sheet things stand that need so many letters: from the left, each with its room."""
    found, column = [], 0
    for need in needs:
        found.append(column)
        wide = 0.0
        while column < len(widths) and wide < need + 1:
            wide, column = wide + widths[column], column + 1
    return found


def write_below(paper: Worksheet, styles: Styles, table: Table, top: int, widths: dict[int, float]) -> int:
    """Below the table, so that no filter hides it. Gives the first free row."""
    paper.write_string(top, 0, table.caption, styles.get("caption"))
    columns = columns_below(table, widths)
    for place, head in zip(columns, table.columns, strict=False):
        paper.write_string(top + 1, place, head.title, styles.get("numberhead" if place else "head"))
    for at, row in enumerate(table.rows, top + 2):
        for place, cell in zip(columns, row.cells, strict=False):
            if code := format_of(cell):
                paper.write_number(
                    at, place, to_stored(cell.value or 0.0, cell.unit), styles.get("right", num_format=code)
                )
            else:
                paper.write_string(at, place, say_cell(cell))
    return top + 2 + len(table.rows)


def columns_below(table: Table, widths: dict[int, float]) -> list[int]:
    """The names of the rows run on over as many columns as they need; each figure has one that is wide enough."""
    names = max(letters(row.cells[0].text) for row in table.rows) if table.rows else 0.0
    heads = [letters(column.title, bold=True) for column in table.columns]
    found = places_below([max(heads[0], names), 0.0], widths)
    for need in heads[1:]:
        wide = (column for column in range(found[-1], len(widths)) if widths[column] >= need + 2)
        found.append(next(wide, len(widths)) + 1)
    return [found[0], *(column - 1 for column in found[2:])]


def write_words(paper: Worksheet, styles: Styles, page: Page, document: Document, top: int) -> int:
    """What the marks mean, what the sample is, and which edition this is. Gives the first free row."""
    panels = [plain_text(item) for block in page.blocks if isinstance(block, Panel) for item in block.items]
    known = f"Edition {document.edition}, as known on {document.as_known}. Definitions {document.definitions[:12]}."
    for words in filter(None, (*panels, document.sample, known)):
        paper.write_string(top, 0, words, styles.get("quiet"))
        top += 1
    return top


def quieten(paper: Worksheet, styles: Styles, columns: tuple[Column, ...], first: int, last: int) -> None:
    """What the row above says, too, is quiet: rows stay whole under any filter."""
    for place, column in enumerate(columns):
        if column.group:
            here, above = xl_rowcol_to_cell(first, place), xl_rowcol_to_cell(first - 1, place)
            style = styles.get("quiet", font_color=look.SERIES)
            rule = {"type": "formula", "criteria": f"={here}={above}", "format": style}
            paper.conditional_format(first, place, last, place, rule)


def print_on_one_page(paper: Worksheet, last: int, columns: int) -> None:
    paper.set_portrait()
    paper.set_paper(A3)
    paper.print_area(0, 0, last, columns - 1)
    paper.fit_to_pages(1, 1)
    paper.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    paper.center_horizontally()
    paper.hide_gridlines(2)
    paper.set_tab_color(look.ACCENT)
