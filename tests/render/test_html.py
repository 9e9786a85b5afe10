"""The report as one web page: complete, safe, linked, and usable at every width."""

import re
from html.parser import HTMLParser

import pytest
from axe_playwright_python.sync_playwright import Axe
from render.drawn import EMOJI, HOSTILE, RIGHT_TO_LEFT
from render.gallery import NAMED, gallery

from outturn.render.html import html


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.tags: list[str] = []
        self.headings: list[int] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        self.sources += [found["src"]] if "src" in found else []
        self.headings += [int(tag[1])] if re.fullmatch(r"h\d", tag) else []

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def page(drawn) -> Page:
    reader = Page()
    reader.feed(drawn["report.html"].decode())
    return reader


def squeezed(words) -> str:
    return " ".join(" ".join(words).split())


def test_every_figure_is_shown(page, paper):
    words = squeezed(page.words)
    assert not [cell.key for _, _, cell in paper.figures() if cell.text not in words]


def test_words_of_people_stay_words(page):
    assert "script" not in page.tags
    assert HOSTILE in squeezed(page.words) and RIGHT_TO_LEFT in squeezed(page.words) and EMOJI in squeezed(page.words)


def test_nothing_is_asked_from_elsewhere(page, drawn):
    assert page.sources == [] and all(link.startswith("#") for link in page.links)
    assert b"url(" not in drawn["report.html"] and b"@import" not in drawn["report.html"]


def test_ids_are_unique_and_every_link_leads_somewhere(page):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_summary_and_measure_link_both_ways(page):
    assert "#waits" in page.links and "#row-waits" in page.links and "row-waits" in page.ids


def test_headings_do_not_skip_a_level(page):
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert page.headings[0] == 1 and all(after - before <= 1 for before, after in steps)


def test_an_empty_table_says_so(page):
    assert "No figure was restated." in squeezed(page.words)


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_fits_its_screen_and_has_no_fault_that_axe_finds(browser, drawn, tmp_path, width):
    path = tmp_path / "report.html"
    path.write_bytes(drawn["report.html"])
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(tab)
    tab.close()
    assert found.violations_count == 0, found.generate_report()


def test_every_picture_stands_beside_its_facts_and_is_named():
    page = Page()
    page.feed(html(gallery()).decode())
    words = squeezed(page.words)
    assert page.tags.count("figure") == 2 * len(NAMED) + 2 and len(page.ids) == len(set(page.ids))
    assert all(picture.title in words and picture.alt in words for picture in NAMED.values())
    assert html(gallery()).count(b'<div class="split">') == len(NAMED)


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_of_pictures_fits_its_screen_and_has_no_fault_that_axe_finds(browser, tmp_path, width):
    path = tmp_path / "gallery.html"
    path.write_bytes(html(gallery()))
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(tab)
    tab.close()
    assert found.violations_count == 0, found.generate_report()
