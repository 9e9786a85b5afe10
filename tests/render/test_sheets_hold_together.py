"""Words of a sheet have the rows they need: none runs over the title of a table, and what stays in view leaves room."""

import pytest
from render.laid import SENTENCE, page, panels, paper, table
from render.sheets import cramped, read

from outturn.core.report.document import (
    Cell,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Page,
    PageKind,
    Paragraph,
    Row,
    Run,
    Table,
)
from outturn.render.xlsx import xlsx

NARROW = (
    Column("period", "Period", ColumnKind.TEXT, 14),
    Column("value", "Value", ColumnKind.NUMBER, 12),
    Column("rating", "Rating", ColumnKind.CHIP, 10),
)


def small_table(anchor: str, caption: str = "") -> Table:
    rows = tuple(Row((Cell(f"{month} 2024"), Cell("1", 1, "count"), Cell("Grey"))) for month in ("Feb", "Mar"))
    return Table(anchor, caption or f"Caption of {anchor}", NARROW, rows, "too few points: 2 of the 13 needed")


def book(made: Document):
    return read(xlsx(made))


LONG = SENTENCE * 6
PAGES = [
    page("lead", small_table("a"), small_table("b")),
    Page("plain", PageKind.APPENDIX, "All figures: rare events", (Paragraph((Run(LONG),)), small_table("c"))),
    Page(
        "two", PageKind.APPENDIX, "Two paragraphs", (Paragraph((Run(LONG),)), Paragraph((Run(LONG),)), small_table("d"))
    ),
    page("long", table(30, "e"), *panels(2, 600, 2), kind=PageKind.SECTION),
    page(
        "facts",
        Facts(tuple(Fact(f"A fact with a long name {n}", Cell(str(n), n, "count"), LONG) for n in range(9))),
        small_table("f"),
        kind=PageKind.SUMMARY,
    ),
    page("words", *panels(3, 2_000, 2), kind=PageKind.SUMMARY),
    Page(
        "money",
        PageKind.FINANCE,
        "Money",
        (
            Table(
                "h",
                "Finance indicators 2024/25, April to October 2024 (month 7)",
                tuple(Column(f"c{n}", f"Year to date plan {n}", ColumnKind.NUMBER, 11) for n in range(6)),
                (Row(tuple(Cell(str(n), n, "count") for n in range(6))),),
            ),
        ),
    ),
    page("noted", table(3, "g", note=LONG), kind=PageKind.SECTION),
]


@pytest.fixture(scope="module")
def sheets():
    return {sheet["A2"].value: sheet for sheet in book(paper(*PAGES)).worksheets if sheet["A2"].value}


@pytest.mark.parametrize("made", PAGES, ids=lambda made: made.anchor)
def test_every_text_has_the_rows_it_needs(sheets, made):
    assert cramped(sheets[made.title]) == []


def test_the_sample_shapes_of_a_measure_have_them_too(paper):
    for sheet in book(paper).worksheets:
        assert cramped(sheet) == [], sheet.title


@pytest.mark.parametrize("made", PAGES, ids=lambda made: made.anchor)
def test_a_caption_stands_clear_of_the_words_before_it(sheets, made):
    sheet = sheets[made.title]
    captions = {block.caption for block in made.blocks if isinstance(block, Table)}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value in captions:
                above = sheet.cell(cell.row - 1, 1)
                assert above.value is None and above.coordinate not in sheet.merged_cells, cell.value


@pytest.mark.parametrize("made", PAGES, ids=lambda made: made.anchor)
def test_headings_repeat_in_print_and_stay_in_view_where_that_leaves_room(sheets, made):
    sheet = sheets[made.title]
    tables = list(sheet.tables.values())
    if len(tables) != 1:
        assert sheet.freeze_panes == "A3"
        return
    head = int("".join(letter for letter in tables[0].ref.split(":")[0] if letter.isdigit()))
    assert sheet.print_title_rows == f"${head}:${head}"
    assert sheet.freeze_panes == (f"B{head + 1}" if head <= 10 else "A3")


def test_words_for_a_figure_run_on_over_empty_cells():
    told = Cell("Carried by every partnership, with support from the health inequalities unit.", span=2)
    columns = (
        Column("no", "No.", ColumnKind.TEXT, 4),
        Column("actual", "Actual", ColumnKind.NUMBER, 10),
        Column("gap", "Gap", ColumnKind.NUMBER, 10),
    )
    rows = (Row((Cell("1"), told, Cell())), Row((Cell("2"), Cell("5", 5.0, "count"), Cell("Amber"))))
    made = page("p", Table("t", "T", columns, rows))
    sheet = next(sheet for sheet in book(paper(made)).worksheets if sheet["A2"].value == made.title)
    at = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    cell = at[told.text]
    assert cell.alignment.horizontal != "right" and not cell.alignment.wrap_text
    assert sheet.cell(cell.row, cell.column + 1).value is None
    assert sheet.row_dimensions[cell.row].height in (None, 15.0)
    assert at["Amber"].alignment.horizontal != "right" and at[5].alignment.horizontal == "right"
