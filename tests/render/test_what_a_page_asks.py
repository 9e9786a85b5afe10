"""What a page asks of a renderer is a field of it, and every format does it."""

import io
from dataclasses import replace

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader
from render.drawn import process_chart
from render.paper import GREEN, document

from outturn.core.report.document import Document, Page, PageKind, Panel, PanelTone, Run
from outturn.render import FORMATS
from outturn.render.manners import PLAIN, manner_of

FINDING = "Waits: off plan since June"


def paper(*blocks, **more) -> Document:
    page = Page("p", PageKind.SECTION, f"Urgent care. {FINDING}", tuple(blocks), **more)
    return replace(document(), pages=(page,))


def words_of(name: str, made: Document) -> str:
    data = FORMATS[name].draw(made)
    if name == "report.pdf":
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages[2:])
    if name == "report.pptx":
        frames = [
            s.text_frame for slide in Presentation(io.BytesIO(data)).slides for s in slide.shapes if s.has_text_frame
        ]
        return " ".join(frame.text for frame in frames)
    if name == "report.xlsx":
        sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
        return " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row if cell)
    return data.decode()


@pytest.mark.parametrize("finding", [True, False])
def test_the_title_of_a_picture_that_the_page_has_for_its_own_stands_once(finding):
    chart = replace(process_chart(), title=FINDING)
    html = words_of("report.html", paper(chart, finding=chart.anchor if finding else ""))
    pdf = words_of("report.pdf", paper(chart, finding=chart.anchor if finding else ""))
    assert html.count(f"<h3>{FINDING}</h3>") == (0 if finding else 1)
    assert " ".join(pdf.split()).count(FINDING) == (1 if finding else 2)


@pytest.mark.parametrize("name", ["report.html", "report.pdf", "report.pptx", "report.xlsx"])
def test_the_shape_of_a_state_stands_before_its_words(name):
    legend = Panel(PanelTone.NOTE, "Legend", ((Run("Met: as good as the target.", chip=GREEN),),))
    words = words_of(name, paper(legend))
    assert "Met: as good as the target." in words
    if name in ("report.pptx", "report.xlsx"):
        assert "● Met: as good as the target." in words


def test_only_a_page_that_is_to_stay_on_one_sheet_is_close():
    close = {kind for kind in PageKind if manner_of(Page("p", kind, "P", ())).close}
    assert close == {PageKind.MEASURE}
    assert manner_of(Page("p", PageKind.METHOD, "P", ())) == PLAIN
