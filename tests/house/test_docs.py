"""The manual builds without a warning, loads nothing from elsewhere, and every link in it leads somewhere."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from house.project import ROOT, run, tracked

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
REQUEST = re.compile(r"""<(?:script|img|iframe)[^>]*\bsrc="(?:https?:)?//|<link[^>]*\bhref="(?:https?:)?//""")


def links(text: str) -> list[str]:
    """Targets of Markdown links to other files, without their anchors; code is not read."""
    plain = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    return [
        link.split("#")[0]
        for link in LINK.findall(plain)
        if "://" not in link and not link.startswith(("#", "mailto:"))
    ]


def test_links_are_found_and_code_is_not():
    assert links("see [a](b/c.md#d) and `[x](y)` and [web](https://example.org)") == ["b/c.md"]


@pytest.mark.parametrize("path", tracked("*.md"), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    lost = [link for link in links(path.read_text()) if not (path.parent / link).exists()]
    assert not lost, f"{path.relative_to(ROOT)} links to what is not there: {', '.join(lost)}"


def test_the_manual_builds_and_asks_no_other_host(tmp_path):
    built = run(
        "sphinx-build",
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        str(tmp_path / "trees"),
        "docs",
        str(tmp_path / "html"),
    )
    assert built.returncode == 0, built.stderr
    pages = list((tmp_path / "html").rglob("*.html"))
    assert pages
    assert not [page.name for page in pages if REQUEST.search(page.read_text())]


def test_the_charts_of_the_manual_say_what_the_command_says_today(tmp_path):
    kept = ROOT / "docs/images/charts"
    drawn = run(sys.executable, "scripts/pictures", str(tmp_path))
    assert drawn.returncode == 0, drawn.stderr
    made = {path.name: words(path) for path in tmp_path.glob("*.svg")}
    assert made and made == {path.name: words(path) for path in kept.glob("*.svg")}, "draw them again: make pictures"


def test_the_page_of_every_chart_shows_every_drawing():
    shown = {Path(link).name for link in links((ROOT / "docs/guide/charts.md").read_text())}
    assert {path.name for path in (ROOT / "docs/images/charts").glob("*.svg")} <= shown


def test_the_manual_says_who_may_do_what_as_the_program_does(tmp_path):
    made = run(sys.executable, "scripts/who-may", str(tmp_path))
    assert made.returncode == 0, made.stderr
    for path in [*tmp_path.rglob("*.md"), *tmp_path.rglob("*.svg")]:
        kept = ROOT / "docs" / path.relative_to(tmp_path)
        assert kept.read_text() == path.read_text(), f"{kept.name} is of other tables: make who-may"
    assert len(list((ROOT / "docs/images/workflows").iterdir())) == len(list(tmp_path.rglob("*.svg"))) > 0


def words(picture: Path) -> list[str]:
    """Every word of a picture, in order."""
    return [text for node in ElementTree.parse(picture).iter() for text in (node.text,) if text and text.strip()]
