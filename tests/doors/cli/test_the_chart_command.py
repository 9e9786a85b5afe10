"""`outturn chart`: every kind in every format from the examples of the manual, and what it refuses."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from house.project import ROOT
from pypdf import PdfReader
from typer.testing import CliRunner

from outturn.cli.main import app

EXAMPLES = ROOT / "docs/examples"
ASKED = {
    "spc": ["four-hour-waits", "--unit", "percent", "--direction", "higher"],
    "run": ["falls", "--direction", "lower"],
    "p": ["infections"],
    "u": ["infections", "--unit", "rate"],
    "t": ["falls"],
    "g": ["falls"],
    "trend": ["smoking", "--unit", "percent", "--benchmark", "England"],
    "forecast": ["four-hour-waits", "--unit", "percent"],
    "funnel": ["readmissions", "--unit", "percent", "--direction", "lower", "--overdispersion"],
    "rank": ["systems", "--area", "System 07"],
    "waterfall": ["savings", "--unit", "money", "--scale", "k", "--direction", "higher"],
}
TITLES = {
    "spc": "Westfield community hospital: getting worse, and will not meet its target",
    "run": "Ward 7: above its median for longer than chance explains",
    "trend": "Oakshire: falling and getting better; now better than England",
    "funnel": "Readmissions: one of 60 is worse than chance explains, one is better",
    "rank": "System 07: one of 5 in the last quarter",
    "waterfall": "Savings: from £1,800k to £415k; Agency staff moved it most",
}


def chart(*words: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["chart", *map(str, words)])
    return done.exit_code, done.output


def asked(kind: str, output: Path) -> tuple[int, str]:
    example, *options = ASKED[kind]
    return chart(kind, EXAMPLES / f"{example}.csv", "-o", output, *options)


@pytest.mark.parametrize("kind", ASKED)
def test_a_page_and_a_paper_say_the_finding(kind, tmp_path):
    for name in ("paper.html", "paper.pdf"):
        code, said = asked(kind, tmp_path / name)
        assert code == 0, said
    page = (tmp_path / "paper.html").read_text()
    paper = " ".join(" ".join(sheet.extract_text().split()) for sheet in PdfReader(tmp_path / "paper.pdf").pages)
    assert "<svg" in page and TITLES.get(kind, "") in page
    assert TITLES.get(kind, "").split(";")[0] in paper
    assert sorted(path.name for path in tmp_path.iterdir()) == ["paper.html", "paper.pdf"]


@pytest.mark.parametrize("kind", ASKED)
def test_slides_and_workbooks_hold_native_charts(kind, tmp_path):
    for name in ("slides.pptx", "book.xlsx"):
        code, said = asked(kind, tmp_path / name)
        assert code == 0, said
        parts = zipfile.ZipFile(io.BytesIO((tmp_path / name).read_bytes())).namelist()
        assert any("/charts/chart" in part for part in parts), f"{kind}: no chart in {name}"
    assert openpyxl.load_workbook(tmp_path / "book.xlsx").sheetnames[0] == "Guide"


def test_a_folder_gets_a_picture_of_each_series_and_a_file_only_one(tmp_path):
    waits = EXAMPLES / "four-hour-waits.csv"
    assert chart("spc", waits, "-o", tmp_path / "all") == (0, "")
    assert len(list((tmp_path / "all").glob("*.svg"))) == 3
    assert chart("spc", waits, "-o", tmp_path / "one.svg", "--series", "Southfield hospital") == (0, "")
    assert "Southfield hospital" in (tmp_path / "one.svg").read_text()
    code, said = chart("spc", waits, "-o", tmp_path / "three.svg")
    assert code == 2 and said == "There are 3 series, and one .svg holds one. Name a folder without extension.\n"
    code, said = chart("spc", waits, "-o", tmp_path / "none.svg", "--series", "Nowhere")
    assert code == 2 and said.startswith("There is no series Nowhere. There are: Northfield hospital,")
    assert not (tmp_path / "three.svg").exists() and not (tmp_path / "none.svg").exists()


def test_problems_are_named_by_row_and_the_old_picture_stays(tmp_path):
    bad, old = tmp_path / "bad.csv", tmp_path / "old.svg"
    bad.write_text("series,date,value\nA,2024-01-01,12\nA,2024-13-01,x\n")
    old.write_text("as it was")
    code, said = chart("spc", bad, "-o", old)
    assert code == 1 and "Row 3, column 'date'" in said and "Row 3, column 'value'" in said
    assert old.read_text() == "as it was" and {path.name for path in tmp_path.iterdir()} == {"bad.csv", "old.svg"}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("out.png", "out.png: the extension must be .svg"), ("nowhere/out.svg", "There is no folder")],
)
def test_a_place_that_cannot_be_written_is_refused_before_the_work(name, sentence, tmp_path):
    code, said = asked("run", tmp_path / name)
    assert code == 2 and sentence in said


def test_an_empty_file_has_nothing_to_draw(tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_text("series,date,value\n")
    code, said = chart("spc", empty, "-o", tmp_path / "out.svg")
    assert code == 2 and "holds no series" in said


def test_hostile_and_very_long_names_leave_as_text(tmp_path):
    name = "=cmd|' /C calc'!A0 <script>alert(1)</script> #set page() " + "long " * 60
    rows = "\n".join(f'"{name}",2024-{month:02}-01,{month}' for month in range(1, 13))
    source = tmp_path / "hostile.csv"
    source.write_text(f"series,date,value\n{rows}\n")
    for extension in ("svg", "html", "pdf", "pptx", "xlsx"):
        code, said = chart("spc", source, "-o", tmp_path / f"out.{extension}")
        assert code == 0, said
    for extension in ("svg", "html"):
        assert "<script>alert" not in (tmp_path / f"out.{extension}").read_text()
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "out.xlsx") for row in sheet for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f" and "cmd" in str(cell.value)]
