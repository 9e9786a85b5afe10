"""What must hold on every page that a reader can reach."""

import re
from io import BytesIO

from journeys.accessible import violations
from pypdf import PdfReader

FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
CUT = """() => [...document.querySelectorAll('body *')].filter(each => {
    const style = getComputedStyle(each), box = each.getBoundingClientRect();
    return box.width > 0 && box.right > innerWidth + 1 && style.position !== 'absolute'
        && !each.closest('svg, [role=region], .app-scroll, pre');
}).slice(0, 3).map(each => each.outerHTML.slice(0, 120))"""


def test_every_link_leads_somewhere(wandered):
    found, wrong = wandered
    assert len(found) > 100
    assert not wrong, "\n".join(wrong)


def test_axe_finds_nothing_on_any_page(opened, pages):
    page = opened("/")
    broken = {}
    for path in pages:
        page.goto(path)
        if found := violations(page):
            broken[path] = found
    assert not broken, report(broken)


def test_axe_finds_nothing_on_a_telephone_nor_in_the_past(opened, kinds):
    page = opened("/", width=360, height=740)
    broken = {}
    for path in [each + past for each in kinds for past in ("", "?as-known=2024-12-12")]:
        if page.request.get(path).status == 404:
            continue  # not known yet on that day
        page.goto(path)
        if found := violations(page):
            broken[path] = found
    assert not broken, report(broken)


def fits(page) -> bool:
    """Whether the page needs no sideways scrolling, a moment after it has loaded: a script folds the menu."""
    for _ in range(20):
        if page.evaluate(FITS):
            return True
        page.wait_for_timeout(100)
    return False


def test_nothing_is_cut_off_at_any_width(opened, kinds):
    wide = {}
    for width in (320, 360, 768, 1280):  # 320 px is a desk's 1280 at 400 %
        page = opened("/", width=width)
        for path in kinds:
            page.goto(path)
            if not fits(page):
                wide[f"{path} at {width} px"] = page.evaluate(CUT)
    assert not wide, report(wide)


RENAME = """() => document.querySelectorAll("main :is(h1, h2, h3, p, a, strong, summary span)").forEach((each) => {
  if (each.children.length === 0 && each.textContent.trim().length > 8) each.textContent = "Longword".repeat(12);
})"""


def test_a_long_word_of_a_name_keeps_to_its_panel_on_a_telephone(opened):
    page, wide = opened("/", width=360), []
    for path in (
        "/",
        "/data",
        "/data/findings",
        "/packs",
        "/packs/llr-performance-report",
        "/indicators/cat2-response",
    ):
        page.goto(path)
        page.evaluate(RENAME)
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)
    assert not wide


def test_every_page_has_one_heading_and_a_title_of_its_own(opened, kinds):
    page = opened("/", javascript=False)
    headings = {}
    for path in kinds:
        page.goto(path)
        assert page.locator("h1").count() == 1, path
        heading = page.locator("h1").inner_text().strip()
        assert heading, path
        assert headings.setdefault(page.title(), heading) == heading, f"{path} has the title of another page"


def test_every_page_can_be_printed(opened, kinds):
    page = opened("/")
    page.emulate_media(media="print")
    for path in kinds:
        page.goto(path)
        assert not page.locator("nav[aria-label=Menu]").is_visible(), f"{path} prints the menu"
        assert page.locator("h1").is_visible()
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        last = " ".join(paper.pages[-1].extract_text().split())
        assert len(last) > 40, f"{path} ends with an empty page"
        if page.locator("#as-known").count():
            assert re.search(r"Figures of release \d+, known on \d+ \w+ \d{4}|No figures are loaded", last), path
            assert path in last, f"{path} does not print its address"


def test_a_keyboard_reaches_the_first_measure_in_three_stops(opened):
    for path in ("/scorecard", "/outcomes"):
        page = opened(path)
        page.wait_for_function("document.body.classList.contains('nhsuk-frontend-supported')")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getAttribute('href') || ''")
        assert focused.startswith("/indicators/"), f"{path}: {focused}"


def test_the_readers_own_colours_lose_no_meaning(browser, site):
    """Ticked boxes, ratings and the place in the menu are told by more than a background that is taken away."""
    context = browser.new_context(base_url=site, forced_colors="active")
    page = context.new_page()
    page.goto("/scorecard?rating=red")
    ticked, plain = (
        page.locator(f".app-check input{state} + .app-check__box").first for state in (":checked", ":not(:checked)")
    )
    assert ticked.screenshot() != plain.screenshot()
    assert page.locator(".app-chip svg").first.evaluate("each => getComputedStyle(each).forcedColorAdjust") == "none"
    context.close()


def report(broken: dict[str, list[str]]) -> str:
    return "\n".join(f"{path}\n  " + "\n  ".join(found) for path, found in broken.items())
