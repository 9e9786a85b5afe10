"""The papers of the sample, page by page: headings with what they stand over, nothing over a footer, room for words."""

import pytest
from render.pages import faults, sheets
from render.sheets import cramped
from render.sheets import read as read_book
from render.slides import over

from outturn.core.report.document import from_json

PAPERS = (
    "llr-performance-report/2025-01-14",
    "llr-performance-report/2024-12-12",
    "better-care-together-outcomes/2019-05-17",
)


@pytest.fixture(scope="module", params=PAPERS)
def folder(request, edition):
    return edition.parents[1] / request.param


def test_no_page_is_a_key_alone_or_ends_with_a_heading_or_runs_over_its_foot(folder):
    document = from_json((folder / "document.json").read_bytes())
    for path in folder.glob("*.pdf"):
        data = path.read_bytes()
        assert len(sheets(data)) > 60 or path.name == "report.pdf"
        assert faults(data, document) == []


def test_nothing_reaches_into_the_foot_of_a_slide(folder):
    assert over((folder / "report.pptx").read_bytes()) == []


def test_no_words_of_a_sheet_run_over_others(folder):
    for sheet in read_book((folder / "report.xlsx").read_bytes()).worksheets:
        if sheet.title != "LLR_Summary":  # printed on one page at the size that fits
            assert cramped(sheet) == [], sheet.title
