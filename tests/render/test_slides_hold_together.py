"""What stands on a slide stays above its foot: tables with their notes, texts of any length, and the words in boxes."""

import pytest
from pptx.util import Emu
from render.laid import ends, page, panels, paper, table
from render.slides import over, read

from outturn.core.report.document import Cell, Column, ColumnKind, Document, Fact, Facts, Paragraph, Row, Run, Table
from outturn.render.pptx import pptx


def deck(made: Document):
    return read(pptx(made))


def words(made: Document) -> str:
    shapes = [shape for slide in deck(made).slides for shape in slide.shapes]
    return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


@pytest.mark.parametrize("note", ["", "A short note.", "A note that takes two lines of a slide or three. " * 8])
def test_tables_of_any_length_keep_off_the_foot_and_their_note_stands_under_the_last_row(note):
    made = paper(*(page(f"p{rows}", table(rows, f"t{rows}", note=note)) for rows in range(1, 50)))
    assert over(pptx(made)) == []
    for slide in deck(made).slides:
        tables = [shape for shape in slide.shapes if shape.has_table]
        notes = [shape for shape in slide.shapes if shape.name.startswith("Table note")]
        last = tables and tables[-1].table.cell(len(tables[-1].table.rows) - 1, 0).text
        assert bool(notes) == bool(note and tables and ends_table(last, slide)), slide.shapes.title.text_frame.text


def ends_table(last: str, slide) -> bool:
    """`Measure t12 11` is the last of the twelve rows of t12."""
    _, anchor, place = last.split()
    return int(anchor.removeprefix("t")) == int(place) + 1


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("letters", [200, 2_000, 4_000, 12_000])
@pytest.mark.parametrize("items", [1, 14])
def test_long_texts_go_on_over_slides_and_no_word_is_lost(count, letters, items):
    made = paper(page("p", table(3), *panels(count, letters, items), kind="section"))
    assert over(pptx(made)) == []
    shown = words(made)
    assert all(end in shown for end in ends(count, items))
    said = " ".join("".join(run.text for run in item) for panel in made.pages[0].blocks[2:] for item in panel.items)
    assert shown.count("assessment") == said.count("assessment")


def test_texts_on_slides_are_never_set_smaller_than_nine_points():
    made = paper(page("p", *panels(3, 12_000, 1), kind="section"), page("q", Paragraph((Run("Long. " * 3_000),))))
    sizes = {
        run.font.size.pt
        for slide in deck(made).slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text and not shape.is_placeholder
        for part in shape.text_frame.paragraphs
        for run in part.runs
        if run.font.size and run.text.strip()
    }
    assert min(sizes) >= 9.0


def test_many_facts_go_on_over_slides():
    facts = Facts(tuple(Fact(f"Fact {n}", Cell(str(n), n, "count"), "What it is. " * 12) for n in range(40)))
    made = paper(page("p", facts))
    assert over(pptx(made)) == []
    assert all(f"Fact {n}" in words(made) for n in range(40))


def test_words_for_a_figure_span_the_cells_behind_them():
    told = Cell("Carried by every partnership, with support from the health inequalities unit.", span=2)
    columns = (
        Column("number", "No.", ColumnKind.TEXT, 4),
        Column("latest", "Actual", ColumnKind.NUMBER, 10),
        Column("gap", "Gap", ColumnKind.NUMBER, 60),
    )
    rows = (Row((Cell("1"), told, Cell())), Row((Cell("2"), Cell("5", 5.0, "count"), Cell("Amber"))))
    made = paper(page("p", Table("t", "T", columns, rows)))
    (found,) = [shape.table for slide in deck(made).slides for shape in slide.shapes if shape.has_table]
    assert found.cell(1, 1).is_merge_origin and found.cell(1, 1).span_width == 2 and found.cell(1, 2).is_spanned
    sides = [found.cell(*at).text_frame.paragraphs[0]._p.pPr.get("algn") for at in ((1, 1), (2, 1), (2, 2))]
    assert sides == ["l", "r", "l"]
    assert found.rows[1].height < Emu(int(0.3 * 914_400))
