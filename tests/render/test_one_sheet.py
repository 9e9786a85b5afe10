"""A page on one sheet: alone it is the paper; among others it stands in its place, and links lead to its rows."""

import io
from dataclasses import replace

import openpyxl
import pytest
from pdfua import failures
from pypdf import PdfReader
from render.paper import document, scorecard
from render.test_joined_rows import TABLE

from outturn import render
from outturn.core.catalogue import Shape
from outturn.core.report.document import (
    Cell,
    Chip,
    Document,
    Fact,
    Facts,
    Layout,
    Page,
    PageKind,
    Panel,
    PanelTone,
    Paragraph,
    Row,
    Run,
    Table,
)
from outturn.core.report.document_kinds import Status
from outturn.render.pdf import pdf
from outturn.render.xlsx import xlsx

MET = Chip(Status.GREEN, "Met", "M", Shape.CIRCLE)
A4, A3 = (842, 595), (842, 1191)


def one_sheet(table: Table) -> Page:
    return Page(
        "sheet",
        PageKind.OUTCOMES,
        "A dashboard on one sheet",
        (
            Paragraph((Run("One of nine is off target."),), lead=True),
            Facts((Fact("Client", Cell("The board")),)),
            table,
            replace(scorecard(), anchor="below", rows=()),
            Panel(PanelTone.NOTE, "Legend", ((Run("Met: as good as the target.", chip=MET),),)),
        ),
        sheet="Dashboard",
        layout=Layout.ONE_PAGE_A3,
    )


def paper(*pages: Page) -> Document:
    return replace(document(), pages=pages)


@pytest.fixture(scope="module")
def flowing() -> Page:
    return next(page for page in document().pages if page.anchor == "waits")


def sizes(data: bytes) -> list[tuple[int, int]]:
    return [(round(p.mediabox.width), round(p.mediabox.height)) for p in PdfReader(io.BytesIO(data)).pages]


def test_a_paper_that_begins_with_one_is_that_sheet_and_has_an_annex(flowing):
    made = paper(one_sheet(scorecard()), flowing)
    data = pdf(made)
    assert sizes(data) == [A3]
    assert failures(data) == []
    assert "annex.pdf" in render.of(made)


def test_among_others_it_stands_in_its_place_and_the_paper_has_no_annex(flowing):
    made = paper(flowing, one_sheet(scorecard()), replace(flowing, anchor="again", title="Again"))
    data = pdf(made)
    there = sizes(data)
    assert there.count(A3) == 1 and set(there) == {A4, A3}
    assert 2 < there.index(A3) < len(there) - 1
    assert failures(data) == []
    assert "annex.pdf" not in render.of(made)


def test_links_lead_to_its_rows_and_from_them(flowing):
    reader = PdfReader(io.BytesIO(pdf(paper(flowing, one_sheet(scorecard())))))
    number = next(n for n, page in enumerate(reader.pages) if round(page.mediabox.height) == A3[1])
    assert reader.pages[number].get("/Annots"), "the row of waits leads to its page"
    text = reader.pages[number].extract_text()
    assert "Waits" in text and "One of nine is off target." in text and "Met: as good as the target." in text


@pytest.mark.parametrize("table", [TABLE, scorecard(), replace(scorecard(), rows=scorecard().rows[:1])])
def test_any_table_is_drawn_on_it(table):
    made = paper(one_sheet(table))
    assert failures(pdf(made)) == []
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(made)))["Dashboard"]
    assert int(sheet.page_setup.paperSize) == 8
    assert sheet["A7"].value == (table.banded or "Group")


def test_a_row_whose_words_take_the_room_of_several_columns_is_drawn():
    wide = Row((Cell("Talked about in words, not in figures", span=5), *(Cell(),) * 4))
    assert failures(pdf(paper(one_sheet(replace(TABLE, rows=(*TABLE.rows, wide)))))) == []
