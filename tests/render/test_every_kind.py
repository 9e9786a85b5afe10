"""What holds for a picture of any kind, in every format. A new kind is held to it by its example.

Examples in docs/examples/pictures are drawn for the manual's page, docs/guide/charts.md, too.
"""

import io
import re
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from render.boxes import collisions, words_of
from render.paper import document, figure
from render.pictured import PICTURES
from render.sheets import cramped
from render.sheets import read as read_sheets
from render.slides import over

from outturn.core.report.document import Document, Fact, Facts, Page, PageKind, from_json, to_json
from outturn.core.report.pictures import Picture, RankStrip, read_picture
from outturn.render import FORMATS
from outturn.render.pictures import KINDS, draw_svg, kind_of

FOLDER = Path(__file__).parents[2] / "docs/examples/pictures"
EXAMPLES: dict[str, Picture] = PICTURES | {
    "ranks": RankStrip(
        "s", "Ranks of two", "Ranks of two measures", (("Waits", 1, 42, "1 of 42"), ("Beds", 42, 42, "42 of 42"))
    ),
    **{path.stem: read_picture(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))},
}
SIZES = [(760, 380), (330, 290)]


def paper_of(picture: Picture) -> Document:
    """The picture beside facts, and alone."""
    facts = Facts((Fact("Latest", figure("x/actual", 12.0)), Fact("Plan", figure("x/plan", 14.0))))
    pages = (
        Page("beside", PageKind.MEASURE, "Beside facts", (picture, facts)),
        Page("alone", PageKind.SECTION, "Alone", (replace(picture, anchor="alone-picture"),)),
    )
    return replace(document(), pages=pages)


@pytest.fixture(scope="module", params=EXAMPLES)
def drawn(request) -> tuple[Picture, dict[str, bytes]]:
    picture = EXAMPLES[request.param]
    files = ("report.html", "report.pdf", "report.pptx", "report.xlsx", "figures.csv")
    return picture, {name: FORMATS[name].draw(paper_of(picture)) for name in files}


def markup(data: bytes, under: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return unescape("".join(package.read(name).decode() for name in package.namelist() if name.startswith(under)))


def test_every_kind_has_an_example():
    assert {type(picture) for picture in EXAMPLES.values()} == KINDS.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_picture_keeps_its_kind_where_a_paper_is_kept(name):
    paper = paper_of(EXAMPLES[name])
    assert from_json(to_json(paper)) == paper


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_its_words_stay_inside_the_picture_and_apart(name, size):
    svg = draw_svg(EXAMPLES[name], width=size[0], height=size[1])
    tall = float(re.search(r'height="([\d.]+)"', svg)[1])
    boxes = words_of(svg)
    assert [b.words for b in boxes if b.left < 0 or b.right > size[0] + 1 or b.top < 0 or b.bottom > tall] == []
    assert collisions(svg) == [] and "style=" not in svg


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_read_out_is_reached_by_one_tab_and_then_by_arrows(name):
    reached = re.findall(r'class="chart-point" [^>]*tabindex="(-?\d)"', draw_svg(EXAMPLES[name], interactive=True))
    assert reached.count("0") == (1 if reached else 0)


def test_its_finding_stands_in_every_format_and_its_words_for_those_who_cannot_see_it(drawn):
    picture, files = drawn
    page = unescape(files["report.html"].decode())
    assert picture.title in page and "<desc id=" in page and picture.alt in page
    assert f'descr="{picture.alt}"' in markup(files["report.pptx"], "ppt/slides/")
    assert picture.alt in markup(files["report.xlsx"], "xl/")
    assert picture.title in markup(files["report.xlsx"], "xl/")


def test_it_keeps_to_its_place_on_slides_and_sheets(drawn):
    _, files = drawn
    assert over(files["report.pptx"]) == []
    assert [words for sheet in read_sheets(files["report.xlsx"]) for words in cramped(sheet)] == []


def test_its_figures_are_rows_of_csv_or_stand_in_a_table(drawn):
    picture, files = drawn
    cells = [cell for _, cell in kind_of(picture).list_figures(picture)]
    assert len({cell.key for cell in cells}) == len(cells)
    rows = files["figures.csv"].decode("utf-8-sig")
    assert all(cell.text and repr(cell.value) in rows for cell in cells)
