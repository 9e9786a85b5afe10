"""An analyst at the end of the month: signs in, brings in a file with mistakes, mends it, answers a question."""

import pytest
from journeys.accessible import violations
from journeys.steps import follow

MEASURE = "/indicators/ae-4h-type1/llr-icb"
HEAD = "indicator,area,period,value,plan\n"


def sign_in(page):
    follow(page, page.get_by_role("link", name="Sign in"))
    page.get_by_label("Name", exact=True).fill("ada")
    page.get_by_label("Password", exact=True).fill("a long pass phrase")
    follow(page, page.get_by_role("button", name="Sign in"))
    assert page.locator("nav[aria-label=Account]").inner_text().startswith("ada")


def bring_in(page, rows, note=""):
    page.goto("/data/bring-in")
    page.locator("input[type=file]").set_input_files(
        {"name": "november.csv", "mimeType": "text/csv", "buffer": (HEAD + rows).encode()}
    )
    page.get_by_label("Note").fill(note)
    follow(page, page.get_by_role("button", name="Check and record"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_month_is_brought_in(opened_to_change, javascript):
    # Given an analyst who has signed in
    page = opened_to_change("/", javascript=javascript)
    sign_in(page)

    # When the file has mistakes
    bring_in(
        page,
        "ae-4h-type1,llr-icb,2024-13,57.9%,56.8%\nno-such-thing,llr-icb,Nov-24,1,2\nae-4h-type1,llr-icb,Nov-24,1_000,56.8%\n",
    )
    # Then all of them are said, with where and what to do, and nothing is recorded
    problems = page.locator(".app-problems li")
    said = page.locator(".app-problems").inner_text()
    assert problems.count() == 3
    for each in ("2024-13", "no-such-thing", "1_000"):
        assert each in said
    if javascript:
        assert violations(page) == []

    # When it is mended
    bring_in(page, "ae-4h-type1,llr-icb,Nov-24,57.9%,56.8%\n", note="November position")
    # Then it is a release, and the measure shows it at once
    assert (
        "2 figures recorded" in page.locator("main, .nhsuk-notification-banner").first.inner_text()
        or "Release" in page.locator("h1").inner_text()
    )
    page.goto(MEASURE)
    assert "57.9%" in page.locator(".app-fact--latest").inner_text()
    assert "Nov 2024" in page.locator(".app-fact--latest").inner_text()

    # When the same file comes again, nothing happens
    bring_in(page, "ae-4h-type1,llr-icb,Nov-24,57.9%,56.8%\n")
    assert "known already" in page.locator("body").inner_text()


def test_a_restatement_is_asked_about_before_it_is_recorded(opened_to_change):
    # Given a figure that was published
    page = opened_to_change("/")
    sign_in(page)
    # When a file gives it differently
    bring_in(page, "ae-4h-type1,llr-icb,Sep-24,55.0%,\n")
    # Then the delivery waits for an answer, and readers still see the old figure
    assert "before this is recorded" in page.locator("h1").inner_text()
    assert violations(page) == []
    question = page.url
    page.goto(MEASURE + "#series")
    assert "55.0%" not in page.locator("#series").text_content()
    # And when the analyst says yes, it is recorded and marked
    page.goto(question)
    page.get_by_label("The new figures are right").check()
    follow(page, page.get_by_role("button", name="Record with these answers"))
    page.goto(MEASURE)
    assert "was 56.1%" in page.locator("#series").text_content()


def test_an_analyst_writes_a_mitigation_and_signs_out(opened_to_change):
    page = opened_to_change("/")
    sign_in(page)
    page.goto(MEASURE)
    follow(page, page.get_by_role("link", name="Add a risk or a mitigation"))
    assert violations(page) == []
    follow(page, page.get_by_role("button", name="Sign out"))
    page.goto(MEASURE)
    assert page.get_by_role("link", name="Add a risk or a mitigation").count() == 0
