"""Words that rows share stand once, where a format can join cells; each group only within the one before it."""

from outturn.core.report.document import Band, Cell, Column, Layout, Page, PageKind, Row, Table
from outturn.render.arrange import bands, naming, span_rows
from outturn.render.pdf.cells import Cells
from outturn.render.pdf.sheet import sheet

COLUMNS = (
    Column("theme", "Theme", group=1),
    Column("number", "No.", group=2),
    Column("name", "Measure", group=2),
    Column("latest", "Latest"),
    Column("lead", "Lead", group=3),
)


def row(*words: str, band: Band | None = None) -> Row:
    return Row(tuple(Cell(word) for word in words), band=band)


TABLE = Table(
    "t",
    "T",
    COLUMNS,
    (
        row("Flow", "1", "Waits", "5", "Ann", band=Band("A", "1 of 3 on target")),
        row("Flow", "1", "Waits", "5", "Ann"),
        row("Flow", "2", "Waits", "5", "Ann"),
        row("Home", "2", "Waits", "6", "Ben", band=Band("B")),
        row("Home", "2", "Waits", "7", "Cas"),
        row("Care", "2", "Waits", "7", "Cas"),
    ),
)


def test_rows_stand_under_the_band_that_they_belong_to():
    assert [(band.text, len(rows)) for band, rows in bands(TABLE)] == [("A: 1 of 3 on target", 3), ("B", 3)]


def test_a_cell_stands_for_the_rows_below_that_say_the_same():
    (_, first), (_, second) = bands(TABLE)
    assert span_rows(TABLE, first) == [[3, 2, 2, 1, 2], [0, 0, 0, 1, 0], [0, 1, 1, 1, 1]]
    assert span_rows(TABLE, second) == [[2, 2, 2, 1, 1], [0, 0, 0, 1, 1], [1, 1, 1, 1, 1]]


def test_each_cell_knows_which_group_ends_below_it():
    page = Page("p", PageKind.OUTCOMES, "P", (TABLE,), layout=Layout.ONE_PAGE_A3)
    lines = [row for section in sheet(page, Cells(frozenset()), str)["sections"] for row in section["rows"]]
    ends = [{cell["column"]: cell["ends"] for cell in line} for line in lines]
    assert ends[0] == {0: 1, 1: 2, 2: 2, 3: 0, 4: 2}
    assert ends[2] == {1: 1, 2: 1, 3: 1, 4: 1}
    assert ends[3] == {0: 1, 1: 1, 2: 1, 3: 3, 4: 3}


def test_the_column_that_names_a_row_is_found_by_its_key():
    assert naming(TABLE) == 2
    assert naming(Table("t", "T", (Column("period", "Period"), Column("value", "Value")), ())) == 0
