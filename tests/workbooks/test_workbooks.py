"""Workbooks: an analyst's is read as it looks, a hostile one is refused before it can do harm."""

import resource
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from workbooks.making import analysts, by_hand, plain_sheet, text_cell, workbook
from xlsxwriter.workbook import Workbook

from outturn.core.intake import Answers, Intake, Layout, PeriodColumns, UnitInfo, ValueColumn, read_file
from outturn.core.intake.formats import exact, print_cell
from outturn.core.periods import PeriodKind
from outturn.core.units import Unit
from outturn.workbooks.opening import open_file

UNITS = {
    "ae-4h": UnitInfo(Unit.PERCENT, period_kind=PeriodKind.MONTH),
    "response": UnitInfo(Unit.DURATION, period_kind=PeriodKind.MONTH),
    "dental": UnitInfo(Unit.COUNT, period_kind=PeriodKind.QUARTER),
    "x": UnitInfo(Unit.COUNT, period_kind=PeriodKind.MONTH),
}
ACROSS = Layout(
    "dashboard",
    shape="wide",
    heading_rows=2,
    indicator="Indicator",
    slugs={"A&E 4 hours": "ae-4h", "Category 2": "response", "Dental units": "dental"},
    fixed_area="llr-icb",
    role="Series",
    roles={"Actual": "actual", "Plan": "plan"},
    fill_down=("Indicator",),
    ignore=("Comment",),
)
LONG = Layout("long", indicator="i", fixed_area="llr-icb", period=PeriodColumns(label="p"), values=(ValueColumn("v"),))
HEADING = f'<row r="1">{text_cell("A1", "i")}{text_cell("B1", "p")}{text_cell("C1", "v")}</row>'
NAMES = text_cell("A2", "x") + text_cell("B2", "Oct 2024")


def read(data: bytes, layout: Layout = LONG, **known: object) -> Intake:
    return read_file(open_file("book.xlsx", data), layout, units=UNITS, **known)  # type: ignore[arg-type]


def sentences(intake: Intake) -> list[str]:
    return [problem.sentence for problem in intake.problems]


def test_an_analysts_workbook_is_read_as_it_looks() -> None:
    intake = read(workbook(analysts), ACROSS)
    assert sentences(intake) == []
    columns = ("indicator", "role", "period_kind", "end", "value", "state", "printed")
    assert intake.values.select(columns).rows() == [
        ("ae-4h", "actual", "month", date(2024, 8, 31), 59.4, "known", "59.4%"),
        ("ae-4h", "actual", "month", date(2024, 9, 30), 58.1, "known", "58.1%"),
        ("ae-4h", "actual", "month", date(2024, 10, 31), 56.7, "known", "56.7%"),
        ("ae-4h", "plan", "month", date(2024, 8, 31), 58.3, "known", "58.3%"),
        ("ae-4h", "plan", "month", date(2024, 9, 30), 57.3, "known", "57.3%"),
        ("ae-4h", "plan", "month", date(2024, 10, 31), 56.3, "known", "56.3%"),
        ("response", "actual", "month", date(2024, 8, 31), 2291, "known", "00:38:11"),
        ("response", "actual", "month", date(2024, 9, 30), 3000, "known", "00:50:00"),
        ("response", "actual", "month", date(2024, 10, 31), 3937, "known", "01:05:37"),
        ("dental", "actual", "quarter", date(2024, 9, 30), 356536, "known", "356,536"),
        ("dental", "actual", "month", date(2024, 10, 31), None, "not_available", "n/a"),
    ]
    assert intake.notes == (
        "Sheet 'Guide' is hidden and was not read.",
        "Sheet 'Dashboard': Column 'Comment' was not read.",
        "Sheet 'Dashboard': 2 rows hold no figures.",
    )
    assert dict(intake.rows.group_by("fate").len().iter_rows()) == {"values": 4, "no_figures": 2, "blank": 1}


def test_several_visible_sheets_wait_for_an_answer() -> None:
    def fill(book: Workbook) -> None:
        for name, value in (("North", 5), ("South", 7)):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["i", "p", "v"])
            sheet.write_row(1, 0, ["x", f"{'Oct' if value == 5 else 'Nov'} 2024", value])
        book.add_worksheet("Notes").write(0, 0, "nothing to read")

    (question,) = read(workbook(fill)).questions
    assert question.code == "several-sheets:book.xlsx"
    assert question.message == ("The workbook shows several sheets: 'North', 'South', 'Notes'. Which are to be read?")
    assert [(choice.code, choice.words) for choice in question.choices[:-1]] == [
        ("all", "Read 'North', 'South'."),
        ("sheet-1", "Read 'North'."),
        ("sheet-2", "Read 'South'."),
    ]
    assert read(workbook(fill), answers=Answers({"several-sheets": "all"})).values["value"].to_list() == [5, 7]
    assert read(workbook(fill), answers=Answers({question.code: "sheet-2"})).values["value"].to_list() == [7]
    south = Layout(**{**vars(LONG), "sheet": "South"})
    assert read(workbook(fill), south).values["value"].to_list() == [7]
    east = Layout(**{**vars(LONG), "sheet": "East"})
    assert sentences(read(workbook(fill), east)) == [
        "There is no visible sheet 'East'. The sheets are 'North', 'South', 'Notes'."
    ]


