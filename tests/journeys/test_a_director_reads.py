"""A director at seven in the morning, on a telephone or a laptop, and what they need from Outturn."""

import pytest
from journeys.steps import follow

MEASURE = "/indicators/elective-activity/llr-icb"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [360, 1280])
def test_from_today_to_why_a_measure_is_red(opened, width, javascript):
    # Given the front page, which says in a sentence how things stand
    page = opened("/", width=width, javascript=javascript)
    assert "of 29 rated priorities are off plan" in page.locator("h1").inner_text()
    # When the director follows what needs attention first
    first = page.locator("#needs ~ ol li a").first
    name = first.inner_text()
    follow(page, first)
    # Then the page of that measure says the finding, the rating and why it has it
    assert name in page.locator("h1").inner_text()
    assert "plan" in page.locator("section[aria-labelledby=why]").inner_text()
    assert page.locator(".app-fact--rating").inner_text().split()[-1] in {"Red", "Yellow", "Amber"}


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_the_scorecard_shows_only_what_is_asked(opened, javascript):
    # Given the scorecard of 38 priorities
    page = opened("/scorecard", javascript=javascript)
    rows = page.locator("tr.app-line")
    assert rows.count() == 38
    # When the director asks for the red ones only
    page.locator("input[name=rating][value=red]").check(force=True)
    if not javascript:
        page.get_by_role("button", name="Show", exact=True).click()
    # Then only those are there, and the address can be sent to a colleague
    page.wait_for_url("**rating=red**")
    reds = int(page.locator("label:has(input[value=red]) .app-check__count").inner_text())
    page.locator("tr.app-line").nth(reds).wait_for(state="detached")
    assert 0 < rows.count() == reds < 38
    assert set(page.locator("td.app-line__chip .app-chip__word").all_inner_texts()) == {"Red"}
    colleague = opened(page.url, javascript=javascript)
    assert colleague.locator("tr.app-line").count() == reds


def test_the_scorecard_can_be_searched_and_ordered(opened):
    page = opened("/scorecard?q=dental")
    assert page.locator("tr.app-line").count() == 1
    page.goto("/scorecard?sort=name")
    names = [name.strip().lower() for name in page.locator("tr.app-line th a").all_inner_texts()]
    assert len(names) == 38
    assert names == sorted(names)
    page.goto("/scorecard?q=nothing+is+called+this")
    assert page.locator("tr.app-line").count() == 0
    assert page.locator("#results").inner_text().strip()


def test_a_corrected_figure_is_shown_as_it_was_known(opened):
    # Given a figure of September that a later release corrected
    page = opened(MEASURE)
    page.locator("summary", has_text="Table of the series").click()
    now = page.locator("#series tr", has_text="Sep 2024").inner_text()
    assert "12,212" in now
    assert "was 12,102" in now
    # When the director looks back to December
    page.goto(MEASURE + "?as-known=2024-12-31")
    page.locator("summary", has_text="Table of the series").click()
    # Then the figure is the one the board saw, and the page says that it shows the past
    then = page.locator("#series tr", has_text="Sep 2024").inner_text()
    assert "12,102" in then
    assert "12,212" not in then
    assert "2024" in page.locator("body").inner_text()
    # And the links keep the day
    follow(page, page.get_by_role("link", name="Scorecard", exact=True).first)
    assert "as-known=2024-12-31" in page.url


@pytest.mark.parametrize("day", ["2024-13-45", "yesterday", "1066-10-14", "9999-12-31"])
def test_a_day_that_cannot_be_shown_is_answered_with_a_sentence(opened, day):
    page = opened("/packs")
    answer = page.request.get(f"/?as-known={day}")
    assert answer.status in (200, 400)
    assert "Traceback" not in answer.text()


def test_the_keyboard_is_enough(opened):
    # Given the page of a measure, and no mouse
    page = opened(MEASURE)
    # When the reader tabs, the first stop leads past the menu
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#maincontent"
    # Then every stop can be seen, and the table opens by key
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(e => [e.tagName, getComputedStyle(e).outlineStyle, getComputedStyle(e).boxShadow, "
            "getComputedStyle(e).backgroundColor, e.getClientRects().length])(document.activeElement)"
        )
        assert seen[4] > 0, "the focus is on something that cannot be seen"
        if page.evaluate("document.activeElement.matches('details#series > summary')"):
            page.keyboard.press("Enter")
            break
    assert page.locator("#series table").is_visible()


def test_the_chart_reads_out_its_points_by_arrow_keys(opened):
    # Given the chart of a measure, with its newest point in the order of stops
    page = opened(MEASURE)
    page.locator(".app-chart__wide .chart-point[tabindex='0']").focus()
    # When the reader presses the arrow keys
    read = []
    for key in ("End", "ArrowLeft", "ArrowLeft", "Home"):
        page.keyboard.press(key)
        heard = page.evaluate("document.activeElement.getAttribute('aria-label')")
        read.append((page.locator(".chart-readout:visible").inner_text(), heard))
    # Then each point is shown and said with its period and its figure
    assert len(set(read)) == 4
    for shown, heard in read:
        period, figures = heard.split(": ")
        assert period in shown
        assert figures.split(", ")[0] in shown
    page.keyboard.press("Escape")
    assert page.locator(".chart-readout:visible").count() == 0


def test_every_file_of_an_edition_can_be_fetched_and_is_what_it_says(opened):
    # Given the newest edition
    page = opened("/packs/llr-performance-report")
    follow(page, page.locator("a[href*='/packs/llr-performance-report/']").first)
    # When its files are fetched
    links = {
        link.get_attribute("href") for link in page.locator("main a[href*='/packs/llr-performance-report/']").all()
    }
    heads = {"pdf": b"%PDF", "pptx": b"PK", "xlsx": b"PK", "html": b"<!", "csv": b"", "json": b"{"}
    got = {}
    for link in links:
        name = link.split("?")[0].rsplit("/", 1)[-1]
        if "." in name:
            answer = page.request.get(link)
            assert answer.ok, link
            got[name] = answer.body()
    # Then they are all there
    assert {"report.html", "report.pdf", "report.pptx", "report.xlsx", "figures.csv"} <= set(got)
    for name, body in got.items():
        assert body.lower().startswith(heads[name.rsplit(".", 1)[-1]].lower()), name
        assert len(body) > 200


def test_reading_leaves_nothing_behind(opened):
    page = opened("/")
    page.goto("/scorecard")
    page.goto(MEASURE)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0


def test_nothing_can_be_changed_without_signing_in(opened):
    page = opened("/data")
    assert page.get_by_role("link", name="Bring in data").count() == 0
    page.goto("/data/bring-in")
    assert "/sign-in" in page.url
    assert page.locator("h1").inner_text() == "Sign in"
