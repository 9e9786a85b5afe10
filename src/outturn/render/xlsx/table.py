"""Tables of a sheet: real ones, with filters; figures as numbers in the format of their unit."""

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.catalogue import GLYPH
from outturn.core.report.document import Cell, Column, Row, Table
from outturn.render import look
from outturn.render.arrange import to_the_right
from outturn.render.lettering import lines, width
from outturn.render.numbers import format_of, held
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import Styles

WIDEST, WIDEST_NUMBER = 46, 20
FILTER = " ▼"
"""A heading shares its cell with the arrow of its filter."""
FAMILY_SIGN = {"common": "○", "improvement": "◆", "concern": "■", "neutral": "▲"}


BAND = "band"
"""The key of the column that holds the bands."""


def shown(cell: Cell) -> str:
    """A cell in words, its shape or arrow first."""
    if cell.chip:
        return f"{GLYPH.get(cell.chip.shape, '●')} {cell.text or cell.chip.word}"
    if cell.marks:
        return "\n".join(f"{mark_sign(mark.kind, mark.key)} {mark.word}" for mark in cell.marks)
    return f"{look.ARROW.get(cell.arrow, '')} {cell.text}".strip() if cell.arrow else cell.text


def mark_sign(kind: str, key: str) -> str:
    if kind == "assurance":
        return next((sign for word, sign in (("pass", "P"), ("fail", "F")) if word in key), "?")
    return FAMILY_SIGN[look.variation(key)]


def with_bands(table: Table) -> tuple[tuple[Column, ...], list[tuple[Row, tuple[Cell, ...]]]]:
    """Bands across a table become a column, so that rows can be sorted and filtered."""
    if not any(row.band for row in table.rows):
        return table.columns, [(row, row.cells) for row in table.rows]
    rows, band = [], ""
    for row in table.rows:
        band = row.band.name if row.band else band
        rows.append((row, (Cell(band), *row.cells)))
    return (Column(BAND, table.banded or "Group", width=16), *table.columns), rows


def write_table(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    styles: Styles,
    places: Places,
    table: Table,
    top: int,
    widths: dict[int, float],
) -> int:
    """Writes caption, headings and rows from row `top` on; gives the first free row below."""
    sheet.write_string(top, 0, table.caption, styles.get("caption"))
    if not table.rows:
        sheet.write_string(top + 1, 0, table.empty or "Nothing to show yet.", styles.get("quiet"))
        return top + 2
    columns, rows = with_bands(table)
    titles = unique([column.title for column in columns])
    head = top + 1
    heads = [
        {"header": title, "header_format": styles.get("numberhead" if column.kind == "number" else "head")}
        for title, column in zip(titles, columns, strict=True)
    ]
    last = head + len(rows)
    sheet.add_table(head, 0, last, len(columns) - 1, {"columns": heads, "style": None, "name": table_name(book)})
    for number, (_, cells) in enumerate(rows, head + 1):
        name = next((cell.text for cell in cells[1:] if columns[0].key == BAND), cells[0].text)
        for column, cell in enumerate(cells):
            write_cell(sheet, styles, places, number, column, cell, columns[column], name)
    chips(sheet, styles, columns, rows, head + 1)
    set_height(sheet, head, tuple(Cell(f"{title}{FILTER}") for title in titles), widths)
    for number, (_, cells) in enumerate(rows, head + 1):
        set_height(sheet, number, cells, widths)
    return last + 1


def widen(table: Table, widths: dict[int, float]) -> None:
    """Widths that the columns of a sheet need for this table."""
    if table.rows:
        columns, rows = with_bands(table)
        fit(columns, [cells for _, cells in rows], widths)


def table_name(book: xlsxwriter.Workbook) -> str:
    """Names of tables are unique in a workbook."""
    book.tables_made = getattr(book, "tables_made", 0) + 1
    return f"Table_{book.tables_made}"