@pytest.mark.parametrize(
    ("value", "code", "seen", "stored"),
    [
        (0.56712, "0.0%", "56.7%", "56.712%"),
        (0.567, "General", "0.567", "0.567"),
        (56.712, '0.0"%"', "56.7%", "56.712%"),
        (56.712, "0.0\\%", "56.7%", "56.712%"),
        (1234.5, "#,##0", "1,235", "1234.5"),
        (1234.5, "#,##0.00", "1,234.50", "1234.5"),
        (1.43, '"£"0.00"m"', "£1.43m", "1.43m"),
        (67490000.0, '£#,##0,"k"', "£67,490k", "67490k"),
        (67490000.0, "#,##0,", "67,490", "67490"),
        (1190.0, "", "1190", "1190"),
        (0.1 + 0.2, "", "0.3", "0.3"),
        (-67490.0, "#,##0;(#,##0)", "(67,490)", "-67490"),
        (9007199254740991.0, "", "9007199254740990", "9007199254740990"),
    ],
)
def test_a_number_is_printed_as_it_looks_and_read_as_it_is_stored(
    value: float, code: str, seen: str, stored: str
) -> None:
    cell = ["n", repr(value), code]
    assert (print_cell(cell), exact(cell)) == (seen, stored)


def test_a_fraction_without_a_percent_format_is_asked_about() -> None:
    data = plain_sheet([["i", "p", "v"], ["ae-4h", "Oct 2024", 0.567]])
    assert read(data).questions[0].kind == "percent-scale"
    formatted = plain_sheet([["i", "p", "v"], ["ae-4h", "Oct 2024", 0.567]], "0.0%")
    assert read(formatted).values.select("value", "printed").rows() == [(56.7, "56.7%")]


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_a_formula_without_its_result_is_not_taken_for_an_empty_cell(value: str) -> None:
    data = by_hand(f'{HEADING}<row r="2">{NAMES}<c r="C2"><f>1+1</f>{value}</c></row>')
    assert sentences(read(data)) == [
        "Sheet 'Data', row 2, column 'v': The formula was saved without its result. "
        "Open the workbook in a spreadsheet program and save it."
    ]


def test_a_name_or_a_period_by_a_formula_without_its_result_is_called_that() -> None:
    lost = "<f>A1</f><v></v>"
    data = by_hand(f'{HEADING}<row r="2"><c r="A2">{lost}</c><c r="B2">{lost}</c><c r="C2"><v>5</v></c></row>')
    assert sentences(read(data)) == [
        f"Sheet 'Data', row 2, column '{name}': The formula was saved without its result. "
        "Open the workbook in a spreadsheet program and save it."
        for name in ("i", "p")
    ]


def test_a_broken_formula_is_not_taken_for_an_empty_cell() -> None:
    data = by_hand(f'{HEADING}<row r="2">{NAMES}<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>')
    assert sentences(read(data)) == [
        "Sheet 'Data', row 2, column 'v': '#DIV/0!' is a formula that failed. "
        "Correct it in the workbook and save it again."
    ]


def test_times_and_spans_of_time_are_durations_however_they_are_stored() -> None:
    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["i", "p", "v"])
        for n, (days, form) in enumerate(((0.5, "hh:mm:ss"), (1.5, "hh:mm:ss"), (1.5, "[h]:mm:ss")), 1):
            sheet.write_row(n, 0, ["response", f"{('Oct', 'Nov', 'Dec')[n - 1]} 2024"])
            sheet.write_number(n, 2, days, book.add_format({"num_format": form}))

    assert read(workbook(fill)).values["value"].to_list() == [43_200, 129_600, 129_600]


