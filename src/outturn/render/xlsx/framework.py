"""The one-page framework as a sheet: a table that filters, icons by rule, notes, sparklines; one A3 page in print."""

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Cell, Document, Facts, Page, Panel, Paragraph, Row, Table
from outturn.render import look
from outturn.render.lettering import lines, width
from outturn.render.numbers import format_of, held, number_format
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import Styles

HEAD = 6
TALL = 17.0
A3 = 8
WIDTHS = (27, 34, 5.5, 58, 14, 10.5, 12.5, 12, 12.5, 10, 26, 27, 9)
SECTION, THEME, NUMBER, MEASURE, SUB, LATEST, TARGET, CHIP, MOVE, GOOD, TREND, LEAD, UPDATED = range(13)
MET = {"green": 1, "red": 0}
STEPS = {"up": 1, "same": 0, "down": -1}
THIN = {"bottom": 1, "bottom_color": look.LINE, "font_size": 10}
ICONS = {
    CHIP: {"type": "icon_set", "icon_style": "3_signs", "icons": [
        {"criteria": ">=", "type": "number", "value": 1}, {"criteria": ">=", "type": "number", "value": 0.5}]},
    MOVE: {"type": "icon_set", "icon_style": "3_arrows_gray", "icons": [
        {"criteria": ">=", "type": "number", "value": 1}, {"criteria": ">=", "type": "number", "value": 0}]},
}  # fmt: skip


def write_framework(
    book: xlsxwriter.Workbook, paper: Worksheet, styles: Styles, places: Places, document: Document, page: Page
) -> None:
    tables = [block for block in page.blocks if isinstance(block, Table)]
    for column, wide in enumerate(WIDTHS):
        paper.set_column(column, column, wide)
    write_opening(paper, styles, page)
    last = write_rows(paper, styles, places, tables[0])
    rules(paper, styles, last)
    last = write_totals(paper, styles, tables[1], last + 2)
    last = write_legend(paper, styles, page, document, last + 1)
    paper.freeze_panes(HEAD + 1, MEASURE + 1)
    print_on_one_page(paper, last)


def write_opening(paper: Worksheet, styles: Styles, page: Page) -> None:
    """First cell: the guide; then title, sentence and the title block."""
    paper.write_url(0, 0, "internal:'Guide'!A1", styles.get("link"), string="Guide")
    paper.set_row(1, 30)
    paper.write_string(1, 0, page.title, styles.get("title", font_size=22))
    lead = next((block for block in page.blocks if isinstance(block, Paragraph)), None)
    paper.write_string(2, 0, "".join(run.text for run in lead.runs) if lead else "", styles.get("quiet", font_size=13))
    facts = next((block for block in page.blocks if isinstance(block, Facts)), Facts(()))
    for fact, column in zip(facts.items, (SECTION, THEME, MEASURE, SUB, CHIP, LEAD), strict=False):
        paper.write_string(3, column, fact.label, styles.get("quiet"))
        paper.write_string(4, column, fact.cell.text, styles.get("bold"))


def write_rows(paper: Worksheet, styles: Styles, places: Places, table: Table) -> int:
    """One row each, section and theme in every one, so that any filter leaves whole rows. Gives the last row."""
    titles = ("Section", *(column.title for column in table.columns))
    for column, title in enumerate(titles):
        right = column in (LATEST, TARGET)
        paper.write_string(HEAD, column, title, styles.get("numberhead" if right else "head"))
    paper.set_row(HEAD, 34)
    band, at = "", HEAD
    for at, row in enumerate(table.rows, HEAD + 1):
        band = row.band.name if row.band else band
        write_row(paper, styles, places, at, band, row)
    paper.autofilter(HEAD, 0, at, len(titles) - 1)
    return at


def write_row(paper: Worksheet, styles: Styles, places: Places, at: int, band: str, row: Row) -> None:
    cells = (Cell(band), *row.cells)
    if row.anchor:
        places.cells[row.anchor] = xl_rowcol_to_cell(at, MEASURE)
    for column, cell in enumerate(cells):
        write_cell(paper, styles, places, at, column, cell, cells)
        if cell.note:
            paper.write_comment(at, column, cell.note[:1_000], {"author": "Outturn", "x_scale": 2})
    room = [(WIDTHS[column] - 1) * width("0", 10) for column in (SECTION, THEME, MEASURE, LEAD)]
    words = [cells[column].text for column in (SECTION, THEME, MEASURE, LEAD)]
    paper.set_row(at, max(TALL, 4 + 12.5 * max(lines(*pair) for pair in zip(words, [10] * 4, room, strict=True))))