def unique(titles: list[str]) -> list[str]:
    """Headings of a real table may not repeat, nor be empty."""
    found: list[str] = []
    for title in titles:
        wish, number = " ".join(title.split())[:250] or "Column", 2
        name = wish
        while name.casefold() in {other.casefold() for other in found}:
            name, number = f"{wish} {number}", number + 1
        found.append(name)
    return found


def write_cell(
    sheet: Worksheet, styles: Styles, places: Places, row: int, column: int, cell: Cell, kind: Column, name: str
) -> None:
    code = format_of(cell)
    if code:
        sheet.write_number(row, column, held(cell.value or 0.0, cell.unit), styles.get("right", num_format=code))
    elif any(value is not None for value in cell.trend) and places.trends:
        sheet.write_blank(row, column, None, styles.get("text"))
        sheet.add_sparkline(row, column, {
            "range": places.keep_trend(name, cell), "series_color": look.SERIES, "last_point": True,
            "last_color": look.ACCENT,
            "weight": 1.5,
        })  # fmt: skip
    elif link := places.link(cell.link):
        sheet.write_url(row, column, link, styles.get("tablelink"), string=shown(cell)[:32_000] or "Open")
    else:
        colour = look.MOVEMENT.get(cell.tone, look.INK)
        over = {"text_wrap": False} if cell.span > 1 else {}  # it runs on over the empty cells behind it
        style = styles.get("right" if to_the_right(kind, cell) else "text", font_color=colour, **over)
        if words := shown(cell)[:32_000]:
            sheet.write_string(row, column, words, style)
        else:
            sheet.write_blank(row, column, None, style)
    if cell.note:
        sheet.write_comment(row, column, cell.note[:1_000], {"author": "Outturn", "x_scale": 2})


def chips(sheet: Worksheet, styles: Styles, columns, rows, first: int) -> None:
    """Ratings coloured by their word, wherever they are sorted to."""
    for place in range(len(columns)):
        kinds = {shown(cells[place]): cells[place].chip.key for _, cells in rows if cells[place].chip}
        for words, key in sorted(kinds.items()):
            tone = look.status(key)
            style = styles.get("bold", bg_color=tone.pale, font_color=tone.text)
            rule = {"type": "cell", "criteria": "==", "value": '"' + words.replace('"', '""') + '"', "format": style}
            sheet.conditional_format(first, place, first + len(rows) - 1, place, rule)


def fit(columns: tuple[Column, ...], rows: list[tuple[Cell, ...]], widths: dict[int, float]) -> None:
    """Widens the sheet's columns to what stands in them, up to a limit beyond which text wraps."""
    for place, column in enumerate(columns):
        own = [cells[place] for cells in rows if cells[place].span == 1] if column.kind != "trend" else []
        words = [line for cell in own for line in shown(cell).split("\n")]
        heading = max((letters(word, bold=True) for word in column.title.split()), default=0) + 3
        need = max([heading, 18 if column.kind == "trend" else 7, *(letters(word) for word in words)])
        widths[place] = max(widths.get(place, 0), min(need + 2.8, WIDEST_NUMBER if column.kind == "number" else WIDEST))


def set_height(sheet: Worksheet, row: int, cells: tuple[Cell, ...], widths: dict[int, float]) -> None:
    """Rows whose text wraps are made tall enough; the others keep the height of the sheet."""
    own = [(place, cell) for place, cell in enumerate(cells) if cell.span == 1]
    most = max(lines(shown(cell), 10, (widths[place] - 1.4) * width("0", 10)) for place, cell in own)
    if any(value is not None for cell in cells for value in cell.trend):
        most = max(most, 1.4)
    if most > 1:
        sheet.set_row(row, most * 13.5 + 3)


def letters(text: str, bold: bool = False) -> float:
    """Width in the unit of spreadsheet columns: digits of the default type."""
    return width(text, 10, bold) / width("0", 10)