FAR = "Delete the empty rows and columns beyond the table, save it and send it again."
DAMAGED = "The workbook is damaged. Open it in a spreadsheet program and save it again."
HOSTILE = {
    "a cell in the last corner": (
        by_hand(f'{HEADING}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        f"A sheet of the workbook reaches at least to row 1,048,576 and column 3. {FAR}",
    ),
    "a row that no sheet has": (
        by_hand(f'{HEADING}<row r="99999999999"><c><v>1</v></c></row>'),
        f"A sheet of the workbook reaches at least to row 99,999,999,999 and column 3. {FAR}",
    ),
    "a cell at no place": (
        by_hand(f'{HEADING}<c r="A2:B3"/>'),
        "The workbook has cells at places that do not exist. Save it again as XLSX.",
    ),
    "a bomb": (
        by_hand(HEADING, extra={"xl/sharedStrings.xml": b"<sst>" + b" " * 90_000_000 + b"</sst>"}),
        "The workbook unpacks to far more than its size. Save a copy with only the sheets needed.",
    ),
    "entities": (
        by_hand(HEADING, prolog='<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'),
        "The workbook defines its own XML entities, which no spreadsheet does. Save it again as XLSX.",
    ),
    "strings beyond number": (
        by_hand(HEADING, extra={"xl/sharedStrings.xml": b'<sst count="4294967295"/>'}),
        "The workbook claims more texts than a sheet can hold. Save it again as XLSX.",
    ),
    "too many parts": (
        by_hand(HEADING, extra={f"xl/a{n}.bin": b"" for n in range(2_001)}),
        "The workbook has too many parts, or one part twice. Save it again as XLSX.",
    ),
    "the same part in two cases": (
        by_hand(HEADING, extra={"xl/Worksheets/Sheet1.xml": b"<a/>"}),
        "The workbook has too many parts, or one part twice. Save it again as XLSX.",
    ),
    "a binary workbook": (
        by_hand(HEADING, extra={"xl/workbook.bin": b""}),
        "This is a binary workbook. Save it as XLSX.",
    ),
    "broken XML": (by_hand("<row"), DAMAGED),
    "no workbook": (b"PK\x03\x04 nothing", DAMAGED),
    "an old workbook": (
        b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "This is an old or a password-protected workbook. Save it as XLSX without a password.",
    ),
}  # fmt: skip


@pytest.fixture
def little_memory() -> Iterator[None]:
    """The parent may grow by half a gigabyte while a hostile file is looked at; it must not need it."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 512 * 1024


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(what: str, little_memory: None) -> None:
    data, sentence = HOSTILE[what]
    assert sentences(read(data)) == [sentence]


def test_a_part_that_lies_about_its_size_is_still_stopped() -> None:
    data = bytearray(HOSTILE["a bomb"][0])
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"xl/sharedStrings.xml"))
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert sentences(read(bytes(data))) == [HOSTILE["a bomb"][1]]


def test_macros_and_links_are_noted_and_never_run() -> None:
    extra = {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<a/>"}
    intake = read(by_hand(f'{HEADING}<row r="2">{NAMES}<c r="C2"><v>5</v></c></row>', extra=extra))
    assert intake.values["value"].to_list() == [5]
    assert intake.notes == (
        "The workbook holds macros. They were not run.",
        "The workbook takes figures from other workbooks. The figures last saved were read.",
    )


def test_a_child_that_dies_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from outturn.workbooks import limited as module

    dying = [sys.executable, "-c", "import os; os.abort()"]
    monkeypatch.setattr(module, "CHILD", dying)
    assert sentences(read(by_hand(HEADING))) == [
        "The workbook cannot be read within the memory and time allowed. Save the figures alone as CSV."
    ]


def test_a_child_that_never_ends_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from outturn.workbooks import limited as module

    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(module, "CHILD", slow)
    monkeypatch.setattr(module, "SECONDS", 0.5)
    assert sentences(read(by_hand(HEADING))) == ["The workbook takes too long to read. Save the figures alone as CSV."]


@pytest.mark.parametrize("dimension", ["A1:XFD1048576", "A1", "B7:C9"])
def test_a_wrong_dimension_is_of_no_consequence(dimension: str) -> None:
    data = by_hand(f'{HEADING}<row r="2">{NAMES}<c r="C2"><v>5</v></c></row>', dimension=dimension)
    assert read(data).values["value"].to_list() == [5]


def test_a_number_that_is_none_is_a_problem_of_its_cell() -> None:
    data = by_hand(f'{HEADING}<row r="2">{NAMES}<c r="C2"><v>NaN</v></c></row>')
    assert sentences(read(data)) == [
        "Sheet 'Data', row 2, column 'v': 'NaN' is not a number. Write n/a where there is no figure."
    ]


def test_a_cover_sheet_is_passed_over_and_that_is_said() -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet("Cover").write(0, 0, "Board pack")
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, ["i", "p", "v"])
        sheet.write_row(1, 0, ["x", "Oct 2024", 5])

    intake = read(workbook(fill))
    assert intake.values["value"].to_list() == [5]
    assert intake.notes == ("Sheet 'Cover' was not read: it has no heading of this layout.",)


def test_a_heading_alone_in_a_workbook_has_no_rows_below_it() -> None:
    assert sentences(read(by_hand(HEADING))) == [
        "Sheet 'Data', row 1: There are no rows below the heading. Check what was saved."
    ]


def test_only_the_columns_that_a_layout_names_are_put_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from outturn.workbooks import book as module

    seen: list[object] = []
    monkeypatch.setattr(module, "exact", lambda cell: seen.append(cell) or exact(cell))
    assert read(plain_sheet([["i", "p", "v", "w"], ["x", "Oct 2024", 5, 6]])).values["value"].to_list() == [5]
    assert ("n", "6.0", "General") not in seen and ("n", "6.0", "") not in seen
