"""The small workbook behind a native chart."""

import io
from datetime import datetime

import xlsxwriter

from outturn.render.native import Column

FIXED = datetime(2000, 1, 1)


def new_book(stream: io.BytesIO) -> xlsxwriter.Workbook:
    """Equal content gives equal bytes: the date of making is fixed, and no text becomes a formula or a link."""
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": FIXED})
    return book


def workbook(columns: list[Column]) -> bytes:
    """Headings in the first row, cells below."""
    stream = io.BytesIO()
    book = new_book(stream)
    sheet = book.add_worksheet("Sheet1")
    for place, column in enumerate(columns):
        form = book.add_format({"num_format": column.code}) if column.code else None
        sheet.write_string(0, place, column.title)
        for row, cell in enumerate(column.cells, 1):
            if isinstance(cell, str):
                sheet.write_string(row, place, cell)
            elif cell is not None:
                sheet.write_number(row, place, cell, form)
    book.close()
    return stream.getvalue()
