"""The small workbook behind a native chart."""

import io
from datetime import datetime

import xlsxwriter

from outturn.core.report.pictures import Chart
from outturn.render.native import Native, serial
from outturn.render.numbers import held

FIXED = datetime(2000, 1, 1)


def new_book(stream: io.BytesIO) -> xlsxwriter.Workbook:
    """Equal content gives equal bytes: the date of making is fixed, and no text becomes a formula or a link."""
    book = xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": FIXED})
    return book


def workbook(chart: Chart, shown: Native, code: str) -> bytes:
    stream = io.BytesIO()
    book = new_book(stream)
    sheet = book.add_worksheet("Sheet1")
    numbers = book.add_format({"num_format": code})
    dates = book.add_format({"num_format": "mmm yyyy"})
    for row, day in enumerate(shown.days, 1):
        sheet.write_number(row, 0, serial(day), dates)
    for column, one in enumerate(shown.series, 1):
        sheet.write_string(0, column, one.name)
        for row, value in enumerate(one.values, 1):
            if value is not None:
                sheet.write_number(row, column, held(value, chart.unit), numbers)
    book.close()
    return stream.getvalue()
