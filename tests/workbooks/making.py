"""Workbooks for the tests: an analyst's, and hostile ones made by hand."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import xlsxwriter
from xlsxwriter.workbook import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    """A workbook that the function fills."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        fill(book)
    return stream.getvalue()


def analysts(book: Workbook) -> None:
    """Title rows, a merged heading of two rows, dates across, actual and plan under each other, notes, a guide that
    is hidden."""
    percent = book.add_format({"num_format": "0.0%"})
    month = book.add_format({"num_format": "mmm-yy"})
    clock = book.add_format({"num_format": "[h]:mm:ss"})
    thousands = book.add_format({"num_format": "#,##0"})
    sheet = book.add_worksheet("Dashboard")
    sheet.write(0, 0, "Performance dashboard")
    sheet.write(1, 0, "Prepared monthly; see guide")
    sheet.merge_range(3, 0, 4, 0, "Indicator")
    sheet.merge_range(3, 1, 4, 1, "Series")
    sheet.merge_range(3, 2, 3, 4, "2024/25")
    for n, day in enumerate((date(2024, 8, 1), date(2024, 9, 1), date(2024, 10, 1))):
        sheet.write_datetime(4, 2 + n, day, month)
    sheet.write(3, 5, "Comment")
    sheet.write(5, 0, "Urgent and emergency care")
    sheet.write_row(6, 0, ["A&E 4 hours", "Actual"])
    sheet.write_row(6, 2, [0.594, 0.581, 0.567], percent)
    sheet.write_row(7, 0, ["", "Plan"])
    sheet.write_row(7, 2, [0.583, 0.573, 0.563], percent)
    sheet.write_row(8, 0, ["Category 2", "Actual"])
    sheet.write_row(8, 2, [2291 / 86400, 3000 / 86400, 3937 / 86400], clock)
    sheet.write_row(9, 0, ["Dental units", "Actual", "", 356536, "n/a", "quarterly"], thousands)
    sheet.write_row(11, 0, ["Source: local systems"])
    guide = book.add_worksheet("Guide")
    guide.write(0, 0, "How to fill this in")
    guide.hide()


def plain_sheet(rows: list[list[object]], number_format: str = "") -> bytes:
    def fill(book: Workbook) -> None:
        form = book.add_format({"num_format": number_format}) if number_format else None
        sheet = book.add_worksheet("Data")
        for n, row in enumerate(rows):
            for m, value in enumerate(row):
                sheet.write(n, m, value, form if isinstance(value, (int, float)) else None)

    return workbook(fill)


def by_hand(rows: str, *, extra: dict[str, bytes] | None = None, dimension: str = "A1:B2", prolog: str = "") -> bytes:
    """A workbook with this XML inside its sheetData."""
    head = f'<?xml version="1.0" encoding="UTF-8"?>{prolog}'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{MAIN}" xmlns:r="{relation}"><sheets>'
        '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{head}<Relationships "
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{head}<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/>'
        f"<sheetData>{rows}</sheetData></worksheet>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return stream.getvalue()


def text_cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'