def write_cell(paper: Worksheet, styles: Styles, places: Places, at: int, column: int, cell: Cell, row: tuple) -> None:
    plain = styles.get("text", **THIN)
    if column == LATEST and (code := format_of(cell)):
        form = styles.get("right", num_format=code, bold=True)
        paper.write_number(at, column, held(cell.value or 0.0, cell.unit), form)
    elif column == TARGET and cell.value is not None:
        paper.write_number(at, column, held(cell.value, cell.unit), styles.get("right", num_format=with_operator(cell)))
    elif column == CHIP and cell.chip and cell.chip.key in MET:
        form = styles.get("text", **THIN, num_format='"Met";;"Not met"', align="left")
        paper.write_number(at, column, MET[cell.chip.key], form)
    elif column == MOVE and cell.arrow:
        form = styles.get("text", **THIN, num_format=f'"{cell.text}";"{cell.text}";"{cell.text}"', align="left",
                          font_color=look.MOVEMENT[cell.tone])  # fmt: skip
        paper.write_number(at, column, STEPS[cell.arrow], form)
    elif column == MEASURE and (link := places.link(cell.link)):
        paper.write_url(at, column, link, styles.get("tablelink"), string=cell.text)
    elif column == TREND and cell.letters:
        write_letters(paper, styles, at, cell)
    elif column == TREND and cell.trend and places.trends:
        paper.write_blank(at, column, None, plain)
        name = f"{row[NUMBER].text} {row[SUB].text} {row[MEASURE].text}"
        paper.add_sparkline(at, column, {"range": places.keep_trend(name, cell), "series_color": look.SERIES,
                                         "last_point": True, "last_color": look.ACCENT, "weight": 1.5})  # fmt: skip
    elif column in (LATEST, TARGET):
        paper.write_string(at, column, cell.text, styles.get("right", bold=column == LATEST))
    else:
        arrow = look.ARROW[cell.arrow]
        paper.write_string(at, column, f"{arrow} {cell.text}".strip(), plain)


def with_operator(cell: Cell) -> str:
    """`"> "0.0`: the figure stays a number, the operator and the mark stand before and after it."""
    sign, _, rest = cell.text.partition(" ")
    mark = rest[-1:] if rest[-1:] in "†‡" else ""
    code = number_format(cell.unit, cell.decimals, cell.scale).split(";")[0]
    return f'"{sign} "{code}' + (f'"{mark}"' if mark else "")


def write_letters(paper: Worksheet, styles: Styles, at: int, cell: Cell) -> None:
    """Letters of grades, each in the colour of its state."""
    parts: list = []
    for chip in cell.letters:
        parts += [styles.get("bold", font_color=look.status(chip.key).text), f"{chip.letter} "]
    paper.write_rich_string(at, TREND, *parts, styles.get("text", **THIN))


def rules(paper: Worksheet, styles: Styles, last: int) -> None:
    """Icons by the figure; a section or theme that says what the row above says is quiet."""
    first = HEAD + 1
    for column, rule in ICONS.items():
        paper.conditional_format(first, column, last, column, rule)
    for key, value in MET.items():
        tone = look.status(key)
        style = styles.get("bold", font_color=tone.text)
        rule = {"type": "cell", "criteria": "==", "value": value, "format": style}
        paper.conditional_format(first, CHIP, last, CHIP, rule)
    for column in (SECTION, THEME, NUMBER):
        here, above = xl_rowcol_to_cell(first, column), xl_rowcol_to_cell(first - 1, column)
        rule = {"type": "formula", "criteria": f"={here}={above}", "format": styles.get("quiet", font_color="#9AA5AD")}
        paper.conditional_format(first, column, last, column, rule)


TOTAL_COLUMNS = (SECTION, MEASURE, LATEST, TARGET, CHIP, MOVE)


def write_totals(paper: Worksheet, styles: Styles, table: Table, top: int) -> int:
    """Totals by section, below the table, so that a filter does not hide them."""
    paper.write_string(top, 0, table.caption, styles.get("caption"))
    for column, head in zip(TOTAL_COLUMNS, table.columns, strict=True):
        paper.write_string(top + 1, column, head.title, styles.get("head" if column == SECTION else "numberhead"))
    for at, row in enumerate(table.rows, top + 2):
        for column, cell in zip(TOTAL_COLUMNS, row.cells, strict=True):
            if cell.value is None:
                paper.write_string(at, column, cell.text)
            else:
                paper.write_number(at, column, cell.value, styles.get("right", num_format="0"))
    return top + 2 + len(table.rows)


def write_legend(paper: Worksheet, styles: Styles, page: Page, document: Document, top: int) -> int:
    panel = next((block for block in page.blocks if isinstance(block, Panel)), None)
    said = ["".join(run.text for run in item) for item in panel.items] if panel else []
    known = f"Edition {document.edition}, as known on {document.as_known}. Definitions {document.definitions[:12]}."
    for words in filter(None, (*said, document.sample, known)):
        paper.write_string(top, 0, words, styles.get("quiet"))
        top += 1
    return top


def print_on_one_page(paper: Worksheet, last: int) -> None:
    paper.set_portrait()
    paper.set_paper(A3)
    paper.print_area(0, 0, last, len(WIDTHS) - 1)
    paper.fit_to_pages(1, 1)
    paper.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.4)
    paper.center_horizontally()
    paper.hide_gridlines(2)
    paper.set_tab_color(look.ACCENT)
