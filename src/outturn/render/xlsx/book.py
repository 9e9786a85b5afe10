"""Makes the workbook: guide first, then a sheet for each page, then the numbers behind charts and sparklines."""

import io
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from outturn.core.report.document import Document, Layout, Page, Table
from outturn.render import look
from outturn.render.manners import PLAIN, manner_of
from outturn.render.pictures import keeps_columns
from outturn.render.xlsx.guide import write_guide
from outturn.render.xlsx.names import sheet_names
from outturn.render.xlsx.one_page import write_one_page
from outturn.render.xlsx.page import write_page
from outturn.render.xlsx.places import Places
from outturn.render.xlsx.styles import Styles

FIXED = datetime(2000, 1, 1)
GUIDE, CHARTS, TRENDS = "Guide", "Chart data", "Trends"


def xlsx(document: Document) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(
        stream,
        {
            "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
            "default_format_properties": {"font_name": look.OFFICE_FONT, "font_size": 10},
        },
    )  # fmt: skip
    book.set_properties(
        {"title": document.title, "subject": document.period, "author": document.organisation, "created": FIXED}
    )
    names = sheet_names([page.sheet or page.title for page in document.pages], (GUIDE, CHARTS, TRENDS))
    guide = book.add_worksheet(GUIDE)
    sheets = [book.add_worksheet(name) for name in names]
    styles = Styles(book)
    places = Places(document, names)
    places.open_data(book, styles, CHARTS if has_pictures(document) else "", TRENDS if has_trends(document) else "")
    write_guide(guide, styles, document, names)
    set_up_print(guide, document, None)
    for page, sheet in zip(document.pages, sheets, strict=True):
        WRITE[page.layout](book, sheet, styles, places, document, page)
    guide.activate()
    book.close()
    return stream.getvalue()


def has_pictures(document: Document) -> bool:
    return any(keeps_columns(block) for page in document.pages for block in page.blocks)


def has_trends(document: Document) -> bool:
    tables = (block for page in document.pages for block in page.blocks if isinstance(block, Table))
    return any(cell.trend for table in tables for row in table.rows for cell in row.cells)


def write_flowing(
    book: xlsxwriter.Workbook, sheet: Worksheet, styles: Styles, places: Places, document: Document, page: Page
) -> None:
    write_page(book, sheet, styles, places, page)
    set_up_print(sheet, document, page)


WRITE = {Layout.FLOW: write_flowing, Layout.ONE_PAGE_A3: write_one_page}


def set_up_print(sheet: Worksheet, document: Document, page: Page | None) -> None:
    """A4 landscape, one page wide, headings and page numbers on every sheet."""
    manner = manner_of(page) if page else PLAIN
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1 if manner.close else 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    head = (page.section or page.title) if page else "Guide"
    sheet.set_header(fitting(f"&L&9{plain(document.title)}&R&9{plain(head)}"))
    sheet.set_footer(
        fitting(
            f"&L&9{plain(document.period)}, edition {plain(document.edition)}, as known "
            f"on {plain(document.as_known)}&R&9Page &P of &N"
        )
    )
    sheet.hide_gridlines(2)
    if manner.tab:
        sheet.set_tab_color(manner.tab)


def plain(text: str) -> str:
    """Ampersands are commands in headers; lines are cut so that the whole stays legal."""
    return text.replace("&", "&&")[:90].removesuffix("&") if text.count("&") % 2 else text.replace("&", "&&")[:90]


def fitting(text: str) -> str:
    return text if len(text) <= 255 else text[:255]
