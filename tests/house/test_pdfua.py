"""The measure is measured: our PDF/UA check passes what conforms and fails what does not."""

import pytest
import typst
from pdfua import failures

PAPER = b"""
#set document(title: "A paper", date: datetime(year: 2025, month: 1, day: 1))
#set text(lang: "en", region: "gb")
= Performance
Ambulance response is off plan.
#figure(rect(width: 2cm, height: 1cm), alt: "A chart that falls.", caption: [Response])
#table(columns: 2, table.header[Measure][Value], [A], [1])
"""


def test_a_tagged_paper_conforms():
    assert failures(typst.compile(PAPER, pdf_standards="ua-1")) == []


def test_an_untagged_paper_fails(tmp_path):
    path = tmp_path / "untagged.pdf"
    path.write_bytes(typst.compile(PAPER, pdf_tags=False))
    assert any("TAGGED" in each for each in failures(path))


def test_a_picture_without_words_fails():
    silent = PAPER.replace(b', alt: "A chart that falls."', b"").replace(
        b"rect(",
        b"image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>\"), ",
    )
    with pytest.raises(typst.TypstError, match="alternative|alt"):
        typst.compile(silent, pdf_standards="ua-1")
    assert failures(typst.compile(silent))
