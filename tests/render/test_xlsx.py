"""The report as a workbook: numbers as numbers, text as text, everything linked and ready to print."""

import io
import warnings

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from render.drawn import HOSTILE

from outturn.render.numbers import number_format, to_stored
from outturn.render.xlsx.names import sheet_names


@pytest.fixture(scope="module")
def book(drawn):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(drawn["report.xlsx"]))


def cells(book):
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_every_figure_is_there_as_a_number(drawn, paper):
    book = CalamineWorkbook.from_filelike(io.BytesIO(drawn["report.xlsx"]))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    numbers = {round(value, 9) for row in rows for value in row if isinstance(value, int | float)}
    times = {value.total_seconds() for row in rows for value in row if hasattr(value, "total_seconds")}
    words = {value for row in rows for value in row if isinstance(value, str)}
    missing = [
        cell.key
        for _, _, cell in paper.figures()
        if cell.text not in words
        and (cell.value is None or round(to_stored(cell.value, cell.unit), 9) not in numbers)
        and cell.value not in times
    ]
    assert missing == []


def test_no_cell_is_a_formula(book):
    assert [cell.coordinate for cell in cells(book) if cell.data_type == "f"] == []
    assert any(cell.value == HOSTILE for cell in cells(book))


def test_it_opens_on_a_guide_that_leads_to_every_sheet(book, paper):
    assert book.active.title == "Guide"
    targets = {cell.hyperlink.location for row in book["Guide"].iter_rows() for cell in row if cell.hyperlink}
    assert len(targets) == len(paper.pages)


def test_the_first_cell_of_a_measure_leads_back_to_its_row(book):
    sheet = next(sheet for sheet in book.worksheets if str(sheet["A2"].value).startswith("Waits"))
    where, cell = sheet["A1"].hyperlink.location.split("!")
    assert where == "'One of two is off plan'"
    assert book["One of two is off plan"][cell].value == "Waits"


def test_tables_are_real_with_filters_and_frozen_headings(book):
    sheet = book["One of two is off plan"]
    table = next(iter(sheet.tables.values()))
    assert table.autoFilter is not None and sheet.freeze_panes
    assert [column.name for column in table.tableColumns][:3] == ["Group", "Priority", "Rating"]


def test_every_sheet_is_set_up_for_print(book):
    assert all(
        sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9 for sheet in book.worksheets
    )


def test_charts_are_native(drawn):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(drawn["report.xlsx"]))
    assert sum(len(sheet._charts) for sheet in book.worksheets) == 9  # eight with values, one of ranks


def test_a_time_reads_back_as_it_was():
    assert all(round(to_stored(float(seconds), "duration") * 86_400) == seconds for seconds in range(0, 400_000, 97))
    assert number_format("duration", 0) == "[h]:mm:ss"


def test_names_of_sheets_are_legal_unique_and_short():
    wishes = [
        "A&E: waits/[four] hours?",
        "a&e waits four hours",
        "",
        "'quoted'",
        "History",
        "x" * 40,
        "x" * 40,
        "Guide",
        "🚑" * 30,
    ]
    names = sheet_names(wishes, ("Guide",))
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert "history" not in {name.casefold() for name in names}
    assert names[0] == "A&E waits four hours" and names[1] == "a&e waits four hours 2"
