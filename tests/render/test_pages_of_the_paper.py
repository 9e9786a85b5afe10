"""Pages of the PDF: none of a key alone, none that ends with a heading, nothing over the footer, nothing cut off."""

import pytest
from render.laid import ends, page, panels, paper, table
from render.pages import faults, sheets, squeezed

from outturn.core.report.document import Cell, Column, ColumnKind, Document, Panel, PanelTone, Row, Run, Table
from outturn.render.pdf import pdf


def found(made: Document) -> list[str]:
    return faults(pdf(made), made)


@pytest.mark.parametrize("group", range(4))
def test_a_table_of_any_length_is_explained_where_it_stands(group):
    lengths = range(1 + 15 * group, 16 + 15 * group)
    assert found(paper(*(page(f"p{rows}", table(rows, f"t{rows}")) for rows in lengths))) == []


@pytest.mark.parametrize("kind", ["section", "measure", "appendix", "changes"])
def test_tables_that_follow_each_other_keep_their_captions(kind):
    pages = (
        page(f"p{rows}", table(rows, f"a{rows}"), table(4, f"b{rows}"), table(12, f"c{rows}"), kind=kind)
        for rows in range(2, 26)
    )
    assert found(paper(*pages)) == []


@pytest.mark.parametrize("rows", [1, 2, 3, 5, 8, 9, 11])
def test_pages_of_an_appendix_share_a_sheet_and_keep_their_titles(rows):
    panel = Panel(PanelTone.NOTE, "Note", ((Run("October stands beside the plan for the end of the quarter."),),))
    pages = (page(f"p{n}", table(rows + n % 3, f"t{n}"), *([panel] * (n % 2)), kind="appendix") for n in range(24))
    assert found(paper(*pages)) == []


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("letters", [200, 2_000, 4_000, 12_000])
@pytest.mark.parametrize("items", [1, 14])
def test_long_texts_go_on_over_pages_and_none_is_cut_off(count, letters, items):
    made = paper(page("p", table(3), *panels(count, letters, items), table(5, "after"), kind="section"))
    assert found(made) == []
    words = squeezed("".join(word.text for sheet in sheets(pdf(made)) for word in sheet.body))
    assert all(end in words for end in ends(count, items))


def test_a_long_word_for_a_figure_takes_the_room_behind_it():
    words = Cell("Carried by every partnership, with support from the health inequalities unit.", span=2)
    columns = (
        Column("no", "No.", ColumnKind.TEXT, 4),
        Column("actual", "Actual", ColumnKind.NUMBER, 10),
        Column("gap", "Gap", ColumnKind.TEXT, 60),
    )
    rows = (Row((Cell("1"), words, Cell())), Row((Cell("2"), Cell("5", 5.0, "count"), Cell("x"))))
    (sheet,) = sheets(pdf(paper(page("p", Table("t", "T", columns, rows)))))[2:]
    assert any(words.text in line for line in sheet.lines)
    left = next(word for word in sheet.body if word.text == "Carried").left
    number = next(word for word in sheet.body if word.text == "5")
    assert left < number.left
