"""The measure is measured: axe sees a bad page, and the guard sees a request to another host."""

import pytest
from journeys.accessible import violations
from journeys.conftest import guard

GOOD = '<!doctype html><html lang="en"><title>A</title><main><h1>A</h1><p>Words</p></main>'


def test_axe_sees_a_picture_without_words_and_passes_a_plain_page(browser):
    page = browser.new_page()
    page.set_content(GOOD.replace("<p>", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>'))
    assert any(each.startswith("image-alt") for each in violations(page))
    page.set_content(GOOD)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize(
    "asked", ['<img alt="" src="http://other.example/a.png">', "<style>@import 'http://other.example/a.css'"]
)
def test_a_request_to_another_host_is_stopped_and_noted(browser, asked):
    wrongs = []
    context = browser.new_context()
    guard(context, "http://127.0.0.1:1", wrongs)
    context.new_page().set_content(GOOD + asked)
    context.close()
    assert any("other.example" in wrong for wrong in wrongs)
