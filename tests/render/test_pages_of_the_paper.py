"""Pages of the PDF: none of a key alone, none that ends with a heading, nothing over the footer, nothing cut off."""

from dataclasses import replace

import pytest
from render.pages import faults, sheets, squeezed
from render.paper import document

from outturn.core.report.document import Cell, Column, Document, Page, Panel, Paragraph, Row, Run, Table
from outturn.render.pdf import pdf

KEY = (
    Column("Measure", "text", 30, "Follow the link for the measure's own page"),
    Column("Rating", "text", 10, "By the framework's scheme; what the source printed is shown where it differs"),
    Column("Actual", "number", 12, "The latest figure"),
)
NOTE = "Compared with what was known on 12 December 2024."


def table(rows: int, anchor: str = "t", every: int = 7, **more) -> Table:
    """A band before every seventh row."""
    made = tuple(
        Row(
            (Cell(f"Measure {anchor} {n}"), Cell("Green"), Cell(str(n), n, "count")),
            heading=f"Band {n // every}" if n % every == 0 else "",
        )
        for n in range(rows)
    )
    return Table(anchor, f"Table {anchor}", KEY, made, NOTE, **more)


def page(anchor: str, *blocks, kind: str = "scorecard") -> Page:
    lead = Paragraph((Run(f"What is said first of {anchor}."),), lead=kind != "appendix")
    return Page(anchor, kind, f"Title of {anchor}", (lead, *blocks), section="Urgent care")


def paper(*pages: Page) -> Document:
    return replace(document(), pages=pages)


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
    panel = Panel("note", "Note", ((Run("October stands beside the plan for the end of the quarter."),),))
    pages = (page(f"p{n}", table(rows + n % 3, f"t{n}"), *([panel] * (n % 2)), kind="appendix") for n in range(24))
    assert found(paper(*pages)) == []


SENTENCE = "People wait longer for assessment and relapse becomes more likely. "


@pytest.mark.parametrize("panels", [1, 2, 3, 5])
@pytest.mark.parametrize("letters", [200, 2_000, 4_000, 12_000])
@pytest.mark.parametrize("items", [1, 14])
def test_long_texts_go_on_over_pages_and_none_is_cut_off(panels, letters, items):
    text = SENTENCE * (letters // len(SENTENCE) // items + 1)
    said = tuple(
        Panel("risk", f"Panel {n}", tuple((Run(f"{text} End{n}x{item}."),) for item in range(items)))
        for n in range(panels)
    )
    made = paper(page("p", table(3), *said, table(5, "after"), kind="section"))
    assert found(made) == []
    words = squeezed("".join(word.text for sheet in sheets(pdf(made)) for word in sheet.body))
    assert all(f"End{n}x{item}" in words for n in range(panels) for item in range(items))


def test_a_long_word_for_a_figure_takes_the_room_behind_it():
    words = Cell("Carried by every partnership, with support from the health inequalities unit.", span=2)
    columns = (Column("No.", "text", 4), Column("Actual", "number", 10), Column("Gap", "text", 60))
    rows = (Row((Cell("1"), words, Cell())), Row((Cell("2"), Cell("5", 5.0, "count"), Cell("x"))))
    (sheet,) = sheets(pdf(paper(page("p", Table("t", "T", columns, rows)))))[2:]
    assert any(words.text in line for line in sheet.lines)
    left = next(word for word in sheet.body if word.text == "Carried").left
    number = next(word for word in sheet.body if word.text == "5")
    assert left < number.left
