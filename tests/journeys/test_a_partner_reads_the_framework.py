"""A newcomer at the framework page: three clicks to what is off target in urgent care and changed; cards on a phone."""

import re

import pytest
from journeys.accessible import violations
from journeys.steps import follow
from playwright.sync_api import expect

PAGE = "/outcomes"


def test_off_target_in_urgent_care_and_changed_takes_three_clicks(opened):
    # Given the page of all figures
    page = opened(PAGE)
    assert "All 59 figures" in page.locator("#shown").inner_text()

    # When a newcomer clicks three times
    page.locator("label", has_text="Off target").click()
    page.locator("label", has_text="Changed since").click()
    page.locator("label", has_text="Urgent & Emergency Care").click()

    # Then three figures are left, and the address says so
    expect(page.locator("#shown")).to_have_text(re.compile(r"^\s*3 of 59"))
    assert page.locator("tr.app-outcome").count() == 3
    for part in ("off=yes", "changed=yes", "workstream=Urgent"):
        assert part in page.url
    assert violations(page) == []

    # And a measure's page leads back to its row, filtered as it was
    row = page.locator("tr.app-outcome").nth(1)
    anchor = row.get_attribute("id")
    follow(page, row.get_by_role("link"))
    follow(page, page.get_by_role("link", name="Back to the row"))
    page.wait_for_url(f"**#{anchor}")
    assert page.locator("tr.app-outcome").count() == 3


def test_why_a_measure_matters_opens_by_pointing_focus_and_tap_and_escape_puts_it_away(opened):
    page = opened(PAGE)
    tip, words = page.locator(".app-tip__button").nth(2), page.locator(".app-tip__words").nth(2)
    assert not words.is_visible()
    tip.hover()
    assert words.is_visible()
    page.keyboard.press("Escape")
    assert not words.is_visible()
    page.mouse.move(0, 0)
    tip.focus()
    assert words.is_visible()
    assert "broadest measure" in words.inner_text()
    page.locator(".app-tip__button").nth(5).click()
    assert page.locator(".app-tip__words").nth(5).is_visible()


def test_headings_stay_in_view(opened):
    page = opened(PAGE)
    page.locator("tr.app-outcome").nth(40).scroll_into_view_if_needed()
    page.mouse.wheel(0, 400)
    box = page.locator(".app-outcomes thead th").nth(1).bounding_box()
    assert box and 0 <= box["y"] < 60


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_it_fits_the_screen_and_breaks_no_rule(opened, width):
    page = opened(PAGE, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []
    if width == 360:
        first = page.locator("tr.app-outcome").first
        assert first.bounding_box()["width"] > 300
        assert first.evaluate("row => getComputedStyle(row).display") == "grid"


def test_without_scripts_the_filters_work_with_a_button(opened):
    page = opened(PAGE, javascript=False)
    page.locator("label", has_text="Off target").click()
    follow(page, page.get_by_role("button", name="Show"))
    assert page.locator("tr.app-outcome").count() == 20
