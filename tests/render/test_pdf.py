"""The report on paper: every figure, tagged, with bookmarks and links."""

import io
import json
import unicodedata
from dataclasses import replace

import pytest
from pdfua import failures
from pypdf import PdfReader
from render.drawn import HOSTILE
from render.gallery import NAMED, gallery

from outturn.core.report.document import Page, PageKind
from outturn.core.report.pictures import RankStrip, Step
from outturn.render.pdf import pdf
from outturn.render.pdf.cells import soft
from outturn.render.pdf.glyphs import drawable, unknown_letters


@pytest.fixture(scope="module")
def reader(drawn) -> PdfReader:
    return PdfReader(io.BytesIO(drawn["report.pdf"]))


@pytest.fixture(scope="module")
def words(reader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_every_figure_is_shown(words, paper):
    together = words.replace(" ", "")
    assert not [cell.key for _, _, cell in paper.figures() if cell.text.replace(" ", "") not in together]


def test_it_conforms_to_pdf_ua(drawn):
    assert failures(drawn["report.pdf"]) == []


def test_every_page_of_the_document_has_a_bookmark(reader, paper):
    titles = [" ".join(item.title.split()) for item in reader.outline if not isinstance(item, list)]
    assert titles == [" ".join(soft(page.title).split()) for page in paper.pages]


def test_text_is_never_taken_for_markup(words):
    assert HOSTILE.split(" *bold*")[0].replace(" ", "") in words.replace(" ", "")


def test_headings_of_a_long_table_are_repeated(reader):
    pages = [page.extract_text() for page in reader.pages]
    rows = [text for text in pages if "Period 6" in text and "Every" not in text]
    assert rows and all("Deficit" in text for text in rows)


def test_it_says_page_of_pages_and_edition_at_the_foot(reader):
    assert f"of {len(reader.pages)}" in reader.pages[2].extract_text()
    assert "edition 2025-01-14" in reader.pages[2].extract_text()


def test_summary_and_measure_are_linked(reader):
    links = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots") or []
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) > len(reader.outline)


def test_letters_that_no_font_has_are_named():
    assert json.loads(drawable(json.dumps("Call 🚑 now", ensure_ascii=False))) == "Call [ambulance] now"
    assert json.loads(drawable(json.dumps("中", ensure_ascii=False))) == "[U+4E2D]"
    assert (
        json.loads(drawable(json.dumps("ring\u0007 back\\slash \\u0007", ensure_ascii=False)))
        == "ring  back\\slash \\u0007"
    )


def test_every_letter_that_is_let_through_can_be_drawn(paper):
    """One page with all of them: the typesetter refuses a letter without a shape."""
    from outturn.core.report.document import Paragraph, Run

    letters = [chr(code) for code in range(0x21, 0x2FFFF) if unicodedata.category(chr(code))[0] not in "C"]
    known = "".join(letter for letter in letters if not unknown_letters().match(letter))
    assert len(known) > 1_400
    page = replace(paper.pages[0], blocks=(Paragraph((Run(" ".join(known)),)),))
    assert pdf(replace(paper, pages=(page,))).startswith(b"%PDF")


def alternatives(node) -> list[str]:
    """What the pictures under a tag say to those who cannot see them."""
    node = node.get_object()
    if not isinstance(node, dict):
        return []
    below = node.get("/K", [])
    found = [alternatives(child) for child in (below if isinstance(below, list) else [below])]
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + [words for some in found for words in some]


def test_pictures_of_many_rows_stay_on_their_page():
    strip = RankStrip("ranks", "Ranks", "All", tuple((f"Measure {n}", n, 42, f"{n} of 42") for n in range(1, 43)))
    steps = [Step(f"Scheme {n}", 1.0, f"+{n}k") for n in range(40)]
    tall = replace(NAMED["waterfall"], anchor="tall", steps=(Step("Start", 9.0, "£9k", True), *steps))
    sections = tuple(Page(each.anchor, PageKind.SECTION, "Many rows", (each,)) for each in (strip, tall))
    made = PdfReader(io.BytesIO(pdf(replace(gallery(), pages=sections))))
    shown = [page.extract_text() for page in made.pages]
    assert [text.count("Measure ") for text in shown if "Measure " in text] == [14, 14, 14]
    assert [text.count("Scheme ") for text in shown if "Scheme " in text] == [40]
    assert any("+0k" in text and "+39k" in text for text in shown)


def test_every_picture_is_on_paper_with_its_words():
    made = pdf(gallery())
    assert failures(made) == []
    said = alternatives(PdfReader(io.BytesIO(made)).trailer["/Root"]["/StructTreeRoot"])
    for picture in NAMED.values():
        assert said.count(picture.alt) == 2
