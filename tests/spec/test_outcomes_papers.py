"""The one-page framework in every format, both editions: equal figures, one A3 page, a workbook that works."""

import csv
import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from pdfua import failures
from python_calamine import CalamineWorkbook
from spec import reading
from spec.outcomes_editions import editions

from outturn import render
from outturn.core.report.document import Document, Table
from outturn.render.pdf import annex, pdf
from outturn.render.pptx import pptx
from outturn.render.xlsx import xlsx

LATEST, TARGET, CHIP, TREND = 4, 5, 6, 9
LEAST = 5.5


@pytest.fixture(scope="module")
def both() -> tuple[Document, Document]:
    return editions()


@pytest.fixture(scope="module", params=[0, 1], ids=["February 2019", "May 2019"])
def document(request, both) -> Document:
    return both[request.param]


@pytest.fixture(scope="module")
def sheet(document, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    path.write_bytes(pdf(document))
    return path


@pytest.fixture(scope="module")
def book(document, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.xlsx"
    path.write_bytes(xlsx(document))
    return path


def framework(document: Document) -> Table:
    return next(block for block in document.pages[0].blocks if isinstance(block, Table))


def said(command: list[str | Path]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, errors="replace").stdout


def test_the_paper_is_one_a3_page_in_portrait(sheet):
    info = said(["pdfinfo", sheet])
    assert re.search(r"Pages:\s+1\n", info)
    assert re.search(r"Page size:\s+841\.89 x 1190\.55 pts \(A3\)", info)
    assert re.search(r"Tagged:\s+yes", info)


def test_the_paper_can_be_read_by_a_screen_reader(sheet):
    assert failures(sheet) == []


def test_no_text_on_the_paper_is_smaller_than_five_and_a_half_points(sheet):
    zoom = 3
    sizes = re.findall(
        r'<fontspec [^>]*size="(\d+)"', said(["pdftohtml", "-xml", "-zoom", str(zoom), "-stdout", "-i", sheet])
    )
    assert len(sizes) >= 5
    assert min(int(size) for size in sizes) / zoom >= LEAST


def test_the_paper_shows_every_figure_target_and_marker(document, sheet):
    words = " ".join(said(["pdftotext", "-layout", sheet, "-"]).split())
    for row in framework(document).rows:
        for place in (LATEST, TARGET):
            assert row.cells[place].text in words
    markers = re.findall(r"Not met|Met", words)
    expected = [row.cells[CHIP].text for row in framework(document).rows if row.cells[CHIP].text != "Not rated"]
    assert sorted(markers) == sorted([*expected, "Met", "Not met"]), "each row once, and each once in the legend"


def test_the_annex_has_what_changed_and_a_page_for_each_measure(document, tmp_path):
    made = annex(document)
    assert failures(made) == []
    (tmp_path / "annex.pdf").write_bytes(made)
    pages = int(re.search(r"Pages:\s+(\d+)", said(["pdfinfo", tmp_path / "annex.pdf"]))[1])
    measures = [page for page in document.pages if page.kind == "measure"]
    assert len(measures) == len(framework(document).rows)
    first = next(
        number for number in range(1, pages) if "What it is" in said(
            ["pdftotext", "-f", str(number), "-l", str(number), tmp_path / "annex.pdf", "-"]
        )
    )  # fmt: skip
    assert pages - first + 1 == len(measures), "one page each"


def test_an_edition_has_the_annex_beside_the_one_page_and_other_papers_have_none(document):
    assert "annex.pdf" in render.of(document)
    others = replace(document, pages=tuple(page for page in document.pages if page.kind != "outcomes"))
    assert "annex.pdf" not in render.of(others)


def test_the_workbook_holds_every_figure_and_target_as_a_number(document, book):
    rows = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("LLR_Summary").to_python()
    head = next(number for number, row in enumerate(rows) if row[:3] == ["Section", "Theme", "No."])
    for row, shown in zip(rows[head + 1 :], framework(document).rows, strict=False):
        for place, column in ((LATEST, 5), (TARGET, 6)):
            cell, held = shown.cells[place], row[column]
            if cell.value is None:
                assert held == cell.text
            elif cell.unit == "duration":
                seconds = held.total_seconds() if hasattr(held, "total_seconds") else float(held) * 86_400
                assert seconds == pytest.approx(cell.value)
            else:
                assert held == pytest.approx(cell.value)
        if shown.cells[CHIP].chip.key in ("green", "red"):
            assert row[7] == (shown.cells[CHIP].chip.key == "green")


def part(book: Path, name: str) -> str:
    with ZipFile(book) as parts:
        return parts.read(name).decode()


def sheet_file(book: Path, name: str) -> str:
    """The part of the workbook that holds the sheet of that name."""
    number = re.findall(r'<sheet name="([^"]*)"', part(book, "xl/workbook.xml")).index(name) + 1
    return f"xl/worksheets/sheet{number}.xml"


def test_the_summary_filters_notes_icons_sparklines_and_prints_on_one_a3_page(document, book):
    xml = part(book, sheet_file(book, "LLR_Summary"))
    rows = framework(document).rows
    tables = [part(book, name) for name in ZipFile(book).namelist() if name.startswith("xl/tables/")]
    assert sum(f'<autoFilter ref="A7:M{7 + len(rows)}"/>' in table for table in tables) == 1
    assert 'paperSize="8"' in xml and 'orientation="portrait"' in xml
    assert "fitToPage" in xml and "fitToHeight" not in xml.replace('fitToHeight="1"', "")
    assert xml.count('type="iconSet"') == 2
    drawn = sum(any(value is not None for value in row.cells[TREND].trend) for row in rows)
    assert xml.count("<x14:sparkline>") == drawn
    comments = "".join(part(book, name) for name in ZipFile(book).namelist() if "comments" in name)
    assert "Years in good health matter to people" in comments
    assert "_xlnm.Print_Area" in part(book, "xl/workbook.xml")


def test_links_lead_from_each_row_to_its_sheet_and_back_to_the_row(document, book):
    links = re.findall(r'<hyperlink ref="(\w+)" location="([^"]+)"', part(book, sheet_file(book, "LLR_Summary")))
    there = {cell: location for cell, location in links if cell.startswith("D")}
    assert len(there) == len(framework(document).rows)
    for cell, location in there.items():
        name = location.split("!")[0].strip("'").replace("''", "'")
        back = re.findall(r'<hyperlink ref="A1" location="([^"]+)"', part(book, sheet_file(book, name)))
        assert back == [f"'LLR_Summary'!{cell}"]


def test_each_measure_has_a_sheet_with_series_chart_and_definition(document, book):
    names = CalamineWorkbook.from_path(str(book)).sheet_names
    assert names[0] == "Guide" and "What changed" in names
    sheets = [name for name in names if name[:1].isdigit()]
    assert len(sheets) == len(framework(document).rows)
    opened = CalamineWorkbook.from_path(str(book)).get_sheet_by_name(sheets[0])
    words = " ".join(str(cell) for row in opened.to_python() for cell in row)
    assert "Definition." in words and "Why it matters." in words and "2014 to 2016" in words
    assert "<drawing " in part(book, sheet_file(book, sheets[0]))


def test_the_csv_holds_every_latest_figure(document):
    rows = list(csv.DictReader(io.StringIO(render.FORMATS["figures.csv"].draw(document).decode("utf-8-sig"))))
    texts = {row["key"]: row["text"] for row in rows if row["page"] == document.pages[0].title}
    for row in framework(document).rows:
        cell = row.cells[LATEST]
        assert not cell.key or texts[cell.key] == cell.text


def test_the_web_report_shows_every_figure_and_grade(document):
    html = render.FORMATS["report.html"].draw(document).decode()
    for row in framework(document).rows:
        assert row.cells[LATEST].text in html
        assert row.cells[TREND].text in html


def test_libreoffice_opens_the_workbook_and_prints_the_summary_on_one_page(both, tmp_path):
    office = shutil.which("soffice")
    assert office, "install libreoffice-calc (make needs does)"
    few = replace(both[1], pages=both[1].pages[:4])
    (tmp_path / "few.xlsx").write_bytes(xlsx(few))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        office,
        "--headless",
        "--norestore",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "few.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    info = said(["pdfinfo", "-l", "40", tmp_path / "few.pdf"])
    assert len(re.findall(r"size:\s+841\.89 x 1190\.55 pts \(A3\)", info)) == 1
    large = re.search(r"Page\s+(\d+) size:\s+841\.89 x 1190", info)
    assert large
    words = said(["pdftotext", "-layout", "-f", large[1], "-l", large[1], tmp_path / "few.pdf", "-"])
    assert "1,230" in words and "≤ 360" in words and "0:12:28" in words and "Totals by section" in words


def test_the_slides_show_every_figure(document, tmp_path):
    path = tmp_path / "slides.pptx"
    path.write_bytes(pptx(document))
    rows, _ = reading.pptx(path, document)
    shown = [[squeezed(cell) for cell in row] for found in rows.values() for row in found]
    missing = []
    for row in framework(document).rows:
        wanted = [squeezed(row.cells[place].text) for place in (LATEST, TARGET)]
        if not any(all(any(cell.startswith(text) for cell in cells) for text in wanted) for cells in shown):
            missing.append(wanted)
    assert len(framework(document).rows) >= 50
    assert not missing


def squeezed(text: str) -> str:
    return " ".join(text.split())
