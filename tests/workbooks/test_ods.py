"""OpenDocument workbooks: read as they look, and refused before their repeated cells fill the memory."""

import io
import zipfile

import pytest
from workbooks.test_workbooks import LONG, UNITS, little_memory

from outturn.core.intake import Intake, UnitInfo, read_file
from outturn.core.units import Unit
from outturn.workbooks.ods import parse_ods_time
from outturn.workbooks.opening import open_file

__all__ = ["little_memory"]
HEAD = "".join(
    f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>' for name in "ipv"
)
HEADING = f"<table:table-row>{HEAD}</table:table-row>"
NAMES = "".join(
    f'<table:table-cell office:value-type="string"><text:p>{name}</text:p></table:table-cell>'
    for name in ("ae-4h", "Oct 2024")
)


def ods(rows: str, *, manifest: str = "", tables: str = "") -> bytes:
    """An ODS file with these rows in the sheet Data, and other tables."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{rows}</table:table>{tables}</office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        archive.writestr("content.xml", content)
    return stream.getvalue()


def read(data: bytes) -> Intake:
    return read_file(open_file("book.ods", data), LONG, units=UNITS)


def sentences(intake: Intake) -> list[str]:
    return [problem.sentence for problem in intake.problems]


def number(value: str, shown: str, kind: str = "float") -> str:
    cell = f'<table:table-cell office:value-type="{kind}" office:value="{value}">'
    return f"{cell}<text:p>{shown}</text:p></table:table-cell>"


def row(cell: str) -> str:
    return f"<table:table-row>{NAMES}{cell}</table:table-row>"


def test_a_figure_is_read_as_it_is_stored_and_kept_as_it_looks() -> None:
    intake = read(ods(HEADING + row(number("0.56712", "56.7%", "percentage"))))
    assert sentences(intake) == []
    assert intake.values.select("value", "printed").rows() == [(56.712, "56.7%")]
    thousands = read(ods(HEADING + row(number("57.25", "57.3")).replace("ae-4h", "x")))
    assert thousands.values.select("value", "printed").rows() == [(57.25, "57.3")]


def test_empty_cells_to_the_end_of_the_sheet_are_of_no_consequence(little_memory: None) -> None:
    rest = '<table:table-cell table:number-columns-repeated="16381"/>'
    cells = '<table:table-cell table:number-columns-repeated="16384"/>'
    end = f'<table:table-row table:number-rows-repeated="1048574">{cells}</table:table-row>'
    assert read(ods(HEADING + row(number("57.1", "57.1") + rest) + end)).values["value"].to_list() == [57.1]


@pytest.mark.parametrize(
    ("repeated", "reach"),
    [
        (
            '<table:table-row table:number-rows-repeated="1048000">CELL</table:table-row>',
            "row 1,048,002 and column 16,384",
        ),
        (
            '<table:table-row table:number-rows-repeated="900000000"><table:table-cell/></table:table-row>'
            "<table:table-row>ONE</table:table-row>",
            "row 900,000,003 and column 3",
        ),
    ],
)
def test_cells_repeated_without_end_are_refused(repeated: str, reach: str, little_memory: None) -> None:
    one = number("1", "1")
    many = one.replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" ')
    rows = HEADING + row(one) + repeated.replace("CELL", many).replace("ONE", one)
    (sentence,) = sentences(read(ods(rows)))
    assert sentence.startswith(f"A sheet of the workbook reaches at least to {reach}.")


def test_a_formula_without_its_result_is_not_taken_for_an_empty_cell() -> None:
    cell = '<table:table-cell table:formula="of:=1+1"/>'
    assert sentences(read(ods(HEADING + row(cell)))) == [
        "Sheet 'Data', row 2, column 'v': The formula was saved without its result. "
        "Open the workbook in a spreadsheet program and save it."
    ]


def test_a_note_on_a_cell_is_no_part_of_what_it_shows() -> None:
    note = "<office:annotation><text:p>checked twice</text:p></office:annotation>"
    cell = number("0.5", "50%", "percentage").replace("<text:p>", f"{note}<text:p>", 1)
    assert read(ods(HEADING + row(cell))).values.select("value", "printed").rows() == [(50.0, "50%")]


def test_a_password_is_said() -> None:
    protected = ods(HEADING, manifest="<manifest:encryption-data/>")
    assert sentences(read(protected)) == [
        "The workbook is protected by a password. Take the password off and save it again."
    ]


@pytest.mark.parametrize("said", ["#DIV/0!", "#N/A"])
def test_a_formula_that_failed_is_a_problem_and_no_empty_cell(said: str) -> None:
    """LibreOffice keeps it as an empty text, with the error to look at."""
    cell = '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="">'
    data = ods(HEADING + row(f"{cell}<text:p>{said}</text:p></table:table-cell>"))
    assert sentences(read(data)) == [
        f"Sheet 'Data', row 2, column 'v': '{said}' is a formula that failed. "
        "Correct it in the workbook and save it again."
    ]


@pytest.mark.parametrize(
    ("time", "meant"), [("PT30H05M00S", 108_300), ("PT00H29M08S", 1_748), ("P1DT2H", 93_600), ("-PT0H10M", -600)]
)
def test_a_span_of_time_is_read_however_long_it_is(time: str, meant: float) -> None:
    assert parse_ods_time(time) == meant
    cell = f'<table:table-cell office:value-type="time" office:time-value="{time}"/>'
    units = {"ae-4h": UnitInfo(Unit.DURATION)}
    intake = read_file(open_file("book.ods", ods(HEADING + row(cell))), LONG, units=units)
    assert intake.values["value"].to_list() == [meant]


@pytest.mark.parametrize(
    ("stored", "shown", "meant"),
    [
        ("67490000", "£67,490k", 67_490.0),
        ("-1430000", "(£1.43m)", -1_430.0),
        ("67490", "67,490", 67_490.0),
        ("67490000", "67,490", 67_490.0),
        ("12", "£12k", 12.0),
        ("0.2", "0", 0.2),
    ],
)
def test_money_shown_in_thousands_is_read_as_it_looks(stored: str, shown: str, meant: float) -> None:
    """As in XLSX: £67,490k was read as 67,490,000 thousand."""
    units = {"ae-4h": UnitInfo(Unit.MONEY, scale="k")}
    data = ods(HEADING + row(number(stored, shown, "currency")))
    assert read_file(open_file("book.ods", data), LONG, units=units).values["value"].to_list() == [meant]
